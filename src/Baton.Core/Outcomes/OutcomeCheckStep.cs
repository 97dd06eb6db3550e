using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Pipeline;

namespace Baton.Outcomes;

/// <summary>
/// Looks at the case at each of its durable times. At 24 h silence after an answer that was really sent counts as an assumed resolution and the survey goes out, once;
/// automatic mail that is owed no answer is closed and counts as nothing; a case that is open for other reasons goes to people, or is raised when people have it.
/// </summary>
public sealed class OutcomeCheckStep : IStep
{
    public string Name => "outcome_check";

    public bool Holds(Case c) =>
        c.DueTimers.Contains(TimerKind.ResolutionCheck) || c.DueTimers.Contains(TimerKind.SatisfactionSurvey) || c.DueTimers.Contains(TimerKind.FinalAnalysis);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var check = Due(c);
        return new(check == TimerKind.SatisfactionSurvey ? Survey(c, context) : new StepResult(new OutcomeChecked(check, Found(c)) { At = context.Now }));
    }

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => new(
        new StepDegraded(Name, failure.Reason) { At = context.Now },
        new OutcomeChecked(Due(c), Found(c)) { At = context.Now });

    private static TimerKind Due(Case c) => c.DueTimers.First(t => t is TimerKind.ResolutionCheck or TimerKind.SatisfactionSurvey or TimerKind.FinalAnalysis);

    // After the policy's day: resolved cases are surveyed, silent ones assumed, the others escalate.
    private static StepResult Survey(Case c, StepContext context)
    {
        var now = context.Now;
        var seen = new OutcomeChecked(TimerKind.SatisfactionSurvey, Found(c)) { At = now };
        var silentAt = c.LastWordAt.AddHours(context.Policy.Outcomes.SurveyHours);
        if (c.Owner == Owner.Agent && c.IsOpen && now < silentAt)
            return new StepResult([seen], [], [new CaseTimer(TimerKind.SatisfactionSurvey, silentAt)]);
        if (c.Owner == Owner.Agent && c.IsOpen && c.RepliedTurn == c.Turn && Silence.For(c) is not null)
            return new StepResult(seen, new CaseResolved(ResolutionKind.NotOwed, "baton", "automatic mail; no answer is owed") { At = now });
        if (c.Owner == Owner.Agent && c.IsOpen && (c.SaidUnresolved || !c.LastWordAnswered))
        {
            var decision = Decide.ForReason(EscalationReason.OpenTooLong, "Open for a day without a resolution.", c, context.Policy, now);
            return new StepResult(seen, new EscalationDecided(decision, context.Policy.Hash) { At = now });
        }
        if (c.Owner != Owner.Agent && c.IsOpen)
            return new StepResult([seen], [Reminder(c, context)], []);
        CaseEvent[] events = c.IsOpen ? [seen, new CaseResolved(ResolutionKind.Assumed, "silence", null) { At = now }] : [seen];
        return new StepResult(events, SurveyMail(c, context) is { } mail ? [mail] : [], []);
    }

    private static OutgoingMessage Reminder(Case c, StepContext context)
    {
        var path = context.Policy.PathOf(c.Handoff?.Team ?? "general_support");
        return new OutgoingMessage
        {
            Id = c.NextMessageId(MessagePurpose.EscalationNotice),
            Purpose = MessagePurpose.EscalationNotice,
            Channel = ChannelKind.Mail,
            To = path[Math.Clamp(c.Handoff?.Level ?? 0, 0, path.Count - 1)],
            Subject = $"Open without a resolution: {c.Id}",
            Body = $"Ticket {c.Id} is open since {c.OpenedAt:yyyy-MM-dd HH:mm} UTC and {Found(c)}.",
        };
    }

    private static OutgoingMessage? SurveyMail(Case c, StepContext context) =>
        ToCustomer.Address(c) is null || c.AutomaticMail || c.Outcome is { Satisfaction: not null } || c.Outgoing.Values.Any(IsSurvey)
            ? null
            : ToCustomer.Message(c, MessagePurpose.Survey, ReplyText.Write(c, context.Policy, Voice.For(c), "survey"));

    // One that never left may be made up for; one that may have arrived may not.
    private static bool IsSurvey(OutgoingState o) => o.Message.Purpose == MessagePurpose.Survey && o.State is not (DeliveryState.Refused or DeliveryState.Withdrawn);

    private static string Found(Case c) => c.Status switch
    {
        CaseStatus.Resolved when c.Closed?.Kind == ResolutionKind.NotOwed => "closed; no answer was owed",
        CaseStatus.Resolved => $"resolved ({Words.Of(c.Outcome?.Resolution ?? ResolutionKind.Assumed)})",
        CaseStatus.Escalated => $"waits unclaimed with {c.Handoff?.Team}",
        CaseStatus.Claimed => $"{c.ClaimedBy} has it",
        CaseStatus.Answered when c.RepliedTurn == c.Turn && Silence.For(c) is not null => "automatic mail; no answer is owed",
        CaseStatus.Answered when c.Reply is not { Type: ReplyType.ClarificationRequest } && !c.LastWordAnswered => "no answer has reached the customer",
        CaseStatus.Answered => "answered; the customer has not written since",
        CaseStatus.Processing => "still being worked on by the agent",
    };
}
