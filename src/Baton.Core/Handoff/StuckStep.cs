using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>
/// The watchdog found the case without a deadline, or past it, or a step failed beyond its fallback: the agent's cases go to people, the queue's one level up,
/// and a person is reminded of theirs. Where the handoff itself is what failed, the emergency address and channel are told.
/// </summary>
public sealed class StuckStep : IStep
{
    public string Name => "stuck";

    private const string NoWay = "The agent could not go on with this case, and the handoff to a team failed too. Nobody else was told; a person has to take it.";

    // A decision that waits for its handoff is the way out of being stuck, and the handoff clears it, as long as it is open.
    public bool Holds(Case c) => c.IsOpen && c.Stuck is not null && (!WayToPeople.IsAwaited(c) || WayToPeople.IsShut(c));

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(c.Owner switch
        {
            Owner.Agent when WayToPeople.IsShut(c) => ToAnybody(c, context, Raise.Emergency(c, context, NoWay, Waiting.AtLatest(context.Now)), TellCustomer(c, context)),
            Owner.Agent => ToPeople(c, context),
            Owner.Queue => Raise.Up(c, context, "This case stood still in the queue."),
            Owner.Person => Raise.RemindHolder(c, context, "This case is open and nothing is planned for it."),
        });

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var result = c.Owner == Owner.Agent && WayToPeople.IsShut(c) ? ToAnybody(c, context, Raise.LastResort(c, context, NoWay, Waiting.AtLatest(context.Now)), [])
            : c.Owner == Owner.Agent ? ToPeople(c, context)
            : Raise.LastResort(c, context, "This case stood still.", Waiting.AtLatest(context.Now));
        return result with { Events = [.. result.Events, new StepDegraded(Name, failure.Reason) { At = context.Now }] };
    }

    private static StepResult ToAnybody(Case c, StepContext context, StepResult told, OutgoingMessage[] toCustomer) =>
        told with { Events = [new ManualInterventionNeeded(NoWay) { At = context.Now }, .. told.Events], Messages = [.. told.Messages, .. toCustomer] };

    // Once: a case that stays stuck tells the people on duty again, not the customer.
    private static OutgoingMessage[] TellCustomer(Case c, StepContext context) =>
        Silence.For(c) is not null || c.Outgoing.Values.Any(o => o.Message.Purpose == MessagePurpose.Acknowledgment)
            ? []
            : [ToCustomer.Message(c, MessagePurpose.Acknowledgment, PlainMessage.Specialist(c, Urgency.Standard, context.Policy).Text, offset: 2)];

    private static StepResult ToPeople(Case c, StepContext context)
    {
        var decision = Decide.ForReason(EscalationReason.Stuck, "The case stood still with the agent.", c, context.Policy, context.Now);
        return new StepResult(new EscalationDecided(decision, context.Policy.Hash) { At = context.Now });
    }
}
