namespace Baton.Distribution;

/// <summary>Wakes a loop that would otherwise wait for a time: set any number of times, seen at least once.</summary>
public sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        if (_set.CurrentCount > 0)
            return;
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two setters at once: it is set, which is all that either wanted.
        }
    }

    /// <summary>Waits until it is set or the time has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _set.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time has passed.
        }
    }

    public void Dispose() => _set.Dispose();
}
