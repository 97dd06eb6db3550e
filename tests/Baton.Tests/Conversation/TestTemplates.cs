using Baton.Policies;

namespace Baton.Tests.Conversation;

/// <summary>The repository's own templates, read from <c>policy/templates</c>, and a policy that has them.</summary>
internal static class TestTemplates
{
    public static readonly IReadOnlyDictionary<string, Template> All = Load();

    public static Policy Policy { get; } = TestPolicy.Default with { Templates = All };

    public static IEnumerable<string> Languages => All.Values.Select(t => t.Language).Distinct();

    private static Dictionary<string, Template> Load()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Baton.slnx")))
            root = root.Parent;
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "policy", "templates"), "*.txt", SearchOption.AllDirectories)
            .Select(f => new Template(Path.GetFileNameWithoutExtension(f), Path.GetFileName(Path.GetDirectoryName(f)!), File.ReadAllText(f)))
            .ToDictionary(t => $"{t.Language}/{t.Name}");
    }
}
