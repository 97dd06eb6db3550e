using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// The durable timers. They follow the timer events alone: a timer that the fold dropped by itself stays here until it fires,
/// which then changes nothing.
/// </summary>
internal static class TimerRows
{
    public static void Set(Connection connection, long caseKey, TimerKind kind, DateTimeOffset due) =>
        connection.Sql("INSERT INTO timers (case_key, kind, due) VALUES (?, ?, ?) ON CONFLICT (case_key, kind) DO UPDATE SET due = excluded.due")
            .With(caseKey).With(Words.Of(kind)).With(due).Run();

    public static void Remove(Connection connection, long caseKey, TimerKind kind) =>
        connection.Sql("DELETE FROM timers WHERE case_key = ? AND kind = ?").With(caseKey).With(Words.Of(kind)).Run();

    public static IReadOnlyList<DueTimer> Due(Connection connection, DateTimeOffset now, int limit)
    {
        var due = new List<DueTimer>();
        using var rows = connection.Sql("SELECT c.id, t.kind, t.due FROM timers t JOIN cases c ON c.key = t.case_key WHERE t.due <= ? ORDER BY t.due, t.case_key LIMIT ?")
            .With(now).With(limit);
        while (rows.Step())
            due.Add(new DueTimer(rows.Text(0), new CaseTimer(CaseRows.Word<TimerKind>(rows.Text(1)), rows.Time(2))));
        return due;
    }

    public static DateTimeOffset? Next(Connection connection) =>
        connection.Sql("SELECT min(due) FROM timers").Number() is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
