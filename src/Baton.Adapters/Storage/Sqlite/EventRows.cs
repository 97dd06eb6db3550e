using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>An event in its stored form, made on the appender's thread.</summary>
internal readonly record struct EncodedEvent(CaseEvent Event, string Type, byte[] Body)
{
    public static EncodedEvent Of(CaseEvent e) => new(e, CaseEventCodec.NameOf(e), CaseEventCodec.Encode(e));
}

/// <summary>The log itself, and the snapshots beside it.</summary>
internal static class EventRows
{
    /// <summary>Appends an event; its position is its place in the log of all cases.</summary>
    public static long Insert(Connection connection, long caseKey, long version, in EncodedEvent e)
    {
        connection.Sql("INSERT INTO events (case_key, version, type, body) VALUES (?, ?, ?, ?)").With(caseKey).With(version).With(e.Type).With(e.Body).Run();
        return connection.LastKey;
    }

    public static List<StoredEvent> Read(Connection connection, long caseKey, long afterVersion)
    {
        var events = new List<StoredEvent>();
        using var rows = connection.Sql("SELECT version, type, body FROM events WHERE case_key = ? AND version > ? ORDER BY version").With(caseKey).With(afterVersion);
        while (rows.Step())
            events.Add(new StoredEvent(rows.Long(0), CaseEventCodec.Decode(rows.Text(1), rows.Blob(2))));
        return events;
    }

    public static CaseEvent? FindLast(Connection connection, long caseKey, string type)
    {
        using var row = connection.Sql("SELECT body FROM events WHERE case_key = ? AND type = ? ORDER BY version DESC LIMIT 1").With(caseKey).With(type);
        return row.Step() ? CaseEventCodec.Decode(type, row.Blob(0)) : null;
    }

    public static CaseEvent ReadOne(Connection connection, long position)
    {
        using var row = connection.Sql("SELECT type, body FROM events WHERE position = ?").With(position);
        return row.Step() ? CaseEventCodec.Decode(row.Text(0), row.Blob(1)) : throw new InvalidOperationException($"event {position} is gone");
    }

    public static IReadOnlyList<LoggedVerdict> Verdicts(Connection connection, long after, int limit)
    {
        var verdicts = new List<LoggedVerdict>();
        using var rows = connection.Sql("""
            SELECT e.position, c.id, e.version FROM events e INDEXED BY events_verdicts JOIN cases c ON c.key = e.case_key
            WHERE e.type = 'verdict_given' AND e.position > ? ORDER BY e.position LIMIT ?
            """).With(after).With(limit);
        while (rows.Step())
            verdicts.Add(new LoggedVerdict(rows.Long(0), rows.Text(1), rows.Long(2)));
        return verdicts;
    }

    public static void PutSnapshot(Connection connection, long caseKey, long version, byte[] body) =>
        connection.Sql("INSERT OR REPLACE INTO snapshots (case_key, version, body) VALUES (?, ?, ?)").With(caseKey).With(version).With(body).Run();

    /// <summary>The newest snapshot; null when there is none, or when this version cannot read it, since the events tell the same.</summary>
    public static Case? ReadSnapshot(Connection connection, long caseKey)
    {
        using var row = connection.Sql("SELECT body FROM snapshots WHERE case_key = ?").With(caseKey);
        if (!row.Step())
            return null;
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize(row.Blob(0), CaseJson.Default.Case);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
