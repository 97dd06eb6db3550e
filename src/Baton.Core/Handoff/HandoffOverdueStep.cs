using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>Nobody claimed the case by its time: the next level of the escalation path is told, above the last one the emergency address, again and again.</summary>
public sealed class HandoffOverdueStep : IStep
{
    public string Name => "handoff_overdue";

    public bool Holds(Case c) => c.IsOpen && c.Owner == Owner.Queue && c.DueTimers.Contains(TimerKind.ClaimDeadline);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Raise.Up(c, context, "Nobody has claimed this case within its expected time."));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var raised = Raise.Emergency(c, context, "Nobody has claimed this case within its expected time.", Waiting.AtLatest(context.Now));
        return raised with { Events = [.. raised.Events, new StepDegraded(Name, failure.Reason) { At = context.Now }] };
    }
}
