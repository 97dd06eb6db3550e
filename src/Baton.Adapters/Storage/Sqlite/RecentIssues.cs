using System.Collections.Concurrent;
using Baton.Cases;
using Baton.Memory;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>What similar cases are told by, read once: the same few newest cases of a matter are similar to each one that comes. Keyed by the event's place, and events never change.</summary>
internal sealed class RecentIssues
{
    private const int Most = 1_024;
    private readonly ConcurrentDictionary<long, Issue> _byPosition = new();

    public Issue Read(Connection connection, long position)
    {
        if (_byPosition.TryGetValue(position, out var known))
            return known;
        var preservation = ((ContextPreserved)EventRows.ReadOne(connection, position)).Preservation;
        if (_byPosition.Count >= Most)
            _byPosition.Clear();
        return _byPosition[position] = new Issue(preservation.Issue, preservation.Session.Path, preservation.WhatWorked);
    }

    /// <summary>The part of a preservation that later cases see.</summary>
    internal sealed record Issue(IssueSignature Signature, string Path, IReadOnlyList<string> WhatWorked);
}
