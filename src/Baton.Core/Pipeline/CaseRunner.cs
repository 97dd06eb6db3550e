using Baton.Cases;
using Baton.Distribution;
using Baton.Policies;
using Microsoft.Extensions.Logging;

namespace Baton.Pipeline;

/// <summary>
/// Takes one case, runs whichever step's condition holds, stores its result in one transaction, and repeats until the case rests.
/// Level-triggered: only the state decides what runs next, so a crash, a doubled wake-up or a second worker changes nothing.
/// </summary>
public sealed partial class CaseRunner(
    ICaseStore store, ICaseQueue queue, BatonPipeline pipeline, IPolicySource policies, TimeProvider time, NodeOptions node, ILogger<CaseRunner> logger)
{
    // A case that still runs after so many steps is turning in a circle; the step at hand is set aside, and people take it.
    private const int MostStepsARun = 64;

    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);

    /// <summary>Advances a case until it rests, or until the token asks to stop between two steps. The case as it is then; null where another node has it.</summary>
    public Task<Case?> RunAsync(string caseId, CancellationToken cancellationToken) => RunAsync(caseId, null, cancellationToken);

    /// <inheritdoc cref="RunAsync(string, CancellationToken)"/>
    /// <param name="caseId">The case.</param>
    /// <param name="opened">The case as this node opened it, if it just did.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    public async Task<Case?> RunAsync(string caseId, Case? opened, CancellationToken cancellationToken)
    {
        var c = opened is not null && StillHeld(opened) ? opened : await TakeAsync(caseId, cancellationToken);
        for (var (steps, rests) = (1, false); c is not null && !rests; steps++)
        {
            (c, rests) = pipeline.Next(c) is { } step
                ? await AdvanceAsync(c, step, steps, cancellationToken)
                : await RestAsync(c, cancellationToken);
        }
        return c;
    }

    /// <summary>A case after a step, and whether it rests now; null where it is gone.</summary>
    private readonly record struct Advanced(Case? Case, bool Rests);

    // The lease that came with the opening; half of it is left for the first step, which renews it.
    private bool StillHeld(Case opened) => time.GetUtcNow() - opened.OpenedAt < node.Lease / 2;

    // The case, with its lease held; null when there is nothing to do or another node has it.
    private async Task<Case?> TakeAsync(string caseId, CancellationToken cancellationToken)
    {
        var log = await store.ReadAsync(caseId, cancellationToken);
        if (log is null)
            return null;
        var now = time.GetUtcNow();
        if (log.Lease is not { } lease || lease.Node != node.Name || lease.Until <= now)
        {
            if (!await store.TryLeaseAsync(caseId, node.Name, now, now + node.Lease, cancellationToken))
                return null;
            log = await store.ReadAsync(caseId, cancellationToken);
        }
        return log is null ? null : Case.Fold(log.Snapshot, log.Events);
    }

    // Nothing holds: the case is let go, unless something came between, which is looked at first.
    private async Task<Advanced> RestAsync(Case c, CancellationToken cancellationToken)
    {
        var rest = new CaseAppend { CaseId = c.Id, ExpectedVersion = c.Version, Events = [], Runnable = false, Lease = LeaseChange.Release };
        return await AppendAsync(rest, cancellationToken) is AppendResult.Conflict conflict ? new Advanced(Case.Fold(c, conflict.Missed), Rests: false) : new Advanced(c, Rests: true);
    }

    private async Task<Advanced> AdvanceAsync(Case c, IStep step, int steps, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (steps % MostStepsARun == 0)
        {
            LogCircle(c.Id, step.Name);
            return await SetAsideAsync(c, step, "ran in a circle", cancellationToken);
        }
        var context = new StepContext(time.GetUtcNow(), policies.Current);
        var result = await RunOrFallBackAsync(c, step, context, cancellationToken);
        return result is null
            ? await SetAsideAsync(c, step, "and its fallback failed", cancellationToken)
            : await CommitAsync(c, step, [.. result.ToEvents(context.Now)], cancellationToken);
    }

    // The case is stuck by this step, which is not asked again; the steps that are left take it to people.
    private Task<Advanced> SetAsideAsync(Case c, IStep step, string why, CancellationToken cancellationToken) =>
        CommitAsync(c, step, [new StuckFound($"step {step.Name} {why}") { At = time.GetUtcNow(), Step = step.Name }], cancellationToken);

    // The one place where a step's unexpected exceptions are caught. Null when even the fallback failed.
    private async Task<StepResult?> RunOrFallBackAsync(Case c, IStep step, StepContext context, CancellationToken cancellationToken)
    {
        StepFailure failure;
        try
        {
            var running = step.RunAsync(c, context, cancellationToken);
            return running.IsCompletedSuccessfully ? running.GetAwaiter().GetResult() : await running.AsTask().WaitAsync(node.StepBudget, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            failure = new StepFailure($"took longer than {node.StepBudget.TotalSeconds:0} s");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStepFailed(exception, c.Id, step.Name);
            failure = new StepFailure(exception.GetType().Name);
        }
        try
        {
            return step.Fallback(c, context, failure);
        }
        catch (Exception exception)
        {
            LogFallbackFailed(exception, c.Id, step.Name);
            return null;
        }
    }

    // Appends a step's facts. When bookkeeping came between, the facts still stand and are appended after it; when anything else did, the state decides anew.
    private async Task<Advanced> CommitAsync(Case c, IStep step, IReadOnlyList<CaseEvent> events, CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = events.Aggregate(c, (state, e) => state.Apply(e));
            var resting = pipeline.Next(next) is null;
            var append = CaseAppend.Of(c, next, events, runnable: !resting) with
            {
                Lease = resting ? LeaseChange.Release : new LeaseChange(node.Name, time.GetUtcNow() + node.Lease),
                Snapshot = c.Version / node.SnapshotEvery != next.Version / node.SnapshotEvery ? next : null,
            };
            switch (await AppendAsync(append, cancellationToken))
            {
                case AppendResult.Appended:
                    if (events.Any(e => e is MessageQueued))
                        queue.MessagesWaiting();
                    return new Advanced(next, resting);
                case AppendResult.Conflict conflict:
                    var fresh = Case.Fold(c, conflict.Missed);
                    if (conflict.Missed.Any(e => !e.Event.IsBookkeeping) || !step.Holds(fresh))
                        return new Advanced(fresh, Rests: false);
                    c = fresh;
                    break;
                default:
                    return new Advanced(null, Rests: true);
            }
        }
    }

    // A store that is out of room or out of reach is waited for: the step's result is kept and nothing is lost.
    private async Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // A result that is there is stored, also while stopping.
                return await store.AppendAsync(append, CancellationToken.None);
            }
            catch (StoreUnavailableException exception)
            {
                LogStoreUnavailable(append.CaseId, exception.Message);
                await Task.Delay(StoreRetry, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(1001, LogLevel.Error, "Case {CaseId}: step {Step} failed; its fallback is taken")]
    private partial void LogStepFailed(Exception exception, string caseId, string step);

    [LoggerMessage(1002, LogLevel.Critical, "Case {CaseId}: step {Step}: the fallback failed too; a person has to look")]
    private partial void LogFallbackFailed(Exception exception, string caseId, string step);

    [LoggerMessage(1003, LogLevel.Critical, "Case {CaseId} turns in a circle at step {Step}")]
    private partial void LogCircle(string caseId, string step);

    [LoggerMessage(1004, LogLevel.Warning, "Case {CaseId} waits for the store: {Reason}")]
    private partial void LogStoreUnavailable(string caseId, string reason);
}
