namespace Baton.Acceptance.Crash;

/// <summary>Where things are in the working copy that this assembly was built from.</summary>
internal static class Repository
{
    private static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>The executable, in the configuration in which these tests were built.</summary>
    public static string Executable { get; } = File("artifacts", "bin", "Baton", new DirectoryInfo(AppContext.BaseDirectory).Name, "baton");

    public static string File(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    private static string Find(string directory) =>
        System.IO.File.Exists(Path.Combine(directory, "Baton.slnx")) ? directory
        : Find(Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("Baton.slnx is in no folder above the tests"));
}
