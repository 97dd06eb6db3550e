namespace Baton.Tests.Architecture;

/// <summary>The repository's own C# files, for rules that reflection cannot see.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files under src, as slash-divided paths from the root.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new SourceFile(Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllLines(f))),
    ];

    /// <summary>Fails with every finding, one a line, each with its place.</summary>
    public static void ShouldBeClean(this IEnumerable<string> findings, string rule)
    {
        var list = findings.ToList();
        Assert.True(list.Count == 0, $"{rule}\n{string.Join('\n', list)}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Baton.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository: no Baton.slnx above them");
    }
}

/// <summary>A file and its lines.</summary>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Lines of code with their place (<c>src/…/X.cs:12</c>); comment lines left out.</summary>
    public IEnumerable<(string Place, string Line)> Code =>
        Lines.Select((line, i) => ($"{Path}:{i + 1}", line)).Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal));
}
