using Baton.Cases;
using Baton.Conversation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>
/// Step 5: the case goes to people, whole. One result makes the handoff, tells the customer, tells the people and sets the deadlines;
/// from its commit on the agent is silent to the customer.
/// </summary>
public sealed class HandoffStep(ICaseStore store) : IStep
{
    private const int SimilarCases = 3;

    public string Name => WayToPeople.Step;

    // A stuck case goes to people even where no reply could be prepared, and so does one that a person put there; the handoff brings its own.
    public bool Holds(Case c) => c.IsOpen && WayToPeople.IsAwaited(c) && (c.RepliedTurn == c.Turn || c.Stuck is not null || c.Owner == Owner.Queue);

    public async ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var (decision, policy, now) = (c.Decision!, context.Policy, context.Now);
        var similar = await store.FindSimilarIssuesAsync(c.Keywords, c.Id, SimilarCases, cancellationToken);
        var earlier = await EarlierAnswers.FindAsync(store, c, policy.Outcomes.SameIssueSimilarity, cancellationToken);
        var followUp = ExpectedTime.After(c, decision.Urgency, policy, now, TimeSpan.FromMinutes(policy.Urgencies[decision.Urgency].FollowUp)).By;
        var handoff = HandoffPackageBuilder.Build(c, decision, similar, earlier, policy, now, ExpectedTime.Of(c, decision, policy, now).By);
        var (acknowledgement, prepared) = Acknowledge(c, () => Acknowledgement.Compose(c, decision, policy, now), context);
        return new StepResult(
            [.. prepared, new HandedOff(handoff) { At = now }, .. Told(c, now)],
            HandoffMessages.All(c, handoff, decision, acknowledgement, policy, now),
            [new(TimerKind.ClaimDeadline, handoff.ExpectedBy), new(TimerKind.HandoffFollowUp, followUp), .. Pressing.Response(c, decision.Urgency, policy, now)]);
    }

    /// <summary>The least package, the customer and the team; it rests on nothing that can fail: no store, no working time.</summary>
    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var (decision, policy, now) = (c.Decision!, context.Policy, context.Now);
        var minutes = policy.Urgencies[decision.Urgency];
        var handoff = HandoffPackageBuilder.Minimal(c, decision, policy, now, now + TimeSpan.FromMinutes(minutes.HandoffTo));
        var (acknowledgement, prepared) = Acknowledge(c, () => Silence.For(c) ?? PlainMessage.Specialist(c, decision.Urgency, policy), context);
        return new StepResult(
            [.. prepared, new HandedOff(handoff) { At = now }, new StepDegraded(Name, failure.Reason) { At = now }],
            HandoffMessages.Minimal(c, decision, acknowledgement, policy),
            [new(TimerKind.ClaimDeadline, handoff.ExpectedBy), new(TimerKind.HandoffFollowUp, now + TimeSpan.FromMinutes(minutes.FollowUp)), .. Pressing.Response(c, decision.Urgency, policy, now)]);
    }

    // An escalation decided after the turn's reply (a time ran out) finds no acknowledgement waiting and brings a fresh one.
    private static (Reply Reply, CaseEvent[] Prepared) Acknowledge(Case c, Func<Reply> compose, StepContext context)
    {
        if (Acknowledgement.Awaits(c, context.Now))
            return (c.Reply!, []);
        if (IsSilent(c))
            return (Silence.Because("people had the case already"), []);
        var fresh = compose();
        return (fresh, [new ReplyPrepared(Acknowledgement.StrategyFor(c), fresh, context.Policy.Hash) { At = context.Now }]);
    }

    // From people to people: the agent does not write between them, but where the customer has heard nothing yet.
    private static bool IsSilent(Case c) =>
        c.Owner == Owner.Queue && (c.Handoff is not null || c.Outgoing.Values.Any(o => o.Message.ToCustomer && o.State is not (DeliveryState.Refused or DeliveryState.Withdrawn)));

    // The package holds what the customer wrote meanwhile; it is not told a second time.
    private static CaseEvent[] Told(Case c, DateTimeOffset now) =>
        c.Owner == Owner.Queue && !c.WaitingMessages.IsEmpty ? [new CustomerMessageForwarded(c.WaitingMessages) { At = now }] : [];
}
