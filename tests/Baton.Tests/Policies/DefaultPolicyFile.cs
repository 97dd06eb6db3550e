using System.Reflection;
using Baton.Policies;

namespace Baton.Tests.Policies;

/// <summary>The policy that the product ships, as text to edit. Its templates stand in for the real ones, which have tests of their own.</summary>
internal static class DefaultPolicyFile
{
    public const string Name = "policy.yaml";

    public static string Yaml { get; } = Load();

    public static IReadOnlyDictionary<string, Template> Templates { get; } = new[] { "acknowledgement", "acknowledgement_empathetic", "acknowledgement_neutral" }
        .ToDictionary(name => $"en/{name}", name => new Template(name, "en", "We have it."));

    public static PolicyFiles Files { get; } = new(Name, Yaml, Templates);

    /// <summary>The file with one passage changed, which must stand in it.</summary>
    public static string With(string passage, string by)
    {
        Yaml.ShouldContain(passage, Case.Sensitive);
        var at = Yaml.IndexOf(passage, StringComparison.Ordinal);
        return Yaml[..at] + by + Yaml[(at + passage.Length)..];
    }

    private static string Load()
    {
        using var stream = Assembly.Load("baton").GetManifestResourceStream("policy/default.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
