using System.Collections.Concurrent;
using Baton.Memory;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// The words of the newest preserved issues, from which similar ones are found. Kept in memory and read anew from <c>issues</c> when the store is opened:
/// on the disk, each word of an issue would dirty a page of its own. Changed on the writer's thread only, and seen once it is committed; read on any.
/// </summary>
internal sealed class IssueIndex
{
    /// <summary>Issues that are remembered; older ones are not told to anybody any more.</summary>
    public const int Remembered = 16_384;

    // Bounds of one search, whatever is remembered: so many words, so many of the newest issues of each, so many of those compared closely.
    private const int WordsLooked = 8;
    private const int NewestOfAWord = 32;
    private const int Compared = 16;

    // People name their issue first.
    private const int WordsIndexed = 12;

    private readonly ConcurrentDictionary<long, string[]> _issues = new();
    private readonly ConcurrentDictionary<string, long[]> _newest = new(StringComparer.Ordinal);
    private readonly Queue<long> _inOrder = new();
    private readonly List<(long CaseKey, string[] Keywords)> _uncommitted = [];

    /// <summary>Remembers a case's issue, in place of what it said before.</summary>
    public void Put(long caseKey, string[] keywords) => _uncommitted.Add((caseKey, keywords));

    public void Commit()
    {
        foreach (var (caseKey, keywords) in _uncommitted)
            Remember(caseKey, keywords);
        _uncommitted.Clear();
    }

    public void Rollback() => _uncommitted.Clear();

    /// <summary>The cases whose issues are most like these words, the most alike first and the newer first among equals.</summary>
    public IEnumerable<long> FindSimilar(IReadOnlyList<string> keywords) =>
        Candidates(keywords)
            .Select(key => (Key: key, Similarity: _issues.TryGetValue(key, out var words) ? IssueSimilarity.Of(keywords, words) : 0))
            .Where(c => c.Similarity > 0)
            .OrderByDescending(c => c.Similarity).ThenByDescending(c => c.Key)
            .Select(c => c.Key);

    // The cases that share the most of the words that were looked at, the newest first among equals.
    private IEnumerable<long> Candidates(IReadOnlyList<string> keywords)
    {
        var shared = new Dictionary<long, int>();
        foreach (var keyword in keywords.Distinct().Take(WordsLooked))
        {
            foreach (var key in _newest.GetValueOrDefault(keyword, []))
                shared[key] = shared.GetValueOrDefault(key) + 1;
        }
        return shared.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(Compared).Select(s => s.Key);
    }

    private void Remember(long caseKey, string[] keywords)
    {
        if (_issues.TryGetValue(caseKey, out var before))
            Unlist(caseKey, before);
        else
            _inOrder.Enqueue(caseKey);
        _issues[caseKey] = keywords;
        foreach (var word in keywords.Take(WordsIndexed).Distinct())
        {
            var newest = _newest.GetValueOrDefault(word, []);
            _newest[word] = [caseKey, .. newest.AsSpan(0, Math.Min(newest.Length, NewestOfAWord - 1))];
        }
        if (_inOrder.Count > Remembered && _issues.TryRemove(_inOrder.Peek(), out var oldest))
            Unlist(_inOrder.Dequeue(), oldest);
    }

    private void Unlist(long caseKey, string[] keywords)
    {
        foreach (var word in keywords.Take(WordsIndexed))
        {
            if (!_newest.TryGetValue(word, out var newest))
                continue;
            var others = Array.FindAll(newest, key => key != caseKey);
            if (others.Length > 0)
                _newest[word] = others;
            else
                _newest.TryRemove(word, out _);
        }
    }
}
