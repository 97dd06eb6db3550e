using System.Collections.Concurrent;

namespace Baton.Distribution;

/// <summary>Tells whoever waits for a case that a runner of this process is done with it for now.</summary>
public sealed class RestedCases
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Completes when the case next rests. Ask before looking at the case, so that a rest in between is not missed.</summary>
    public Task NextRestAsync(string caseId) => _waiting.GetOrAdd(caseId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Lets a wait go that nobody needs any more.</summary>
    public void Forget(string caseId, Task rest)
    {
        if (_waiting.TryGetValue(caseId, out var waiter) && waiter.Task == rest && !rest.IsCompleted && _waiting.TryRemove(new(caseId, waiter)))
            waiter.SetResult();
    }

    public void Rested(string caseId)
    {
        if (_waiting.TryRemove(caseId, out var waiter))
            waiter.SetResult();
    }
}
