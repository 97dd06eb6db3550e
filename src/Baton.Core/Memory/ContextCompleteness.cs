using Baton.Cases;

namespace Baton.Memory;

/// <summary>The fixed list that a case's context is measured against (spec section 2, step 6; target above 98 %).</summary>
public static class ContextCompleteness
{
    private static readonly (string Name, Func<Case, bool> Has)[] Parts =
    [
        ("ticket", c => c.Ticket.Description.Length > 0),
        ("customer", c => c.Customer is not null),
        ("conversation", c => !c.Messages.IsEmpty),
        ("keywords", c => c.Keywords.Count > 0),
        ("classification", c => c.Classification is { By: not "fallback" }),
        ("entities", c => c.Classification is not null),
        ("sentiment", c => c.Analysis?.Frustration is not null),
        ("complexity", c => c.Analysis?.OverallComplexity is not null),
        ("style", c => c.Analysis is not null),
        ("risk", c => c.Risk is not null),
        ("decision", c => c.Decision is not null),
        ("reasons", c => c.Decision is { PrimaryReason.Length: > 0 }),
        ("strategy", c => c.Strategy is not null),
        ("reply", c => c.Reply is not null),
        ("handoff", c => c.Handoff is not null || !c.Escalating),
    ];

    /// <summary>Names of the parts that are missing.</summary>
    public static IReadOnlyList<string> Gaps(Case c) => [.. Parts.Where(p => !p.Has(c)).Select(p => p.Name)];

    /// <summary>Share of the list that is there, 0 to 1.</summary>
    public static double Share(IReadOnlyCollection<string> gaps) => 1 - ((double)gaps.Count / Parts.Length);
}
