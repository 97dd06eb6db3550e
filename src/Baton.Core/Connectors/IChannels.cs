using Baton.Cases;

namespace Baton.Connectors;

// The outbound roles. A connector takes the roles that its other side has, and no more.

/// <summary>What came of one attempt to send.</summary>
public abstract record Delivery
{
    /// <summary>The other side has it. <paramref name="ProviderId"/> is its own name for it, where it gives one.</summary>
    public sealed record Sent(string? ProviderId) : Delivery;

    /// <summary>It failed for now: try again, not before <paramref name="RetryAfter"/> where the other side said so.</summary>
    public sealed record Retry(string Error, TimeSpan? RetryAfter = null) : Delivery;

    /// <summary>The other side will never take it.</summary>
    public sealed record Refused(string Error) : Delivery;

    /// <summary>It may or may not have arrived, and a second attempt could double it.</summary>
    public sealed record Uncertain(string Reason) : Delivery;
}

/// <summary>A way out of Baton.</summary>
public interface IOutboundChannel
{
    /// <summary>The connector's name in logs, events and configuration: <c>file</c>, <c>smtp</c>, <c>webhook</c>.</summary>
    string Name { get; }

    /// <summary>True where the same message sent twice arrives once, so that an attempt cut off by a crash may simply be repeated.</summary>
    bool HonoursIdempotencyKey { get; }

    /// <summary>Sends one message. Expected failures are values; what is thrown counts as <see cref="Delivery.Uncertain"/> unless the channel honours idempotency keys.</summary>
    Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken);
}

/// <summary>Mail, to customers and teams.</summary>
public interface IMailChannel : IOutboundChannel
{
    /// <summary>The address that its mail comes from. The agent writes to no customer there: it would answer itself.</summary>
    string From { get; }
}

/// <summary>A chat platform's channels, for teams.</summary>
public interface IChatChannel : IOutboundChannel;

/// <summary>The help desk that holds the ticket.</summary>
public interface IHelpDesk : IOutboundChannel;

/// <summary>What a channel may need beside the message: the case it belongs to, and the package where one is attached.</summary>
public sealed record MessageContext(string CaseId, byte[]? PackageJson);

/// <summary>Customer facts from outside (a CRM, a shop). Slow or failing, it never blocks a case.</summary>
public interface ICrm
{
    string Name { get; }

    /// <summary>What is known of the customer; null when the CRM does not know them.</summary>
    Task<CrmCustomer?> FindAsync(string? customerId, string? email, CancellationToken cancellationToken);
}

/// <summary>A customer as a CRM tells it; null fields are unknown.</summary>
public sealed record CrmCustomer(
    string? Name, CustomerTier? Tier, string? Plan, decimal? AccountValue, decimal? LifetimeValue, int? OpenInvoices,
    IReadOnlyList<Intake.Order> RecentOrders, IReadOnlyList<string> EscalationHistory);
