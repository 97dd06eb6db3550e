using System.Globalization;
using Baton.Cases;
using Baton.Memory;
using Baton.Policies;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>The same customer about the same issue again within the window; this contact counts as one. Other issues do not count, however many.</summary>
internal sealed class RepeatContactRule(HardRulePolicy rule) : IHardRule
{
    private readonly int _contacts = rule.Contacts ?? 3;
    private readonly TimeSpan _window = TimeSpan.FromDays(rule.WithinDays ?? 7);
    private readonly double _similarity = rule.Similarity ?? 0.5;

    public string Id => rule.Id;

    public RuleHit? Evaluate(Case c, TokenizedText words)
    {
        var earlier = (c.Customer?.PastCases ?? [])
            .Where(p => p.CaseId != c.Id && p.OpenedAt <= c.OpenedAt && c.OpenedAt - p.OpenedAt <= _window)
            .Where(p => IssueSimilarity.Of(c.Keywords, p.Keywords) >= _similarity)
            .DistinctBy(p => p.CaseId)
            .OrderByDescending(p => p.OpenedAt)
            .ToList();
        return earlier.Count + 1 < _contacts
            ? null
            : new RuleHit(Id, rule.Kind, rule.Reason, [.. earlier.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.CaseId} on {p.OpenedAt.UtcDateTime:yyyy-MM-dd}"))]);
    }
}
