namespace Baton.Acceptance.Running;

/// <summary>The default policy as a file, with words replaced.</summary>
internal static class TestPolicyFile
{
    public static string Write(string folder, params (string Old, string New)[] changes)
    {
        var text = File.ReadAllText(Repository.File("policy", "default.yaml"));
        foreach (var (old, replacement) in changes)
        {
            text.ShouldContain(old);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }
        var path = Path.Combine(folder, "policy.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
