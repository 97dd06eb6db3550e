using System.Runtime.InteropServices;
using Baton.Cases;
using Baton.Memory;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>The preserved issues, and for each word the newest of them: what later cases learn from.</summary>
internal static class IssueRows
{
    // Bounds of one search, whatever the store holds: so many words, so many of the newest cases of each, so many of those compared closely.
    private const int WordsLooked = 8;
    private const int NewestOfAWord = 32;
    private const int Compared = 16;

    // Every word of a new issue dirties a page of its own, so only so many are indexed: people name their issue first.
    private const int WordsIndexed = 12;

    public static void Put(Connection connection, long caseKey, long position, IReadOnlyList<string> keywords)
    {
        connection.Sql("INSERT INTO issues (case_key, preserved_position, keywords) VALUES (?, ?, ?) ON CONFLICT (case_key) DO UPDATE SET preserved_position = excluded.preserved_position, keywords = excluded.keywords")
            .With(caseKey).With(position).With(CaseRows.Join(keywords)).Run();
        foreach (var keyword in keywords.Take(WordsIndexed))
            Post(connection, keyword, caseKey);
    }

    private static void Post(Connection connection, string word, long caseKey)
    {
        var newest = Newest(connection, word);
        if (newest.Contains(caseKey))
            return;
        var kept = newest.Length < NewestOfAWord ? newest.AsSpan() : newest.AsSpan(0, NewestOfAWord - 1);
        connection.Sql("INSERT OR REPLACE INTO issue_words (word, newest) VALUES (?, ?)").With(word).With(MemoryMarshal.AsBytes((ReadOnlySpan<long>)[caseKey, .. kept])).Run();
    }

    private static long[] Newest(Connection connection, string word)
    {
        using var row = connection.Sql("SELECT newest FROM issue_words WHERE word = ?").With(word);
        return row.Step() ? MemoryMarshal.Cast<byte, long>(row.Blob(0)).ToArray() : [];
    }

    public static void SetResolution(Connection connection, long caseKey, string? resolution) =>
        connection.Sql("UPDATE issues SET resolution = ? WHERE case_key = ?").With(resolution).With(caseKey).Run();

    public static IReadOnlyList<PreservedIssue> FindSimilar(Connection connection, RecentIssues recent, IReadOnlyList<string> keywords, string exceptCaseId, int limit)
    {
        var except = CaseRows.FindKey(connection, exceptCaseId) ?? 0;
        return [.. Candidates(connection, keywords, except)
            .Select(key => (Key: key, Similarity: IssueSimilarity.Of(keywords, Keywords(connection, key))))
            .Where(c => c.Similarity > 0)
            .OrderByDescending(c => c.Similarity).ThenByDescending(c => c.Key)
            .Take(limit)
            .Select(c => Read(connection, recent, c.Key))];
    }

    // The cases that share the most of the words that were looked at, the newest first among equals.
    private static IEnumerable<long> Candidates(Connection connection, IReadOnlyList<string> keywords, long except)
    {
        var shared = new Dictionary<long, int>();
        foreach (var keyword in keywords.Distinct().Take(WordsLooked))
        {
            foreach (var key in Newest(connection, keyword).Where(k => k != except))
                shared[key] = shared.GetValueOrDefault(key) + 1;
        }
        return shared.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(Compared).Select(s => s.Key);
    }

    private static string[] Keywords(Connection connection, long caseKey)
    {
        using var row = connection.Sql("SELECT keywords FROM issues WHERE case_key = ?").With(caseKey);
        return row.Step() ? CaseRows.Split(row.Text(0)) : [];
    }

    private static PreservedIssue Read(Connection connection, RecentIssues recent, long caseKey)
    {
        using var row = connection.Sql("SELECT c.id, c.subject, i.preserved_position, i.resolution FROM issues i JOIN cases c ON c.key = i.case_key WHERE i.case_key = ?").With(caseKey);
        row.Step();
        var issue = recent.Read(connection, row.Long(2));
        return new PreservedIssue(row.Text(0), row.TextOrNull(1), issue.Signature, issue.Path, row.TextOrNull(3), issue.WhatWorked);
    }
}
