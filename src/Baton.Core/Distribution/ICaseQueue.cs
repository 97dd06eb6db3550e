using Baton.Cases;

namespace Baton.Distribution;

/// <summary>
/// Tells runners which cases to look at, most pressing first. It only says "look at case X": losing it loses nothing,
/// since the sweeper announces runnable cases again.
/// </summary>
public interface ICaseQueue
{
    ValueTask AnnounceAsync(WakeUp wakeUp, CancellationToken cancellationToken);

    /// <summary>Waits for the next case; the same case is not handed out again until it is <see cref="Done"/>.</summary>
    ValueTask<WakeUp> TakeAsync(CancellationToken cancellationToken);

    /// <summary>The case was looked at. If it was announced meanwhile it is handed out again.</summary>
    void Done(WakeUp wakeUp);

    /// <summary>Tells this process's outbox that messages may be waiting.</summary>
    void MessagesWaiting();
}

/// <param name="CaseId">The case to look at.</param>
/// <param name="Priority">How pressing it is.</param>
/// <param name="Opened">The case as this node just opened it, under its own lease, so that it need not be read back. A hint: the expected version guards it.</param>
public readonly record struct WakeUp(string CaseId, Priority Priority, Case? Opened = null);
