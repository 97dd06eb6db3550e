using System.Text.RegularExpressions;
using Baton.Policies.Reading;

namespace Baton.Policies;

/// <summary>What the product needs of templates. Names are without language, placeholders without braces.</summary>
/// <param name="Complete">The templates of a language that is answered in.</param>
/// <param name="Least">The templates of any other language: those that say that people take over.</param>
/// <param name="PlaceholdersOf">What has a value where a template is rendered.</param>
public sealed record TemplateNeeds(IReadOnlySet<string> Complete, IReadOnlySet<string> Least, Func<string, IReadOnlySet<string>> PlaceholdersOf);

/// <summary>Whether the templates are all there and every placeholder in them will be filled.</summary>
internal static partial class TemplateCheck
{
    private const string Fallback = "en";

    public static IEnumerable<PolicyError> Run(IReadOnlyDictionary<string, Template> templates, IReadOnlyCollection<string> languages, TemplateNeeds needs) =>
    [
        .. languages.Append(Fallback).Distinct().SelectMany(language => Missing(templates, language, needs.Complete,
            language == Fallback ? "is missing: Baton writes with this template" : $"is missing: conversation.languages lists '{language}', so Baton writes with this template")),
        .. templates.Values.Select(t => t.Language).Distinct().Except(languages).Where(language => language != Fallback).SelectMany(language => Missing(templates, language, needs.Least,
            $"is missing: a language with templates needs those that tell a customer, in '{language}' alone, that people take over")),
        .. templates.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => Check(t.Value, needs.PlaceholdersOf(t.Value.Name))),
    ];

    private static IEnumerable<PolicyError> Missing(IReadOnlyDictionary<string, Template> templates, string language, IReadOnlySet<string> names, string message) =>
        names.Order(StringComparer.Ordinal).Where(name => !templates.ContainsKey($"{language}/{name}")).Select(name => new PolicyError($"templates/{language}/{name}.txt", 0, "", message));

    private static IEnumerable<PolicyError> Check(Template template, IReadOnlySet<string> filled)
    {
        var file = $"templates/{template.Language}/{template.Name}.txt";
        var lines = template.Text.Split('\n');
        if (string.IsNullOrWhiteSpace(template.Text))
            yield return new PolicyError(file, 0, "", "is empty");
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (Match match in Braces.Matches(lines[i]))
            {
                var name = match.Groups["name"].Value;
                if (!match.Groups["name"].Success)
                    yield return new PolicyError(file, i + 1, "", $"has '{match.Value}', which is no placeholder: write it like {{{{name}}}}, without spaces");
                else if (!filled.Contains(name))
                    yield return new PolicyError(file, i + 1, name, Unfilled(name, filled));
            }
        }
    }

    private static string Unfilled(string name, IReadOnlySet<string> filled) => filled.Count == 0
        ? "has no value in this template, which is a part of others and has no placeholders"
        : $"is no placeholder that Baton fills in this template{Suggestion.For(name, [.. filled.Order(StringComparer.Ordinal)])}";

    // Whole placeholders first; whatever braces are left over are mistyped ones, and a customer would see them.
    [GeneratedRegex(@"\{\{(?<name>[a-z][A-Za-z0-9]*)\}\}|\{\{[^{}]*(\}\}?)?|\}\}")]
    private static partial Regex Braces { get; }
}
