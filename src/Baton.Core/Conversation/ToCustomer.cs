using Baton.Cases;
using Baton.Connectors;

namespace Baton.Conversation;

/// <summary>Makes the messages that a customer sees. Pure.</summary>
public static class ToCustomer
{
    private const int LongestSubject = 160;

    /// <summary>A message to the case's customer: by mail, or on the ticket itself where no address is known, so that no text is lost.</summary>
    /// <param name="c">The case.</param>
    /// <param name="purpose">One of the purposes that customers see.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="offset">How many messages the same result already holds.</param>
    public static OutgoingMessage Message(Case c, MessagePurpose purpose, string text, int offset = 0)
    {
        var address = Address(c);
        return new OutgoingMessage
        {
            Id = c.NextMessageId(purpose, offset),
            Purpose = purpose,
            Channel = address is null ? ChannelKind.HelpDesk : ChannelKind.Mail,
            To = address ?? TicketKey(c),
            Subject = Subject(c),
            Body = text,
        };
    }

    /// <summary>The mail address; null when none is known that can stand in a header.</summary>
    public static string? Address(Case c)
    {
        var address = (c.Ticket.CustomerEmail ?? c.Customer?.Email)?.Trim();
        var at = address?.IndexOf('@') ?? -1;
        return at > 0 && at == address!.LastIndexOf('@') && at < address.Length - 1 && !address.Any(ch => char.IsWhiteSpace(ch) || char.IsControl(ch) || ch is ',' or ';' or '<' or '>') ? address : null;
    }

    /// <summary>The ticket's id in the help desk, else in Baton.</summary>
    public static string TicketKey(Case c) => CustomerText.Line(string.IsNullOrWhiteSpace(c.Ticket.ExternalId) ? c.Id : c.Ticket.ExternalId, 200);

    /// <summary>The subject of a mail to the customer: on one line, bounded, with the reference that joins the answer to its case.</summary>
    public static string Subject(Case c)
    {
        var subject = IssueName.Subject(c) ?? "Your request";
        return $"Re: {CustomerText.Line(subject, LongestSubject)} [{CustomerText.Line(c.Id, 60)}]";
    }
}
