using Baton.Cases;

namespace Baton.Classification;

/// <summary>What is known of the customer for certain: the gathered context first, then what the ticket itself told.</summary>
internal static class KnownCustomer
{
    public static CustomerTier TierOf(Case c) => c.Customer is { Tier: not CustomerTier.Unknown } known ? known.Tier : c.Ticket.CustomerTier;

    public static decimal? LifetimeValueOf(Case c) => c.Customer?.LifetimeValue ?? c.Ticket.LifetimeValue;

    public static bool HasEscalated(Case c) => c.Customer?.HasEscalated is true || c.Ticket.EscalationHistory.Count > 0;

    public static int PreviousTicketsOf(Case c) => Math.Max(c.Customer?.PreviousTickets ?? 0, c.Ticket.PreviousTicketCount ?? 0);
}
