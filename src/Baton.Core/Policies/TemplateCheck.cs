using System.Text.RegularExpressions;
using Baton.Policies.Reading;

namespace Baton.Policies;

/// <summary>Whether the templates are all there and every placeholder in them will be filled.</summary>
internal static partial class TemplateCheck
{
    public static IEnumerable<PolicyError> Run(IReadOnlyDictionary<string, Template> templates, IReadOnlySet<string> requiredNames, IReadOnlySet<string> knownPlaceholders) =>
        requiredNames.Order(StringComparer.Ordinal)
            .Where(name => !templates.ContainsKey($"en/{name}"))
            .Select(name => new PolicyError($"templates/en/{name}.txt", 0, "", "is missing: Baton writes with this template"))
            .Concat(templates.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => Check(t.Value, knownPlaceholders)));

    private static IEnumerable<PolicyError> Check(Template template, IReadOnlySet<string> known)
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
                else if (!known.Contains(name))
                    yield return new PolicyError(file, i + 1, name, $"is no placeholder that Baton fills{Suggestion.For(name, [.. known.Order(StringComparer.Ordinal)])}");
            }
        }
    }

    // Whole placeholders first; whatever braces are left over are mistyped ones, and a customer would see them.
    [GeneratedRegex(@"\{\{(?<name>[a-z][A-Za-z0-9]*)\}\}|\{\{[^{}]*(\}\}?)?|\}\}")]
    private static partial Regex Braces { get; }
}
