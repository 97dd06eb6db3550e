namespace Baton.Acceptance;

/// <summary>Tickets whose course is plain, each of a customer of its own.</summary>
internal static class Tickets
{
    /// <summary>Answered by the agent from an article.</summary>
    public static object Question(string? id = null, string? email = null) =>
        new { id = id ?? New("Q"), subject = "Password", description = "Hi, I forgot my password. How do I reset it? Thanks!", customerEmail = email ?? $"{New("ann")}@shop.example", customerTier = "paid" };

    /// <summary>Handed to people at once.</summary>
    public static object LegalThreat(string? id = null, string? email = null) =>
        new { id = id ?? New("L"), subject = "Complaint", description = "Refund my invoice now or our lawyers will be in touch and we will file a lawsuit.", customerEmail = email ?? $"{New("bob")}@firm.example", customerTier = "paid" };

    public static string New(string prefix) => $"{prefix}-{Guid.NewGuid():N}"[..20];
}
