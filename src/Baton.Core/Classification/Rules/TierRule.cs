using Baton.Cases;
using Baton.Policies;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>Customers of certain tiers are served by people.</summary>
internal sealed class TierRule(HardRulePolicy rule) : IHardRule
{
    public string Id => rule.Id;

    public RuleHit? Evaluate(Case c, TokenizedText words) =>
        KnownCustomer.TierOf(c) is var tier && rule.Tiers.Contains(tier) ? new RuleHit(Id, rule.Kind, rule.Reason, [$"customer tier {Words.Of(tier)}"]) : null;
}
