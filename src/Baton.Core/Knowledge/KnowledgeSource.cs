using Microsoft.Extensions.Logging;

namespace Baton.Knowledge;

/// <summary>
/// The company's articles as they are now: read from a folder and read again within two seconds of a change, or given once. Articles that break the format
/// are left out and named in <see cref="Problems"/>; the others are served.
/// </summary>
public sealed partial class KnowledgeSource : IKnowledge, IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly ArticleFolder? _folder;
    private readonly ILogger _logger;
    private readonly ITimer? _timer;
    private readonly Lock _reading = new();
    private IReadOnlyList<ArticleStamp>? _stamps;
    private volatile Loaded _loaded = Loaded.Nothing;

    /// <summary>Articles that never change, such as those built into the program.</summary>
    public KnowledgeSource(IEnumerable<ArticleFile> files, ILogger<KnowledgeSource> logger)
    {
        _logger = logger;
        var reading = new Reading();
        foreach (var file in files)
            reading.Take(file);
        Serve(reading.End());
    }

    /// <summary>The articles of a folder, which may be edited at any time. A folder that is missing is a problem, not an error: it may come.</summary>
    public KnowledgeSource(ArticleFolder folder, TimeProvider time, ILogger<KnowledgeSource> logger)
    {
        _folder = folder;
        _logger = logger;
        Refresh();
        _timer = time.CreateTimer(_ => Refresh(), null, Poll, Poll);
    }

    /// <summary>All articles that could be read, internal ones too.</summary>
    public IReadOnlyList<Article> Articles => _loaded.Articles;

    /// <summary>What could not be read, by file; empty when all is well.</summary>
    public IReadOnlyList<ArticleProblem> Problems => _loaded.Problems;

    public IReadOnlyList<Passage> Search(string query, int limit) => _loaded.Index.Search(query, limit);

    /// <summary>Articles whose day of review has come, longest due first.</summary>
    public IReadOnlyList<Article> StaleArticles(DateOnly today) => [.. _loaded.Articles.Where(a => a.Review <= today).OrderBy(a => a.Review)];

    public void Dispose() => _timer?.Dispose();

    private void Refresh()
    {
        // A reading that takes longer than the poll must not be run over by the next.
        if (!_reading.TryEnter())
            return;
        try
        {
            var stamps = _folder!.Stamps();
            if (_stamps is not null && stamps.SequenceEqual(_stamps))
                return;
            Read(stamps);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable(e);
        }
        finally
        {
            _reading.Exit();
        }
    }

    private void Read(IReadOnlyList<ArticleStamp> stamps)
    {
        var reading = new Reading();
        var complete = true;
        foreach (var stamp in stamps)
            complete &= reading.Take(_folder!, stamp);
        // A file that was just being written is looked at again, though its stamp may not change any more.
        _stamps = complete ? stamps : null;
        Serve(reading.End());
    }

    // The folder itself is away: what was read before goes on being served.
    private void Unreadable(Exception e)
    {
        _stamps = null;
        var problem = new ArticleProblem(_folder!.Path, null, $"cannot be read: {e.Message}");
        if (!_loaded.Problems.SequenceEqual([problem]))
            Serve(_loaded with { Problems = [problem] });
    }

    private void Serve(Loaded loaded)
    {
        var before = _loaded;
        _loaded = loaded;
        if (loaded.Articles.Count != before.Articles.Count || loaded.Problems.Count != before.Problems.Count)
            LogServed(loaded.Articles.Count, loaded.Problems.Count);
        foreach (var problem in loaded.Problems.Except(before.Problems))
            LogProblem(problem);
    }

    [LoggerMessage(1601, LogLevel.Information, "Serving {Articles} knowledge articles, {Problems} left out")]
    private partial void LogServed(int articles, int problems);

    [LoggerMessage(1602, LogLevel.Warning, "Knowledge article left out: {Problem}")]
    private partial void LogProblem(ArticleProblem problem);

    private sealed record Loaded(KnowledgeIndex Index, IReadOnlyList<Article> Articles, IReadOnlyList<ArticleProblem> Problems)
    {
        public static readonly Loaded Nothing = new(KnowledgeIndex.Empty, [], []);
    }

    /// <summary>One pass over all files.</summary>
    private sealed class Reading
    {
        private readonly List<Article> _articles = [];
        private readonly List<ArticleProblem> _problems = [];

        public void Take(ArticleFile file)
        {
            try
            {
                _articles.Add(ArticleParser.Parse(file));
            }
            catch (ArticleFormatException e)
            {
                _problems.Add(e.Problem);
            }
        }

        /// <summary>False when the file could not even be opened.</summary>
        public bool Take(ArticleFolder folder, ArticleStamp stamp)
        {
            try
            {
                Take(folder.Read(stamp));
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _problems.Add(new ArticleProblem(stamp.Name, null, $"cannot be read: {e.Message}"));
                return false;
            }
        }

        public Loaded End() => new(new KnowledgeIndex(_articles), _articles, _problems);
    }
}
