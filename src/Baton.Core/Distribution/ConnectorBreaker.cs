namespace Baton.Distribution;

/// <summary>
/// Spares a connector that fails and fails: after some failures in a row nothing is sent through it for a while, then one message tries it, and its success
/// opens the way for all. What waits goes by its own schedule of attempts, so that a connector that stays away is still given up in time. Others are not held up.
/// Remembers nothing over a restart: a new process finds out in as many attempts.
/// </summary>
internal sealed class ConnectorBreaker(TimeProvider time)
{
    /// <summary>As many in a row are no longer one recipient's trouble.</summary>
    public const int MostFailures = 5;

    /// <summary>About as long as a connector waits for the other side itself, and little beside the times that people are promised.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);

    private sealed class State
    {
        public int Failures;
        public DateTimeOffset NotBefore;
    }

    /// <summary>How long a connector is still to be spared; null when this message may go. The one that may go after a pause is the probe: others wait for another pause.</summary>
    public TimeSpan? Wait(string connector)
    {
        lock (_gate)
        {
            if (!_states.TryGetValue(connector, out var state) || state.Failures < MostFailures)
                return null;
            var now = time.GetUtcNow();
            if (now < state.NotBefore)
                return state.NotBefore - now;
            state.NotBefore = now + Pause;
            return null;
        }
    }

    /// <summary>What came of an attempt; true when the connector is spared from now on.</summary>
    public bool Report(string connector, bool works)
    {
        lock (_gate)
        {
            if (works)
            {
                _states.Remove(connector);
                return false;
            }
            if (!_states.TryGetValue(connector, out var state))
                _states[connector] = state = new State();
            if (++state.Failures < MostFailures)
                return false;
            state.NotBefore = time.GetUtcNow() + Pause;
            return state.Failures == MostFailures;
        }
    }
}
