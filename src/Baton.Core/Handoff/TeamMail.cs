using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>Makes messages to the company's own people: safe subjects, links, the right address. Pure.</summary>
public static class TeamMail
{
    /// <summary>A mail about a case; the subject is put on one line and bounded.</summary>
    public static OutgoingMessage To(string address, MessagePurpose purpose, Case c, int offset, string subject, string body) => new()
    {
        Id = c.NextMessageId(purpose, offset),
        Purpose = purpose,
        Channel = address.StartsWith('#') ? ChannelKind.Chat : ChannelKind.Mail,
        To = address,
        Subject = CustomerText.Line(subject, 180),
        Body = body,
    };

    /// <summary>A team's address; the emergency address where policy has no such team, since nobody else would look.</summary>
    public static string AddressOf(Policy policy, string team) => policy.Teams.TryGetValue(team, out var t) ? t.Email : policy.Emergency.Email;

    /// <summary>The mail address of whoever has the case: the person who claimed it where that is one, else the team.</summary>
    public static string HolderOf(Case c, Policy policy) => c.Owner == Owner.Person && c.ClaimedBy is { } by && by.Contains('@', StringComparison.Ordinal) ? by : AddressOf(policy, TeamOf(c, policy));

    /// <summary>The team that has the case, or would.</summary>
    public static string TeamOf(Case c, Policy policy) => c.Handoff?.Team ?? c.Decision?.TargetTeam ?? policy.TeamOf(c.Classification?.Category ?? Category.GeneralInquiry);

    /// <summary>Where the case is seen, relative to the console's own address.</summary>
    public static string View(Case c) => $"/v1/tickets/{Uri.EscapeDataString(c.Id)}";

    /// <summary>The case in a few words: id and subject on one line.</summary>
    public static string About(Case c) => $"{CustomerText.Line(c.Id, 60)}: {(CustomerText.Line(c.Ticket.Subject, 100) is { Length: > 0 } subject ? subject : "(no subject)")}";
}
