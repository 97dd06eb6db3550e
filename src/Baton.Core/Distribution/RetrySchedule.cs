namespace Baton.Distribution;

/// <summary>When a failed send is tried again: exponential back-off with full jitter, never before the other side's Retry-After.</summary>
public static class RetrySchedule
{
    /// <summary>With the delays below, about eight hours of trying.</summary>
    public const int MostAttempts = 16;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="attempts">Attempts made so far, from 1.</param>
    /// <param name="retryAfter">What the other side asked for, if anything.</param>
    /// <param name="jitter">0 to 1, drawn by the caller.</param>
    public static TimeSpan Delay(int attempts, TimeSpan? retryAfter, double jitter)
    {
        var ceiling = First * Math.Pow(2, Math.Min(attempts - 1, 20));
        var delay = (ceiling > Longest ? Longest : ceiling) * Math.Clamp(jitter, 0, 1);
        return retryAfter is { } wanted && wanted > delay ? wanted : delay;
    }
}
