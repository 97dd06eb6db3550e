using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>The durable timers, one row for each that a case has set.</summary>
internal static class TimerRows
{
    public static void Change(Connection connection, long caseKey, TimerChange change)
    {
        if (change.Due is { } due)
            Set(connection, caseKey, change.Kind, due);
        else
            Remove(connection, caseKey, change.Kind);
    }

    /// <summary>For an append that brings no row: the earliest timer is the case's deadline.</summary>
    public static void UpdateDeadline(Connection connection, long caseKey) =>
        connection.Sql("UPDATE cases SET deadline = (SELECT min(due) FROM timers WHERE case_key = ?1) WHERE key = ?1").With(caseKey).Run();

    private static void Set(Connection connection, long caseKey, TimerKind kind, DateTimeOffset due) =>
        connection.Sql("INSERT INTO timers (case_key, kind, due) VALUES (?, ?, ?) ON CONFLICT (case_key, kind) DO UPDATE SET due = excluded.due")
            .With(caseKey).With(Words.Of(kind)).With(due).Run();

    private static void Remove(Connection connection, long caseKey, TimerKind kind) =>
        connection.Sql("DELETE FROM timers WHERE case_key = ? AND kind = ?").With(caseKey).With(Words.Of(kind)).Run();

    /// <summary>Due timers, by the case whose earliest has been due the longest. Only cases whose deadline has passed are looked at.</summary>
    public static IReadOnlyList<DueTimer> Due(Connection connection, DateTimeOffset now, int limit)
    {
        var due = new List<DueTimer>();
        using var rows = connection.Sql($"""
            SELECT c.id, t.kind, t.due FROM (SELECT key, id, deadline FROM cases INDEXED BY cases_by_deadline WHERE {CaseRows.WithDeadline} AND deadline <= ?1) c
                CROSS JOIN timers t ON t.case_key = c.key AND t.due <= ?1
            ORDER BY c.deadline, c.key, t.due LIMIT ?2
            """).With(now).With(limit);
        while (rows.Step())
            due.Add(new DueTimer(rows.Text(0), new CaseTimer(CaseRows.Word<TimerKind>(rows.Text(1)), rows.Time(2))));
        return due;
    }

    public static DateTimeOffset? Next(Connection connection) =>
        connection.Sql($"SELECT deadline FROM cases INDEXED BY cases_by_deadline WHERE {CaseRows.WithDeadline} AND deadline IS NOT NULL ORDER BY deadline LIMIT 1").Number() is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
