using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Baton.Intake;

namespace Baton.Cases;

/// <summary>What a source says of a further message on a ticket that it sends again: the message's own id, and its words alone. Each is null where the source does not tell.</summary>
public sealed record FollowUp(string? MessageId, string? Text);

/// <summary>Tickets that are further words on a case which is there already: a source sends its ticket again, a customer answers our mail. Pure.</summary>
public static partial class FollowUps
{
    private const int MostMarks = 3;

    /// <summary>The message that the ticket is to a case. Without an id of its own, its words make a repeat of it known.</summary>
    public static IncomingMessage MessageOf(Ticket ticket, FollowUp? followUp, string? idempotencyKey)
    {
        var text = string.IsNullOrWhiteSpace(followUp?.Text) ? ticket.Description : followUp.Text;
        var id = followUp?.MessageId ?? Header(ticket, "Message-ID") ?? (idempotencyKey is null ? $"text:{Hash(text)}" : IncomingMessage.IdOf(idempotencyKey));
        return new IncomingMessage(id, text, ticket.CustomerEmail, ticket.Channel, null, ticket.Headers, ticket.Subject);
    }

    /// <summary>Ids in brackets in the subject, as our mails carry them (<c>Re: Export [T-1M7YV6D33-0FR7Z]</c>), the last one first.</summary>
    public static IEnumerable<string> MarkedIn(Ticket ticket) =>
        ticket.Subject is null || !ticket.Subject.Contains('[', StringComparison.Ordinal) ? []
        : Mark().Matches(ticket.Subject).Reverse().Select(m => m.Groups[1].Value).Where(id => id != ticket.Id).Distinct().Take(MostMarks);

    /// <summary>True when the case is the sender's own: a mark alone can be guessed.</summary>
    public static bool IsCustomerOf(Case c, Ticket ticket) =>
        ticket.CustomerEmail?.Trim() is { Length: > 0 } sender && string.Equals(sender, c.CustomerAddress, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two tickets say the same, by whatever id and time they came.</summary>
    public static bool SaysTheSame(Ticket one, Ticket other) =>
        CaseJson.Write(one with { Id = "", ReceivedAt = default }, CaseJson.Default.Ticket).AsSpan().SequenceEqual(CaseJson.Write(other with { Id = "", ReceivedAt = default }, CaseJson.Default.Ticket));

    private static string? Header(Ticket ticket, string name) =>
        ticket.Headers?.FirstOrDefault(h => name.Equals(h.Key.Trim(), StringComparison.OrdinalIgnoreCase)).Value?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Tells one text from another: 128 bits of SHA-256, as hexadecimal digits.</summary>
    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    [GeneratedRegex(@"\[([A-Za-z0-9][A-Za-z0-9._:\-]{0,99})\]")]
    private static partial Regex Mark();
}
