using Baton.Cases;
using Baton.Escalation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>The watchdog found the case without a deadline, or past it: the agent's cases go to people, the queue's one level up, and a person is reminded of theirs.</summary>
public sealed class StuckStep : IStep
{
    public string Name => "stuck";

    // A decision that waits for its handoff is the way out of being stuck; the handoff clears it.
    public bool Holds(Case c) => c.IsOpen && c.Stuck is not null && !(c.Owner == Owner.Agent && c.AwaitsHandoff);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(c.Owner switch
        {
            Owner.Agent => ToPeople(c, context),
            Owner.Queue => Raise.Up(c, context, "This case stood still in the queue."),
            Owner.Person => Raise.RemindHolder(c, context, "This case is open and nothing is planned for it."),
        });

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var result = c.Owner == Owner.Agent ? ToPeople(c, context) : Raise.Emergency(c, context, "This case stood still.", Waiting.AtLatest(context.Now));
        return result with { Events = [.. result.Events, new StepDegraded(Name, failure.Reason) { At = context.Now }] };
    }

    private static StepResult ToPeople(Case c, StepContext context)
    {
        var decision = Decide.ForReason(EscalationReason.Stuck, "The case stood still with the agent.", c, context.Policy, context.Now);
        return new StepResult(new EscalationDecided(decision, context.Policy.Hash) { At = context.Now });
    }
}
