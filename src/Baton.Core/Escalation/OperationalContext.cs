using System.Collections.Concurrent;
using Baton.Cases;
using Microsoft.Extensions.Logging;

namespace Baton.Escalation;

/// <summary>
/// What the desk looks like now: how many cases wait for a team, and how earlier ones of a category ended. Read at most every 30 seconds each.
/// A store that fails or is slow never holds up a case: what is not known counts for nothing.
/// </summary>
public sealed partial class OperationalContext(ICaseStore store, TimeProvider time, ILogger<OperationalContext> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<string, Reading<int?>> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Category, Reading<OutcomeCounts?>> _outcomes = new();

    /// <summary>Unclaimed cases in a team's queue; null when unknown.</summary>
    public ValueTask<int?> WaitingAsync(string team, CancellationToken cancellationToken) =>
        ReadAsync(_waiting, team, async token => (int?)await store.CountWaitingAsync(team, token), "waiting", cancellationToken);

    /// <summary>Outcomes so far of a category's cases; null when unknown.</summary>
    public ValueTask<OutcomeCounts?> OutcomesAsync(Category category, CancellationToken cancellationToken) =>
        ReadAsync<Category, OutcomeCounts?>(_outcomes, category, async token => await store.CountOutcomesAsync(category, token), "outcomes", cancellationToken);

    private async ValueTask<T> ReadAsync<TKey, T>(
        ConcurrentDictionary<TKey, Reading<T?>> readings, TKey key, Func<CancellationToken, Task<T>> read, string what, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var now = time.GetUtcNow();
        if (readings.TryGetValue(key, out var last) && now - last.At < Fresh)
            return last.Value!;
        // Marked as read before it is, so that a slow store is asked once, not by every case that comes along.
        readings[key] = new Reading<T?>(last is null ? default : last.Value, now);
        var value = await TryAsync(read, what, cancellationToken);
        readings[key] = new Reading<T?>(value, now);
        return value!;
    }

    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> read, string what, CancellationToken cancellationToken)
    {
        try
        {
            return await read(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever goes wrong here, the case goes on with neutral figures.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnknown(logger, what, e.GetType().Name);
            return default;
        }
    }

    [LoggerMessage(1501, LogLevel.Warning, "the number of {What} could not be read ({Error}); thresholds do without it")]
    private static partial void LogUnknown(ILogger logger, string what, string error);

    private sealed record Reading<T>(T Value, DateTimeOffset At);
}
