using System.Reflection;
using System.Text;
using Baton.Knowledge;
using Baton.Policies;

namespace Baton.Hosting;

/// <summary>The policy, templates, articles and sample tickets that are built into the executable, so that a first run needs no files.</summary>
public static class EmbeddedDefaults
{
    public const string PolicyName = "policy/default.yaml";
    private const string TemplatePrefix = "policy/templates/";

    public static PolicyFiles Policy() => new("default.yaml (built in)", Text(PolicyName), Templates());

    public static IReadOnlyDictionary<string, Template> Templates() => TemplateFolder.From(Under(TemplatePrefix));

    public static IEnumerable<ArticleFile> Articles() =>
        Under("knowledge/").Where(f => f.Name.EndsWith(".md", StringComparison.Ordinal)).Select(f => new ArticleFile(f.Name, f.Content));

    /// <summary>The sample tickets, one JSON document a line.</summary>
    public static IEnumerable<string> SampleTickets() => Text("samples/tickets.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Name, string Content)> Under(string prefix) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => (n[prefix.Length..], Text(n)));

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
