using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>An append with everything that the appender's own thread can do for it.</summary>
internal sealed class PreparedAppend
{
    public PreparedAppend(CaseAppend append)
    {
        Append = append;
        Events = [.. append.Events.Select(EncodedEvent.Of)];
        Snapshot = append.Snapshot is null ? null : CaseJson.Write(append.Snapshot, CaseJson.Default.Case);
        TimerChanges = append.TimerChanges ?? [.. TimerChange.Of(append.Events)];
        Header = append.Header ?? (append.ExpectedVersion == 0 ? Case.Fold(null, append.Events.Select((e, i) => new StoredEvent(i + 1, e))).Header() : null);
        Package = append.Events.Any(e => e is MessageQueued { Message.AttachPackage: true }) ? PackageOf(Events) : null;
    }

    public CaseAppend Append { get; }
    public EncodedEvent[] Events { get; }
    public byte[]? Snapshot { get; }
    public IReadOnlyList<TimerChange> TimerChanges { get; }

    /// <summary>The row after the events. An opening always has one: it is what its first event says.</summary>
    public CaseHeader? Header { get; }

    /// <summary>The package of a handoff among the events, as it is stored, where one of their messages wants it.</summary>
    public byte[]? Package { get; }

    private static byte[]? PackageOf(EncodedEvent[] events) =>
        events.LastOrDefault(e => e.Event is HandedOff) is { Body: { } body } ? CaseEventCodec.PackageIn(body) : null;
}

/// <summary>What an append came to, before the events that a conflict missed are read.</summary>
internal abstract record Written
{
    public sealed record Done(AppendResult Result) : Written;

    public sealed record Behind(long CaseKey, long Version) : Written;
}

/// <summary>Writes one append inside the writer's transaction. What can be refused is looked at before anything is written.</summary>
internal static class Appender
{
    public static Written Write(Connection connection, WriterMemory memory, PreparedAppend prepared)
    {
        var append = prepared.Append;
        if (append.ExpectedVersion == 0)
            return new Written.Done(Open(connection, memory, prepared));
        if (CaseRows.Find(connection, append.CaseId) is not { } row)
            return new Written.Done(new AppendResult.NotFound());
        if (append.ExpectedVersion is { } expected && expected != row.Version)
            return new Written.Behind(row.Key, row.Version);

        var version = row.Version + append.Events.Count;
        if (prepared.Header is { } header)
        {
            row = row with { Owner = header.Owner, OwnerEpoch = header.OwnerEpoch, PersonReplies = header.PersonReplies };
            CaseRows.Update(connection, row.Key, header, append.HeaderBefore, version);
        }
        else if (append.Events.Count > 0)
        {
            CaseRows.SetVersion(connection, row.Key, version);
        }
        if (append.Runnable is { } runnable && runnable != row.Runnable)
            CaseRows.SetRunnable(connection, row.Key, runnable);
        WriteEvents(connection, memory, row, prepared);
        memory.Leases.Change(append.CaseId, append.Lease);
        return new Written.Done(new AppendResult.Appended(version));
    }

    private static AppendResult Open(Connection connection, WriterMemory memory, PreparedAppend prepared)
    {
        var (append, header) = (prepared.Append, prepared.Header!);
        if (DedupRows.FindDuplicate(connection, append.CaseId, append.Dedup) is { } duplicate)
            return duplicate;
        var version = append.Events.Count;
        var key = CaseRows.Insert(connection, header, version, append.Runnable ?? false, append.Dedup?.ContentHash);
        DedupRows.Insert(connection, append.Dedup, key);
        WriteEvents(connection, memory, new CaseRow(key, 0, header.Owner, header.OwnerEpoch, header.PersonReplies, append.Runnable ?? false), prepared);
        memory.Leases.Change(append.CaseId, append.Lease);
        return new AppendResult.Appended(version);
    }

    // The row says where the case stood before, but who has it after.
    private static void WriteEvents(Connection connection, WriterMemory memory, in CaseRow row, PreparedAppend prepared)
    {
        var version = row.Version;
        foreach (var e in prepared.Events)
        {
            var position = EventRows.Insert(connection, row.Key, ++version, e);
            Projections.Apply(connection, memory.Issues, row, position, e.Event);
            if (e.Event is MessageQueued queued)
                memory.Messages.Add(position, new WaitingMessage(queued.Message, queued.Message.AttachPackage ? prepared.Package : null));
        }
        foreach (var change in prepared.TimerChanges)
            TimerRows.Change(connection, row.Key, change);
        if (prepared.Header is null && prepared.TimerChanges.Count > 0)
            TimerRows.UpdateDeadline(connection, row.Key);
        if (prepared.Snapshot is { } snapshot)
            EventRows.PutSnapshot(connection, row.Key, version, snapshot);
    }
}
