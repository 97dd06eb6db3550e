using Baton.Cases;
using Baton.Connectors;
using Baton.Escalation;
using Baton.Knowledge;
using Baton.Pipeline;

namespace Baton.Conversation;

/// <summary>
/// Step 4: the strategy and the reply. What the agent answers itself is queued here; what it says to a customer whose case goes to people is
/// only prepared here and queued by the handoff, so that nobody is told of a handoff that is not made.
/// </summary>
public sealed class ConversationStep(IKnowledge knowledge) : IStep
{
    public string Name => "conversation";

    // More words that came meanwhile are answered together with these, in the turn that they make; the way to people waits for none.
    public bool Holds(Case c) => c.IsOpen && c.Owner == Owner.Agent && c.DecidedTurn == c.Turn && c.RepliedTurn < c.Turn && (c.Escalating || c.WaitingMessages.IsEmpty);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var draft = ReplySelection.Select(c, context, query => query.Length == 0 ? [] : knowledge.Search(query, KnowledgeAnswer.Looked));
        var promises = Escalates(c, draft) ? [] : PromiseCheck.Unbacked(draft.Reply, Backing.None);
        return ValueTask.FromResult(promises.Count == 0
            ? Result(c, context, draft)
            : Fallback(c, context, new StepFailure($"the reply promised what nothing backs: {string.Join(", ", promises)}")));
    }

    /// <summary>A plain message, and people: a text that says somebody looks at it must make somebody look.</summary>
    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var degraded = new StepDegraded(Name, failure.Reason) { At = context.Now };
        if (Silence.For(c) is { } silence)
            return Result(c, context, new Draft(c.Escalating ? Acknowledgement.StrategyFor(c) : Strategy.TemplateResponse, silence), degraded);
        var decision = c.Escalating ? null
            : Decide.ForReason(EscalationReason.NoGroundedAnswer, "The agent could not write a proper reply.", c, context.Policy, context.Now);
        var plain = PlainMessage.Specialist(c, (decision ?? c.Decision!).Urgency, context.Policy);
        return Result(c, context, new Draft(Acknowledgement.StrategyFor(c), plain, decision), degraded);
    }

    private static bool Escalates(Case c, Draft draft) => c.Escalating || draft.Decision is not null;

    private static StepResult Result(Case c, StepContext context, Draft draft, StepDegraded? degraded = null)
    {
        var (now, policy) = (context.Now, context.Policy);
        var events = new List<CaseEvent>();
        if (draft.Decision is not null)
            events.Add(new EscalationDecided(draft.Decision, policy.Hash) { At = now });
        events.Add(new ReplyPrepared(draft.Strategy, draft.Reply, policy.Hash) { At = now });
        if (degraded is not null)
            events.Add(degraded);
        if (draft.Solved)
            events.Add(new CaseResolved(ResolutionKind.Confirmed, "customer", "the customer confirmed that it is solved") { At = now });
        var sends = !Escalates(c, draft) && draft.Reply.Type != ReplyType.Suppressed;
        OutgoingMessage[] messages = sends ? [ToCustomer.Message(c, MessagePurpose.Reply, draft.Reply.Text)] : [];
        CaseTimer[] timers = sends && draft.Reply.FollowUpNeeded ? [new(TimerKind.FollowUp, now + TimeSpan.FromHours(policy.Conversation.FollowUpHours))] : [];
        return new StepResult(events, messages, timers);
    }
}
