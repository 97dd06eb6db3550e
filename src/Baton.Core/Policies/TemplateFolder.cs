namespace Baton.Policies;

/// <summary>Templates by <c>language/name</c>, from <c>templates/&lt;language&gt;/&lt;name&gt;.txt</c>.</summary>
public static class TemplateFolder
{
    /// <summary>The templates of a folder; none where there is no such folder.</summary>
    public static IReadOnlyDictionary<string, Template> Load(string directory) => !Directory.Exists(directory)
        ? new Dictionary<string, Template>()
        : From(Directory.EnumerateFiles(directory, "*.txt", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(directory, path).Replace('\\', '/'), File.ReadAllText(path))));

    /// <summary>Templates from pairs of relative path (<c>en/acknowledgement.txt</c>) and text. Other paths are left aside.</summary>
    public static IReadOnlyDictionary<string, Template> From(IEnumerable<(string Path, string Text)> files)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            if (path.Split('/') is [var language, var file] && file.EndsWith(".txt", StringComparison.Ordinal))
                templates[$"{language}/{file[..^4]}"] = new Template(file[..^4], language, text.ReplaceLineEndings("\n").TrimEnd());
        }
        return templates;
    }
}
