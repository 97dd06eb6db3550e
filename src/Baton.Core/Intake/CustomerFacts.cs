using Baton.Cases;
using Baton.Connectors;

namespace Baton.Intake;

/// <summary>
/// Puts together what the ticket, the CRM and Baton's own history say of a customer. The ticket's own word counts first, since it is the newest
/// and what the company's help desk shows; the CRM fills what the ticket leaves open.
/// </summary>
internal static class CustomerFacts
{
    private static readonly TimeSpan RecentTickets = TimeSpan.FromDays(30);

    // An order carries no date of its own here: a CRM connector gives those of the last 90 days, newest first.
    private const int MostOrders = 5;
    private const int MostIssues = 3;

    /// <param name="ticket">As it came.</param>
    /// <param name="known">Null where there is no CRM, or it did not answer, or does not know the customer.</param>
    /// <param name="past">Earlier cases, newest first.</param>
    /// <param name="now">What "recent" is counted from.</param>
    public static CustomerContext Merge(Ticket ticket, CrmCustomer? known, IReadOnlyList<PastCase> past, DateTimeOffset now)
    {
        var recent = past.Where(p => p.OpenedAt >= now - RecentTickets).OrderByDescending(p => p.OpenedAt).ToList();
        return new CustomerContext
        {
            Id = ticket.CustomerId,
            Email = ticket.CustomerEmail,
            Name = ticket.CustomerName ?? known?.Name,
            Tier = ticket.CustomerTier != CustomerTier.Unknown ? ticket.CustomerTier : known?.Tier ?? CustomerTier.Unknown,
            Plan = known?.Plan,
            AccountValue = ticket.AccountValue ?? known?.AccountValue,
            LifetimeValue = ticket.LifetimeValue ?? known?.LifetimeValue,
            OpenInvoices = known?.OpenInvoices,
            RecentOrders = [.. (known?.RecentOrders ?? []).Take(MostOrders)],
            PreviousTickets = Math.Max(ticket.PreviousTicketCount ?? 0, past.Count),
            RecentTicketCount = recent.Count,
            PreviousIssues = [.. recent.Where(p => p.Category is not null).Take(MostIssues).Select(p => p.Category!.Value)],
            PastCases = past,
            SupportHistory = ticket.SupportHistory,
            EscalationHistory = [.. ticket.EscalationHistory.Concat(known?.EscalationHistory ?? []).Distinct(StringComparer.OrdinalIgnoreCase)],
            Source = known is not null ? "crm" : past.Count > 0 ? "history" : "ticket",
        };
    }
}
