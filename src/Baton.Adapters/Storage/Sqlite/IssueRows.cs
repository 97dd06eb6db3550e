using Baton.Cases;
using Baton.Memory;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>The preserved issues and the postings of their keywords: what later cases learn from.</summary>
internal static class IssueRows
{
    // Bounds of one search, whatever the store holds: so many words, so many of the newest cases of each, so many of those compared closely.
    private const int WordsLooked = 8;
    private const int NewestOfAWord = 32;
    private const int Compared = 64;

    // Every word of a new issue dirties a page of its own, so only so many are indexed: people name their issue first.
    private const int WordsIndexed = 12;

    public static void Put(Connection connection, long caseKey, long position, IReadOnlyList<string> keywords)
    {
        foreach (var keyword in Keywords(connection, caseKey).Take(WordsIndexed).Except(keywords.Take(WordsIndexed)))
            connection.Sql("DELETE FROM issue_keywords WHERE keyword = ? AND case_key = ?").With(keyword).With(caseKey).Run();
        connection.Sql("INSERT INTO issues (case_key, preserved_position, keywords) VALUES (?, ?, ?) ON CONFLICT (case_key) DO UPDATE SET preserved_position = excluded.preserved_position, keywords = excluded.keywords")
            .With(caseKey).With(position).With(CaseRows.Join(keywords)).Run();
        foreach (var keyword in keywords.Take(WordsIndexed))
            connection.Sql("INSERT OR IGNORE INTO issue_keywords (keyword, case_key) VALUES (?, ?)").With(keyword).With(caseKey).Run();
    }

    public static void SetResolution(Connection connection, long caseKey, string? resolution) =>
        connection.Sql("UPDATE issues SET resolution = ? WHERE case_key = ?").With(resolution).With(caseKey).Run();

    public static IReadOnlyList<PreservedIssue> FindSimilar(Connection connection, IReadOnlyList<string> keywords, string exceptCaseId, int limit)
    {
        var except = CaseRows.FindKey(connection, exceptCaseId) ?? 0;
        return [.. Candidates(connection, keywords, except)
            .Select(key => (Key: key, Similarity: IssueSimilarity.Of(keywords, Keywords(connection, key))))
            .OrderByDescending(c => c.Similarity).ThenByDescending(c => c.Key)
            .Take(limit)
            .Select(c => Read(connection, c.Key))];
    }

    // The cases that share the most of the words that were looked at, the newest first among equals.
    private static IEnumerable<long> Candidates(Connection connection, IReadOnlyList<string> keywords, long except)
    {
        var shared = new Dictionary<long, int>();
        foreach (var keyword in keywords.Distinct().Take(WordsLooked))
        {
            using var postings = connection.Sql("SELECT case_key FROM issue_keywords WHERE keyword = ? ORDER BY case_key DESC LIMIT ?").With(keyword).With(NewestOfAWord);
            while (postings.Step())
            {
                if (postings.Long(0) != except)
                    shared[postings.Long(0)] = shared.GetValueOrDefault(postings.Long(0)) + 1;
            }
        }
        return shared.OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(Compared).Select(s => s.Key);
    }

    private static string[] Keywords(Connection connection, long caseKey)
    {
        using var row = connection.Sql("SELECT keywords FROM issues WHERE case_key = ?").With(caseKey);
        return row.Step() ? CaseRows.Split(row.Text(0)) : [];
    }

    private static PreservedIssue Read(Connection connection, long caseKey)
    {
        using var row = connection.Sql("SELECT c.id, c.subject, i.preserved_position, i.resolution FROM issues i JOIN cases c ON c.key = i.case_key WHERE i.case_key = ?").With(caseKey);
        row.Step();
        var preservation = ((ContextPreserved)EventRows.ReadOne(connection, row.Long(2))).Preservation;
        return new PreservedIssue(row.Text(0), row.TextOrNull(1), preservation.Issue, preservation.Session.Path, row.TextOrNull(3), preservation.WhatWorked);
    }
}
