using Baton.Cases;
using Microsoft.Extensions.Logging;

namespace Baton.Distribution;

/// <summary>
/// Looks for what fell between: runnable cases that no runner has (their worker died, or a wake-up was lost), and open cases without a deadline or past it.
/// </summary>
public sealed partial class Watchdog(ICaseStore store, ICaseQueue queue, CaseCommands commands, TimeProvider time, NodeOptions node, ILogger<Watchdog> logger)
{
    private const int Batch = 256;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // After a standstill the timers of that time are fired first; what is late by that alone is not stuck.
        var reportsFrom = time.GetUtcNow() + StuckAfter;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(cancellationToken);
                if (time.GetUtcNow() >= reportsFrom)
                    await ReportStuckAsync(cancellationToken);
                await Task.Delay(SweepEvery, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException exception)
            {
                LogUnavailable(exception.Message);
                await Task.Delay(SweepEvery, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Announces every runnable case whose lease is free, most pressing first.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var (swept, found) = (0, 0);
        do
        {
            var now = time.GetUtcNow();
            var cases = await store.LeaseRunnableAsync(node.Name, now, now + node.Lease, Batch, cancellationToken);
            foreach (var caseId in cases)
                await queue.AnnounceAsync(new WakeUp(caseId, Priority.High), cancellationToken);
            found = cases.Count;
            swept += found;
        }
        while (found == Batch);
        if (swept > 0)
            LogSwept(swept);
        return swept;
    }

    /// <summary>Records every stuck case as such; <see cref="Handoff.StuckStep"/> then takes it to people.</summary>
    public async Task<int> ReportStuckAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - StuckAfter;
        var found = await store.FindStuckAsync(before, Batch, cancellationToken);
        foreach (var caseId in found)
            await commands.ReportStuckAsync(caseId, before, cancellationToken);
        return found.Count;
    }

    [LoggerMessage(1301, LogLevel.Information, "{Count} cases that no runner had are announced again")]
    private partial void LogSwept(int count);

    [LoggerMessage(1302, LogLevel.Warning, "The watchdog waits for the store: {Reason}")]
    private partial void LogUnavailable(string reason);
}
