using System.Collections.Concurrent;
using Baton.Cases;

namespace Baton.Distribution;

/// <summary>Tells whoever waits for a case that a runner of this process is done with it for now.</summary>
public sealed class RestedCases
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Case?>> _waiting = new(StringComparer.Ordinal);

    /// <summary>
    /// Completes when the case next rests, with the case as the runner left it, or null where it did not get to see it.
    /// Ask before looking at the case or opening it, so that a rest in between is not missed.
    /// </summary>
    public Task<Case?> NextRestAsync(string caseId) =>
        _waiting.GetOrAdd(caseId, _ => new TaskCompletionSource<Case?>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Lets a wait go that nobody needs any more.</summary>
    public void Forget(string caseId, Task<Case?> rest)
    {
        if (_waiting.TryGetValue(caseId, out var waiter) && waiter.Task == rest && _waiting.TryRemove(new(caseId, waiter)))
            waiter.TrySetResult(null);
    }

    public void Rested(string caseId, Case? c)
    {
        if (_waiting.TryRemove(caseId, out var waiter))
            waiter.TrySetResult(c);
    }
}
