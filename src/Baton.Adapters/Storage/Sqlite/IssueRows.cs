using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>The preserved issues: what later cases learn from.</summary>
internal static class IssueRows
{
    public static void Put(Connection connection, IssueIndex index, long caseKey, long position, IReadOnlyList<string> keywords)
    {
        connection.Sql("INSERT INTO issues (case_key, preserved_position, keywords) VALUES (?, ?, ?) ON CONFLICT (case_key) DO UPDATE SET preserved_position = excluded.preserved_position, keywords = excluded.keywords")
            .With(caseKey).With(position).With(CaseRows.Join(keywords)).Run();
        index.Put(caseKey, [.. keywords]);
    }

    public static void SetResolution(Connection connection, long caseKey, string? resolution) =>
        connection.Sql("UPDATE issues SET resolution = ? WHERE case_key = ?").With(resolution).With(caseKey).Run();

    /// <summary>Fills the index of a store that was just opened, with its newest cases.</summary>
    public static void Load(Connection connection, IssueIndex index)
    {
        using var rows = connection.Sql("SELECT case_key, keywords FROM (SELECT case_key, keywords FROM issues ORDER BY case_key DESC LIMIT ?) ORDER BY case_key").With(IssueIndex.Remembered);
        while (rows.Step())
            index.Put(rows.Long(0), CaseRows.Split(rows.Text(1)));
        index.Commit();
    }

    public static IReadOnlyList<PreservedIssue> FindSimilar(
        Connection connection, IssueIndex index, RecentIssues recent, IReadOnlyList<string> keywords, string exceptCaseId, int limit) =>
        [.. index.FindSimilar(keywords).Take(limit + 1).Select(key => Read(connection, recent, key)).Where(issue => issue.CaseId != exceptCaseId).Take(limit)];

    private static PreservedIssue Read(Connection connection, RecentIssues recent, long caseKey)
    {
        using var row = connection.Sql("SELECT c.id, c.subject, i.preserved_position, i.resolution FROM issues i JOIN cases c ON c.key = i.case_key WHERE i.case_key = ?").With(caseKey);
        row.Step();
        var issue = recent.Read(connection, row.Long(2));
        return new PreservedIssue(row.Text(0), row.TextOrNull(1), issue.Signature, issue.Path, row.TextOrNull(3), issue.WhatWorked);
    }
}
