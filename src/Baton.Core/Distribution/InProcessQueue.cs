using Baton.Cases;

namespace Baton.Distribution;

/// <summary>The queue of a single process.</summary>
public sealed class InProcessQueue(Signal messages) : ICaseQueue, IDisposable
{
    // Of those that wait, so many keep the case itself at most; the others are read when their turn comes.
    private const int MostKept = 1_024;

    private readonly Lock _gate = new();
    private readonly PriorityQueue<WakeUp, (Priority Priority, long Order)> _waiting = new();
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _available = new(0);
    private long _order;

    private enum State { Waiting, Running, RunningAndAnnounced }

    /// <summary>Cases that wait for a runner.</summary>
    public int Depth
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    public ValueTask AnnounceAsync(WakeUp wakeUp, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_states.TryGetValue(wakeUp.CaseId, out var state))
            {
                if (state == State.Running)
                    _states[wakeUp.CaseId] = State.RunningAndAnnounced;
                return ValueTask.CompletedTask;
            }
            Enqueue(_waiting.Count < MostKept ? wakeUp : wakeUp with { Opened = null });
        }
        _available.Release();
        return ValueTask.CompletedTask;
    }

    public async ValueTask<WakeUp> TakeAsync(CancellationToken cancellationToken)
    {
        await _available.WaitAsync(cancellationToken);
        lock (_gate)
        {
            var wakeUp = _waiting.Dequeue();
            _states[wakeUp.CaseId] = State.Running;
            return wakeUp;
        }
    }

    public void Done(WakeUp wakeUp)
    {
        lock (_gate)
        {
            _states.Remove(wakeUp.CaseId, out var state);
            if (state != State.RunningAndAnnounced)
                return;
            Enqueue(wakeUp with { Opened = null });
        }
        _available.Release();
    }

    public void MessagesWaiting() => messages.Set();

    public void Dispose() => _available.Dispose();

    private void Enqueue(WakeUp wakeUp)
    {
        _states[wakeUp.CaseId] = State.Waiting;
        _waiting.Enqueue(wakeUp, (wakeUp.Priority, _order++));
    }
}
