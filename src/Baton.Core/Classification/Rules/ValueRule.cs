using System.Globalization;
using Baton.Cases;
using Baton.Policies;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>Customers whose lifetime value is above a limit are served by people; an unknown value does not match.</summary>
internal sealed class ValueRule(HardRulePolicy rule) : IHardRule
{
    public string Id => rule.Id;

    public RuleHit? Evaluate(Case c, TokenizedText words) =>
        KnownCustomer.LifetimeValueOf(c) is { } value && rule.Over is { } limit && value > limit
            ? new RuleHit(Id, rule.Kind, rule.Reason, [string.Create(CultureInfo.InvariantCulture, $"lifetime value {value:#,0.##} over {limit:#,0.##}")])
            : null;
}
