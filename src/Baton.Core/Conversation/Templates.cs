using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>
/// The company's texts: <c>policy/templates/LANGUAGE/NAME.txt</c>, in <see cref="Policy.Templates"/> under <c>LANGUAGE/NAME</c>.
/// English, and every language that policy lists, is complete; any other has at least the acknowledgements. Pure.
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

    /// <summary>What a language needs before the agent can answer in it.</summary>
    public static readonly FrozenSet<string> RequiredNames = FrozenSet.Create<string>(StringComparer.Ordinal,
    [
        .. AcknowledgementNames,
        "answer", "answer_empathetic", "answer_technical", "order_status", "clarification", "clarification_empathetic",
        "compliment", "feature_request", "thanks", "resolved", "follow_up", "survey", "fallback_looking", "fallback_specialist", "handoff_trouble",
        .. Clarification.Questions,
    ]);

    // What greetings and closings are made of, and what every message has.
    private static readonly string[] OfAPart = ["name", "company", "issue", "ticket"];
    private static readonly string[] OfAMessage = [.. OfAPart, "greeting", "closing"];

    // What a template has beside that, or, for the parts of a sentence, alone.
    private static readonly FrozenDictionary<string, string[]> Own = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["acknowledgement"] = [.. OfAMessage, "time"],
        ["acknowledgement_empathetic"] = [.. OfAMessage, "time"],
        ["acknowledgement_neutral"] = [.. OfAMessage, "time"],
        ["fallback_specialist"] = [.. OfAMessage, "time"],
        ["answer"] = [.. OfAMessage, "answer", "article"],
        ["answer_empathetic"] = [.. OfAMessage, "answer", "article"],
        ["answer_technical"] = [.. OfAMessage, "answer", "article"],
        ["order_status"] = [.. OfAMessage, "answer", "order"],
        ["clarification"] = [.. OfAMessage, "question"],
        ["clarification_empathetic"] = [.. OfAMessage, "question"],
        ["greeting_formal"] = OfAPart,
        ["greeting_casual"] = OfAPart,
        ["closing_formal"] = OfAPart,
        ["closing_casual"] = OfAPart,
        ["time_minutes"] = ["minutes"],
        ["time_hours"] = ["hours"],
        ["time_by"] = ["day", "clock", "zone"],
        ["weekdays"] = [],
        ["issue"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All placeholders that some template may use.</summary>
    public static readonly FrozenSet<string> Placeholders = Own.Values.SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The placeholders that have a value where this template is rendered; any, for a template that Baton does not know.</summary>
    public static IReadOnlySet<string> PlaceholdersOf(string template) =>
        Own.TryGetValue(template, out var own) ? own.ToFrozenSet(StringComparer.Ordinal)
        : Clarification.Questions.Contains(template) ? FrozenSet<string>.Empty
        : RequiredNames.Contains(template) ? OfAMessage.ToFrozenSet(StringComparer.Ordinal) : Placeholders;

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
