using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>The handoff's follow-up time came: whoever has the case is reminded while the customer still waits for a person's word.</summary>
public sealed class HandoffFollowUpStep : IStep
{
    public string Name => "handoff_follow_up";

    public bool Holds(Case c) => c.DueTimers.Contains(TimerKind.HandoffFollowUp);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        if (Waits(c) is not { } found)
            return ValueTask.FromResult(new StepResult(Found(context, c.Owner == Owner.Agent ? "given back to the agent" : "a person has answered")));
        var reminder = TeamMail.To(TeamMail.HolderOf(c, context.Policy), MessagePurpose.EscalationNotice, c, 0, $"[Reminder: {found}] {TeamMail.About(c)}",
            $"The customer still waits for a person: {found}.\n\n{BriefWriter.Issue(c)}\n\nView and claim: {TeamMail.View(c)}");
        return ValueTask.FromResult(new StepResult([Found(context, $"{found}; reminded")], [reminder], [new(TimerKind.HandoffFollowUp, Waiting.ForReminder(c, context.Policy, context.Now))]));
    }

    /// <summary>Looks again later: the wait is not over because the reminder failed.</summary>
    public StepResult Fallback(Case c, StepContext context, StepFailure failure) =>
        new([Found(context, "no reminder was sent"), new StepDegraded(Name, failure.Reason) { At = context.Now }], [],
            Waits(c) is null ? [] : [new(TimerKind.HandoffFollowUp, Waiting.AtLatest(context.Now))]);

    private static string? Waits(Case c) => c switch
    {
        { IsOpen: false } or { Owner: Owner.Agent } => null,
        { Owner: Owner.Queue } => "not claimed",
        _ => c.LastPersonReplyAt is { } replied && replied >= (c.Handoff?.HandedOffAt ?? c.OpenedAt) ? null : "claimed, not answered",
    };

    private static HandoffFollowedUp Found(StepContext context, string found) => new(found) { At = context.Now };
}
