namespace Baton.Acceptance.Running;

/// <summary>Where the built executable and the repository's own files are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The executable of the same configuration as these tests.</summary>
    public static string Executable { get; } = Path.Combine(Root, "artifacts", "bin", "Baton", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "baton");

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (System.IO.File.Exists(Path.Combine(folder, "Baton.slnx")))
                return folder;
        }
        throw new DirectoryNotFoundException($"no Baton.slnx above {AppContext.BaseDirectory}");
    }
}
