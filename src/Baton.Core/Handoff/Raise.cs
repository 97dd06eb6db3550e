using System.Globalization;
using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>Takes a waiting case one level up its escalation path: tells that level, and holds it to a new time. Pure.</summary>
internal static class Raise
{
    /// <summary>The last level of a path; above it is the emergency address.</summary>
    private const int HighestLevel = 3;

    public static StepResult Up(Case c, StepContext context, string reason)
    {
        var (policy, now) = (context.Policy, context.Now);
        var level = Math.Min((c.Handoff?.Level ?? 0) + 1, HighestLevel + 1);
        var path = policy.PathOf(TeamMail.TeamOf(c, policy));
        if (level > Math.Min(HighestLevel, path.Count))
            return Emergency(c, context, reason, Waiting.ForReminder(c, policy, now));
        var told = path[level - 1];
        var subject = $"[Not claimed in time, level {level.ToString(CultureInfo.InvariantCulture)}] {TeamMail.About(c)}";
        return Result(c, context, level, told, reason, Waiting.ForClaim(c, policy, now), [TeamMail.To(told, MessagePurpose.EscalationNotice, c, 0, subject, Body(c, reason))]);
    }

    /// <summary>Tells the emergency address and channel; it needs nothing of the path, so it also serves where that failed.</summary>
    public static StepResult Emergency(Case c, StepContext context, string reason, DateTimeOffset again) =>
        Result(c, context, HighestLevel + 1, context.Policy.Emergency.Email, reason, again, EmergencyMessages(c, context, reason));

    /// <summary>The same with nothing of the case but its id, for where its words are what cannot be written down.</summary>
    public static StepResult LastResort(Case c, StepContext context, string reason, DateTimeOffset again) =>
        Result(c, context, HighestLevel + 1, context.Policy.Emergency.Email, reason, again,
            EmergencyMessages(c, context, $"[EMERGENCY] {CustomerText.Line(c.Id, 60)}", $"{reason}\n\nView and claim: {TeamMail.View(c)}"));

    /// <summary>Tells the person who has the case, at the level where it is, and looks again a day later.</summary>
    public static StepResult RemindHolder(Case c, StepContext context, string reason)
    {
        var holder = TeamMail.HolderOf(c, context.Policy);
        var again = context.Now + TimeSpan.FromDays(1);
        return new StepResult([new HandoffRaised(c.Handoff?.Level ?? 0, holder, reason, again) { At = context.Now }],
            [TeamMail.To(holder, MessagePurpose.EscalationNotice, c, 0, $"[Reminder] {TeamMail.About(c)}", Body(c, reason))], [new(TimerKind.HandoffFollowUp, again)]);
    }

    public static OutgoingMessage[] EmergencyMessages(Case c, StepContext context, string reason) =>
        EmergencyMessages(c, context, $"[EMERGENCY] {TeamMail.About(c)}", Body(c, reason));

    private static OutgoingMessage[] EmergencyMessages(Case c, StepContext context, string subject, string body) =>
    [
        TeamMail.To(context.Policy.Emergency.Email, MessagePurpose.Emergency, c, 0, subject, body),
        TeamMail.To(context.Policy.Emergency.Channel, MessagePurpose.Emergency, c, 1, subject, body) with { Channel = ChannelKind.Chat },
    ];

    public static string Body(Case c, string reason) =>
        $"{reason}\n\n{BriefWriter.Issue(c)}\n\nWhy people have it: {c.Handoff?.Package.Escalation.Reason ?? c.Decision?.PrimaryReason ?? "a person took it and put it back"}\nView and claim: {TeamMail.View(c)}";

    private static StepResult Result(Case c, StepContext context, int level, string told, string reason, DateTimeOffset by, OutgoingMessage[] messages) =>
        new([new HandoffRaised(level, told, reason, by) { At = context.Now }], messages, [new(TimerKind.ClaimDeadline, by)]);
}
