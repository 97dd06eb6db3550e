using Baton.Cases;

namespace Baton.Connectors;

/// <summary>Something that is to leave Baton, in the one shape that the outbox keeps; a channel makes of it what its other side wants.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Unique and stable over retries and crashes: the idempotency key, and the base of a mail's Message-ID.</summary>
    public required string Id { get; init; }
    public required MessagePurpose Purpose { get; init; }
    public required ChannelKind Channel { get; init; }

    /// <summary>A mail address, a chat channel, or the ticket's external id.</summary>
    public required string To { get; init; }
    public string? Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Named facts beside the text: the fields of a chat card, the columns of a ticket update.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Attach the handoff package as JSON when it leaves.</summary>
    public bool AttachPackage { get; init; }

    /// <summary>True for what the customer sees; such a message obeys the ownership rule (spec section 15).</summary>
    public bool ToCustomer => Purpose is MessagePurpose.Reply or MessagePurpose.Acknowledgment or MessagePurpose.FollowUp or MessagePurpose.Survey or MessagePurpose.PersonReply;

    /// <summary>True for what the agent answers by itself: it leaves only while the agent owns the case.</summary>
    public static bool NeedsAgentOwner(MessagePurpose purpose) => purpose is MessagePurpose.Reply or MessagePurpose.FollowUp;
}
