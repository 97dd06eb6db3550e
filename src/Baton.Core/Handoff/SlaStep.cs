using Baton.Cases;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>The response time of policy passed. Without a real response it is a breach: people's leads are told, and a case that the agent left unanswered goes to people.</summary>
public sealed class SlaStep : IStep
{
    public string Name => "sla";

    public bool Holds(Case c) => c.DueTimers.Contains(TimerKind.SlaResponse);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Met(c) ? new StepResult(new TimerCancelled(TimerKind.SlaResponse) { At = context.Now })
            : c.Owner == Owner.Agent ? AgentLate(c, context)
            : PeopleLate(c, context));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var degraded = new StepDegraded(Name, failure.Reason) { At = context.Now };
        return Met(c) ? new StepResult(new TimerCancelled(TimerKind.SlaResponse) { At = context.Now }, degraded) : new StepResult(Breach(c, context), degraded);
    }

    // Automatic mail is owed no response while it stays with the agent.
    private static bool Met(Case c) => !c.IsOpen || c.FirstResponseAt is not null || (c.Owner == Owner.Agent && !c.Escalating && Silence.For(c) is not null);

    private static StepResult AgentLate(Case c, StepContext context)
    {
        if (c.AwaitsHandoff)
            return new StepResult(Breach(c, context));
        var decision = Decide.ForReason(EscalationReason.OpenTooLong, "The customer has had no answer within the response time.", c, context.Policy, context.Now);
        return new StepResult(Breach(c, context), new EscalationDecided(decision, context.Policy.Hash) { At = context.Now });
    }

    private static StepResult PeopleLate(Case c, StepContext context)
    {
        var path = context.Policy.PathOf(TeamMail.TeamOf(c, context.Policy));
        var next = path.Count == 0 ? context.Policy.Emergency.Email : path[Math.Min(c.Handoff?.Level ?? 0, path.Count - 1)];
        var body = Raise.Body(c, "The customer has had no response from a person within the response time of policy.");
        var notice = TeamMail.To(next, MessagePurpose.EscalationNotice, c, 0, $"[Response overdue] {TeamMail.About(c)}", body);
        return new StepResult([Breach(c, context)], [notice], []);
    }

    private static SlaBreached Breach(Case c, StepContext context) => new(c.RespondBy ?? context.Now) { At = context.Now };
}
