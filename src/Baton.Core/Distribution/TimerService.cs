using Baton.Cases;
using Microsoft.Extensions.Logging;

namespace Baton.Distribution;

/// <summary>Fires durable timers as their time comes. A timer is gone only in the transaction that records its firing, so a crash repeats nothing and loses nothing.</summary>
public sealed partial class TimerService(ICaseStore store, CaseCommands commands, TimeProvider time, ILogger<TimerService> logger)
{
    private const int Batch = 128;
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await FireDueAsync(cancellationToken) == Batch)
                    continue;
                await Task.Delay(await NapAsync(cancellationToken), time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreUnavailableException exception)
            {
                LogUnavailable(exception.Message);
                await Task.Delay(LongestNap, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Fires what is due now, and says how many there were.</summary>
    public async Task<int> FireDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.FindDueTimersAsync(time.GetUtcNow(), Batch, cancellationToken);
        await Parallel.ForEachAsync(due, cancellationToken, async (timer, token) => await commands.FireAsync(timer.CaseId, timer.Timer.Kind, token));
        return due.Count;
    }

    // A timer set meanwhile may be due before the one that was next: never sleep longer than a glance.
    private async Task<TimeSpan> NapAsync(CancellationToken cancellationToken)
    {
        var next = await store.NextTimerAsync(cancellationToken);
        var nap = next is { } due ? due - time.GetUtcNow() : LongestNap;
        return nap < TimeSpan.FromMilliseconds(10) ? TimeSpan.FromMilliseconds(10) : nap > LongestNap ? LongestNap : nap;
    }

    [LoggerMessage(1201, LogLevel.Warning, "Timers wait for the store: {Reason}")]
    private partial void LogUnavailable(string reason);
}
