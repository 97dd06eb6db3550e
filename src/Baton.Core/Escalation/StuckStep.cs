using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Escalation;

/// <summary>Gives a case that the watchdog found stuck in the agent's hands to people. It needs nothing but the state, so that it works when all else fails.</summary>
public sealed class StuckStep : IStep
{
    public string Name => "stuck";

    public bool Holds(Case c) => c.Stuck is not null && c.Owner == Owner.Agent && c.IsOpen && !(c.Escalating && c.Decision!.Reasons.Contains(EscalationReason.Stuck));

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) => new(Escalate(c, context));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => Escalate(c, context);

    private static StepResult Escalate(Case c, StepContext context) => new(
        new EscalationDecided(Decide.ForReason(EscalationReason.Stuck, $"Found stuck: {c.Stuck}.", c, context.Policy, context.Now), context.Policy.Hash) { At = context.Now });
}
