using Baton.Cases;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>The agent's reply did not reach the customer, or nobody can tell whether it did: people take the case. Silence after it would say nothing.</summary>
public sealed class UndeliveredStep : IStep
{
    public string Name => "undelivered";

    // What the customer wrote since is answered in a turn of its own.
    public bool Holds(Case c) => c is { IsOpen: true, Owner: Owner.Agent, AwaitsHandoff: false, WaitingMessages.IsEmpty: true } && c.ReplyFailed;

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) => ValueTask.FromResult(new StepResult(ToPeople(c, context, Sentence(c.ReplyUnderWay!))));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) =>
        new(ToPeople(c, context, "The agent's answer did not reach the customer."), new StepDegraded(Name, failure.Reason) { At = context.Now });

    private static EscalationDecided ToPeople(Case c, StepContext context, string sentence) =>
        new(Decide.ForReason(EscalationReason.NotDelivered, sentence, c, context.Policy, context.Now), context.Policy.Hash) { At = context.Now };

    private static string Sentence(OutgoingState reply)
    {
        var found = reply.State == DeliveryState.Unknown ? "It is not known whether the agent's answer reached the customer" : "The agent's answer did not reach the customer";
        return reply.Error is { } error ? $"{found}: {CustomerText.Line(error, 140).TrimEnd('.')}." : $"{found}.";
    }
}
