using Baton.Cases;

namespace Baton.Intake;

/// <summary>What is known about the customer when the case opens; gathered once and kept for the conversation. Null means unknown.</summary>
public sealed record CustomerContext
{
    public string? Id { get; init; }
    public string? Email { get; init; }
    public string? Name { get; init; }
    public CustomerTier Tier { get; init; }
    public string? Plan { get; init; }
    public decimal? AccountValue { get; init; }
    public decimal? LifetimeValue { get; init; }
    public int? OpenInvoices { get; init; }

    /// <summary>Orders of the last 90 days, newest first, five at most.</summary>
    public IReadOnlyList<Order> RecentOrders { get; init; } = [];

    /// <summary>All earlier tickets that anybody knows of.</summary>
    public int PreviousTickets { get; init; }

    /// <summary>Tickets of the last 30 days in Baton's own history, this one not counted.</summary>
    public int RecentTicketCount { get; init; }

    /// <summary>Categories of the last three of them, newest first.</summary>
    public IReadOnlyList<Category> PreviousIssues { get; init; } = [];

    /// <summary>Earlier cases of this customer in Baton's own history, newest first, with what similarity needs.</summary>
    public IReadOnlyList<PastCase> PastCases { get; init; } = [];
    public IReadOnlyList<string> SupportHistory { get; init; } = [];
    public IReadOnlyList<string> EscalationHistory { get; init; } = [];

    /// <summary>Where it came from: <c>crm</c>, <c>history</c>, or <c>ticket</c> when nothing else answered.</summary>
    public string Source { get; init; } = "ticket";

    /// <summary>Any escalation before this case, told by the source or known from Baton's own history.</summary>
    public bool HasEscalated => EscalationHistory.Count > 0 || PastCases.Any(p => p.Escalated);
}

/// <summary>An order as the CRM or shop tells it.</summary>
public sealed record Order(string Id, string Status, string? Tracking, DateTimeOffset? ExpectedDelivery);

/// <summary>An earlier case of the same customer: when, about what (stemmed keywords), and how it went.</summary>
public sealed record PastCase(string CaseId, DateTimeOffset OpenedAt, Category? Category, IReadOnlyList<string> Keywords, bool Escalated, bool Resolved);
