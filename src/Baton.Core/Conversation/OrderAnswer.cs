using System.Globalization;
using Baton.Cases;
using Baton.Intake;

namespace Baton.Conversation;

/// <summary>Answers "where is my order" from the account's own data, when the customer names one of their own orders. Pure.</summary>
public static class OrderAnswer
{
    /// <summary>The customer's order that the ticket names; null when it names none of theirs, or several.</summary>
    public static Order? Find(Case c)
    {
        if (c.Classification is not { Category: Category.Shipping } classification || c.Customer is not { Source: "crm" } customer)
            return null;
        var named = customer.RecentOrders.Where(o => classification.Entities.OrderIds.Any(id => Same(id, o.Id))).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>What the records say, in English, a fact a line, and nothing that they do not.</summary>
    public static string Facts(Order order)
    {
        var facts = new List<string> { $"Status: {CustomerText.Line(order.Status, 60)}" };
        if (!string.IsNullOrWhiteSpace(order.Tracking))
            facts.Add($"Tracking: {CustomerText.Line(order.Tracking, 100)}");
        if (order.ExpectedDelivery is { } expected)
            facts.Add($"Expected delivery: {expected.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        return string.Join('\n', facts);
    }

    private static bool Same(string a, string b) => string.Equals(a.TrimStart('#').Trim(), b.TrimStart('#').Trim(), StringComparison.OrdinalIgnoreCase);
}
