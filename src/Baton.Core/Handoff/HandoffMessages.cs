using System.Globalization;
using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>
/// Everything that a handoff sends, in one list: the customer's acknowledgement first, then the people. To add a channel, write one function
/// here and add its line to <see cref="All"/>. Pure.
/// </summary>
public static class HandoffMessages
{
    /// <summary>The messages of one handoff, with ids that follow one another.</summary>
    public static IReadOnlyList<OutgoingMessage> All(Case c, HandoffRecord handoff, EscalationDecision decision, Reply acknowledgement, Policy policy, DateTimeOffset now)
    {
        var messages = new List<OutgoingMessage>();
        if (acknowledgement.Type != ReplyType.Suppressed)
            messages.Add(ToCustomer.Message(c, MessagePurpose.Acknowledgment, acknowledgement.Text));
        messages.Add(Mail(c, handoff, decision, policy, messages.Count));
        foreach (var team in decision.AlsoTold.Where(t => t != decision.TargetTeam).Distinct())
            messages.Add(Notice(c, decision, TeamMail.AddressOf(policy, team), messages.Count));
        if (Channel(policy, decision.TargetTeam) is { } channel)
            messages.Add(Chat(c, decision, channel, messages.Count));
        messages.Add(Update(c, handoff, decision, messages.Count));
        if (ExpectedTime.PagesOnCall(c, decision.Urgency) && !new BusinessCalendar(policy.Hours).IsOpen(now))
            messages.Add(TeamMail.To(policy.Hours.OnCall, MessagePurpose.EscalationNotice, c, messages.Count, $"[ON CALL] [{Loud(decision)}] {TeamMail.About(c)}", Short(c, decision)));
        return messages;
    }

    /// <summary>The least that must leave when the full list could not be made: the customer, and the team.</summary>
    public static IReadOnlyList<OutgoingMessage> Minimal(Case c, EscalationDecision decision, Reply acknowledgement, Policy policy)
    {
        var messages = new List<OutgoingMessage>();
        if (acknowledgement.Type != ReplyType.Suppressed)
            messages.Add(ToCustomer.Message(c, MessagePurpose.Acknowledgment, acknowledgement.Text));
        messages.Add(TeamMail.To(TeamMail.AddressOf(policy, decision.TargetTeam), MessagePurpose.HandoffMail, c, messages.Count, $"[{Loud(decision)}] {TeamMail.About(c)}",
            $"{Short(c, decision)}\n\nThe package could not be built in full. The customer's words:\n\n{CustomerText.Block(c.CustomerMessages.Last(m => m.FromCustomer).Text, 2000)}") with
        { AttachPackage = true });
        return messages;
    }

    private static OutgoingMessage Mail(Case c, HandoffRecord handoff, EscalationDecision decision, Policy policy, int offset) =>
        TeamMail.To(TeamMail.AddressOf(policy, decision.TargetTeam), MessagePurpose.HandoffMail, c, offset, $"[{Loud(decision)}] {TeamMail.About(c)}",
            HandoffMail.Body(c, handoff, decision, policy)) with
        { AttachPackage = true };

    private static OutgoingMessage Notice(Case c, EscalationDecision decision, string address, int offset) =>
        TeamMail.To(address, MessagePurpose.EscalationNotice, c, offset, $"[For your information] [{Loud(decision)}] {TeamMail.About(c)}",
            $"{Short(c, decision)}\n\nThe case is with {decision.TargetTeam}; you are told because of its reasons.");

    private static OutgoingMessage Chat(Case c, EscalationDecision decision, string channel, int offset) => new()
    {
        Id = c.NextMessageId(MessagePurpose.HandoffChat, offset),
        Purpose = MessagePurpose.HandoffChat,
        Channel = ChannelKind.Chat,
        To = channel,
        Subject = CustomerText.Line($"[{Loud(decision)}] {TeamMail.About(c)}", 180),
        Body = BriefWriter.Issue(c),
        Fields = new Dictionary<string, string>
        {
            ["ticket"] = CustomerText.Line(c.Id, 60),
            ["customer"] = CustomerText.Line(c.Customer?.Name ?? c.Ticket.CustomerName ?? c.Ticket.CustomerEmail ?? "unknown", 80),
            ["tier"] = Words.Of(c.Customer?.Tier ?? c.Ticket.CustomerTier),
            ["urgency"] = Words.Of(decision.Urgency),
            ["risk"] = Score(c.Risk?.Overall),
            ["frustration"] = Score(c.Analysis?.Frustration),
            ["reason"] = decision.PrimaryReason,
            ["view"] = TeamMail.View(c),
            ["claim"] = $"{TeamMail.View(c)}/claim",
        },
    };

    private static OutgoingMessage Update(Case c, HandoffRecord handoff, EscalationDecision decision, int offset) => new()
    {
        Id = c.NextMessageId(MessagePurpose.TicketUpdate, offset),
        Purpose = MessagePurpose.TicketUpdate,
        Channel = ChannelKind.HelpDesk,
        To = ToCustomer.TicketKey(c),
        Body = handoff.Brief.Issue,
        Fields = new Dictionary<string, string>
        {
            ["status"] = "open",
            ["priority"] = DeskPriority(Pressing.Of(c.Classification?.Priority, decision.Urgency)),
            ["group"] = decision.TargetTeam,
            ["tags"] = string.Join(',', ((string[])["escalated", Words.Of(decision.Decision), Words.Of(decision.Urgency)]).Concat(decision.Reasons).Distinct()),
            ["internalNote"] = Short(c, decision),
        },
    };

    /// <summary>The help desk's own scale: the gravest stays the gravest.</summary>
    public static string DeskPriority(Priority? priority) => priority switch
    {
        Priority.Critical or Priority.Urgent => "urgent",
        Priority.High => "high",
        Priority.Medium or null => "normal",
        Priority.Low => "low",
    };

    private static string? Channel(Policy policy, string team) =>
        policy.Teams.TryGetValue(team, out var t) ? t.Channels.TryGetValue("default", out var channel) ? channel : t.Channels.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value).FirstOrDefault() : null;

    private static string Short(Case c, EscalationDecision decision) =>
        $"{BriefWriter.Issue(c)}\n\nWhy: {decision.PrimaryReason}\nRisk {Score(c.Risk?.Overall)}, frustration {Score(c.Analysis?.Frustration)} of 100.\nView and claim: {TeamMail.View(c)}";

    private static string Loud(EscalationDecision decision) => Words.Of(decision.Urgency).ToUpperInvariant();

    private static string Score(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
