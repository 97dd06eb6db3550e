using System.Collections.Concurrent;
using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// Who works on which case. Kept in memory: one process has the store, so its leases end with it and need no disk.
/// Changed on the writer's thread only; changes of a transaction that fails are taken back.
/// </summary>
internal sealed class Leases
{
    private readonly ConcurrentDictionary<string, LeaseChange> _held = new(StringComparer.Ordinal);
    private readonly Stack<(string CaseId, LeaseChange? Before)> _changes = new();

    /// <summary>Who holds the case, or held it last; null when it was given back. May be asked on any thread.</summary>
    public LeaseChange? Of(string caseId) => _held.GetValueOrDefault(caseId);

    /// <summary>True when somebody holds the case now. A node's own lease counts too.</summary>
    public bool IsHeld(string caseId, DateTimeOffset now) => _held.TryGetValue(caseId, out var lease) && lease.Until > now;

    public bool TryTake(string caseId, string node, DateTimeOffset now, DateTimeOffset until)
    {
        if (IsHeld(caseId, now) && _held[caseId].Node != node)
            return false;
        Change(caseId, new LeaseChange(node, until));
        return true;
    }

    public void Change(string caseId, LeaseChange? change)
    {
        if (change is null)
            return;
        _changes.Push((caseId, _held.GetValueOrDefault(caseId)));
        Set(caseId, change.Node is null ? null : change);
    }

    public void Release(string node)
    {
        foreach (var caseId in _held.Where(l => l.Value.Node == node).Select(l => l.Key).ToList())
            Change(caseId, new LeaseChange(null, default));
    }

    public void Commit() => _changes.Clear();

    public void Rollback()
    {
        while (_changes.TryPop(out var change))
            Set(change.CaseId, change.Before);
    }

    private void Set(string caseId, LeaseChange? lease)
    {
        if (lease is null)
            _held.TryRemove(caseId, out _);
        else
            _held[caseId] = lease;
    }
}
