namespace Baton.Knowledge;

/// <summary>The Markdown files of one folder, and whether they changed. All reading of articles from disk is here.</summary>
public sealed class ArticleFolder(string path)
{
    public string Path => path;

    /// <summary>Name, time of writing and size of every article, in the order of their names: equal lists mean nothing changed.</summary>
    /// <exception cref="IOException">The folder is missing or cannot be read.</exception>
    public IReadOnlyList<ArticleStamp> Stamps() =>
    [
        .. new DirectoryInfo(path).EnumerateFiles("*.md")
            .Select(f => new ArticleStamp(f.Name, f.LastWriteTimeUtc, f.Length))
            .OrderBy(s => s.Name, StringComparer.Ordinal),
    ];

    public ArticleFile Read(ArticleStamp stamp) => new(stamp.Name, File.ReadAllText(System.IO.Path.Combine(path, stamp.Name)));
}

/// <summary>Tells one state of a file from another without reading it.</summary>
public sealed record ArticleStamp(string Name, DateTime WrittenAt, long Length);
