using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Baton.Knowledge;

/// <summary>What stands between the dashes of an article.</summary>
internal sealed record FrontMatter(string Title, Audience Audience, DateOnly Review, IReadOnlyList<string> Keywords, string? Language)
{
    // The YAML begins on the file's second line, below the opening dashes; what is wrong as a whole is told of the first.
    private const int LinesAbove = 1;

    public static FrontMatter Read(string file, string yaml)
    {
        var fields = Fields(file, yaml);
        return new FrontMatter(
            Required(file, fields, "title").Value!.Trim(),
            AudienceOf(file, Required(file, fields, "audience")),
            ReviewOf(file, Required(file, fields, "review")),
            fields.TryGetValue("keywords", out var keywords) ? Words(file, keywords) : [],
            fields.ContainsKey("language") ? LanguageOf(file, Required(file, fields, "language")) : null);
    }

    private static Dictionary<string, YamlNode> Fields(string file, string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw Problem(file, e.Start, "is not YAML here", e);
        }
        catch (InvalidOperationException e)
        {
            // What YamlDotNet throws, without a place, when a bracket is not closed.
            throw Problem(file, null, "is not YAML; is a bracket or quote not closed?", e);
        }
        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            throw Problem(file, null, "must list title, audience and review, each as 'name: value'");
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in root.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (name is not ("title" or "audience" or "review" or "keywords" or "language"))
                throw Problem(file, key.Start, $"'{name}' is not known; there are title, audience, review, keywords and language");
            fields[name] = value;
        }
        return fields;
    }

    private static YamlScalarNode Required(string file, Dictionary<string, YamlNode> fields, string name)
    {
        if (!fields.TryGetValue(name, out var node))
            throw Problem(file, null, $"'{name}' is missing");
        return node is YamlScalarNode scalar && !string.IsNullOrWhiteSpace(scalar.Value) ? scalar : throw Problem(file, node.Start, $"'{name}' must be a text");
    }

    private static Audience AudienceOf(string file, YamlScalarNode node) => node.Value switch
    {
        "public" => Audience.Public,
        "internal" => Audience.Internal,
        _ => throw Problem(file, node.Start, $"'audience' must be public or internal, not '{node.Value}'"),
    };

    private static DateOnly ReviewOf(string file, YamlScalarNode node) =>
        DateOnly.TryParseExact(node.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Problem(file, node.Start, $"'review' must be a day like 2026-09-01, not '{node.Value}'");

    private static string LanguageOf(string file, YamlScalarNode node) =>
        node.Value is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? code : throw Problem(file, node.Start, $"'language' must be two small letters, such as en, not '{node.Value}'");

    private static List<string> Words(string file, YamlNode node) =>
        node is YamlSequenceNode list && list.Children.All(c => c is YamlScalarNode)
            ? [.. list.Children.Select(c => ((YamlScalarNode)c).Value ?? "")]
            : throw Problem(file, node.Start, "'keywords' must be a list like [forgot password, new password]");

    private static ArticleFormatException Problem(string file, Mark? mark, string message, Exception? inner = null) =>
        new(new ArticleProblem(file, mark is null ? 1 : (int)mark.Value.Line + LinesAbove, message), inner);
}
