using Microsoft.Extensions.Logging;

namespace Baton.Policies;

/// <summary>
/// The policy in force. Looks every second whether the files say something else: a valid edit takes effect for the next step that runs,
/// a broken one is refused and logged, and the old policy stays. Content is compared, since time stamps lie on mounted volumes.
/// </summary>
public sealed partial class PolicySource : IPolicySource, IDisposable
{
    /// <summary>How often the files are looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Func<PolicyFiles> _read;
    private readonly Func<PolicyFiles, PolicyResult> _check;
    private readonly ILogger<PolicySource> _logger;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private volatile Policy _current;
    private volatile IReadOnlyList<PolicyError> _lastErrors = [];
    private string _seen;

    /// <summary>
    /// Begins with a policy that was read already, so that a start without a valid one fails before anything runs. <paramref name="read"/> gives
    /// the files as they are now (what the file system throws counts as a broken edit); <paramref name="check"/> makes a policy of them, as at the start.
    /// </summary>
    public PolicySource(Policy first, Func<PolicyFiles> read, Func<PolicyFiles, PolicyResult> check, TimeProvider time, ILogger<PolicySource> logger)
    {
        (_current, _seen, _read, _check, _logger) = (first, first.Hash, read, check, logger);
        _timer = time.CreateTimer(_ => Reload(), null, Interval, Interval);
    }

    /// <summary>The newest valid policy.</summary>
    public Policy Current => _current;

    /// <summary>Why the files as they are now are refused; empty while they are what is in force.</summary>
    public IReadOnlyList<PolicyError> LastErrors => _lastErrors;

    /// <summary>Looks at the files now; true when a new policy came into force.</summary>
    public bool Reload()
    {
        // A look that takes longer than the interval is not joined by a second one.
        if (!_gate.TryEnter())
            return false;
        try
        {
            return Look();
        }
        finally
        {
            _gate.Exit();
        }
    }

    public void Dispose() => _timer.Dispose();

    private bool Look()
    {
        PolicyFiles files;
        try
        {
            files = _read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse("unreadable", [new PolicyError("policy", 0, "", $"cannot be read: {e.Message}")]);
            return false;
        }
        var hash = files.Hash();
        if (hash == _seen)
            return false;
        var result = _check(files);
        if (result.Policy is not { } policy)
        {
            Refuse(hash, result.Errors);
            return false;
        }
        (_seen, _lastErrors) = (hash, []);
        if (policy.Hash == _current.Hash)
            return false;
        LogTaken(_logger, policy.Hash, _current.Hash);
        _current = policy;
        return true;
    }

    // Once for each broken state of the files, not once a second.
    private void Refuse(string seen, IReadOnlyList<PolicyError> errors)
    {
        if (seen == _seen)
            return;
        (_seen, _lastErrors) = (seen, errors);
        LogRefused(_logger, _current.Hash, string.Join("; ", errors));
    }

    [LoggerMessage(1, LogLevel.Information, "Policy {Hash} is in force, in place of {Before}")]
    private static partial void LogTaken(ILogger logger, string hash, string before);

    [LoggerMessage(2, LogLevel.Error, "The edited policy is refused and {Hash} stays in force: {Errors}")]
    private static partial void LogRefused(ILogger logger, string hash, string errors);
}
