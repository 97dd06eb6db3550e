using Baton.Connectors;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>A message as it was queued, with the package to attach where it was written by the same append.</summary>
internal sealed record WaitingMessage(OutgoingMessage Message, byte[]? Package);

/// <summary>
/// The messages that this process queued and that nobody has claimed yet, by the place of the event that queued them: most leave at once and are not read back.
/// Used on the writer's thread only. What is not here is in the log.
/// </summary>
internal sealed class WaitingMessages
{
    private const int Most = 1_024;
    private readonly Dictionary<long, WaitingMessage> _byPosition = [];

    public void Add(long position, WaitingMessage message)
    {
        if (_byPosition.Count >= Most)
            _byPosition.Clear();
        _byPosition[position] = message;
    }

    /// <summary>Gives a message out and forgets it.</summary>
    public WaitingMessage? Take(long position) => _byPosition.Remove(position, out var message) ? message : null;

    /// <summary>Places of a transaction that was taken back are given to other events, so nothing may be kept under them.</summary>
    public void Rollback() => _byPosition.Clear();
}
