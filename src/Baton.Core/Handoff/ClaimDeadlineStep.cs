using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>A case in the queue always has a time by which somebody must have claimed it, also when it came there by a release or a reopening.</summary>
public sealed class ClaimDeadlineStep : IStep
{
    public string Name => "claim_deadline";

    public bool Holds(Case c) => c.IsOpen && c.Owner == Owner.Queue && !c.Timers.ContainsKey(TimerKind.ClaimDeadline) && !c.DueTimers.Contains(TimerKind.ClaimDeadline);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(By(Waiting.ForClaim(c, context.Policy, context.Now)));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var result = By(Waiting.AtLatest(context.Now));
        return result with { Events = [new StepDegraded(Name, failure.Reason) { At = context.Now }] };
    }

    private static StepResult By(DateTimeOffset due) => new([], [], [new(TimerKind.ClaimDeadline, due)]);
}
