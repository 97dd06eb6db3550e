using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>
/// The company's texts: <c>policy/templates/LANGUAGE/NAME.txt</c>, in <see cref="Policy.Templates"/> under <c>LANGUAGE/NAME</c>.
/// English is complete; another language has at least the acknowledgements. Pure.
/// </summary>
public static partial class Templates
{
    /// <summary>The language that every template exists in.</summary>
    public const string Complete = "en";

    /// <summary>What a language needs before the agent can say in it that people take over.</summary>
    public static readonly IReadOnlyList<string> AcknowledgementNames =
    [
        "greeting_formal", "greeting_casual", "closing_formal", "closing_casual", "time_minutes", "time_hours", "time_by", "weekdays", "issue",
        "acknowledgement", "acknowledgement_empathetic", "acknowledgement_neutral",
    ];

    /// <summary>What English needs.</summary>
    public static readonly FrozenSet<string> RequiredNames = FrozenSet.Create<string>(StringComparer.Ordinal,
    [
        .. AcknowledgementNames,
        "answer", "answer_empathetic", "answer_technical", "order_status", "clarification", "clarification_empathetic",
        "compliment", "feature_request", "thanks", "resolved", "follow_up", "survey", "fallback_looking", "fallback_specialist", "handoff_trouble",
        .. Clarification.Questions,
    ]);

    /// <summary>All placeholders that a template may use.</summary>
    public static readonly FrozenSet<string> Placeholders = FrozenSet.Create(StringComparer.Ordinal,
        "greeting", "closing", "name", "company", "issue", "ticket", "time", "minutes", "hours", "day", "clock", "zone", "answer", "article", "order", "question");

    public static bool Exists(Policy policy, string name, string language) => policy.Templates.ContainsKey($"{language}/{name}");

    /// <summary>
    /// The template with its placeholders filled; in English where the language has no such template. Values are plain text: they are put in
    /// once and never read for placeholders. An empty value takes the space before it along (<c>Hello {{name}},</c> becomes <c>Hello,</c>).
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such template, or it has a placeholder without a value.</exception>
    public static string Render(Policy policy, string name, string? language, IReadOnlyDictionary<string, string> values)
    {
        if (!policy.Templates.TryGetValue($"{language ?? Complete}/{name}", out var template) && !policy.Templates.TryGetValue($"{Complete}/{name}", out template))
            throw new InvalidOperationException($"there is no template '{name}'");
        return Placeholder().Replace(template.Text.ReplaceLineEndings("\n").Trim('\n'), m =>
            !values.TryGetValue(m.Groups[2].Value, out var value) ? throw new InvalidOperationException($"template '{template.Language}/{name}' has no value for '{m.Groups[2].Value}'")
            : value.Length == 0 ? "" : m.Groups[1].Value + value);
    }

    [GeneratedRegex(@"([ ]?)\{\{\s*([A-Za-z0-9_]+)\s*\}\}")]
    private static partial Regex Placeholder();
}
