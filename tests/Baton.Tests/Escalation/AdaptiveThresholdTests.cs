using Baton.Cases;
using Baton.Escalation;
using Baton.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Escalation;

public sealed class AdaptiveThresholdTests
{
    private static readonly ThresholdPolicy Policy = TestPolicy.Default.Thresholds;

    [Fact]
    public void An_unremarkable_case_has_the_base() => Of().ShouldBe(70);

    [Fact]
    public void Each_circumstance_moves_it_by_policy()
    {
        Of(tier: CustomerTier.Enterprise).ShouldBe(55);
        Of(tier: CustomerTier.Vip).ShouldBe(60);
        Of(impact: BusinessImpact.High).ShouldBe(60);
        Of(open: false).ShouldBe(75);
        Of(waiting: 19).ShouldBe(70);
        Of(waiting: 20).ShouldBe(75);
    }

    [Fact]
    public void Context_moves_it_only_so_far() => Of(tier: CustomerTier.Enterprise, impact: BusinessImpact.High, outcomes: new(0, 0, 100, 50)).ShouldBe(50);

    [Fact]
    public void False_escalations_raise_it_and_missed_ones_lower_it()
    {
        Of(outcomes: new(100, 12, 100, 2)).ShouldBe(70, "within what is still good");
        Of(outcomes: new(100, 22, 0, 0)).ShouldBe(75);
        Of(outcomes: new(0, 0, 100, 4)).ShouldBe(67);
        Of(outcomes: new(100, 100, 0, 0)).ShouldBe(80);
    }

    [Fact]
    public void Too_few_outcomes_teach_nothing()
    {
        Of(outcomes: new(19, 19, 19, 19)).ShouldBe(70);
        Of(outcomes: new(20, 20, 19, 19)).ShouldBe(80);
    }

    [Fact]
    public void It_stays_within_the_limit_and_never_rises_with_missed_escalations() =>
        Prop.ForAll(Gen.Choose(0, 200).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (missed, falsely, waiting) =>
        {
            var counts = new OutcomeCounts(200, falsely, 200, missed);
            var t = Of(CustomerTier.Vip, BusinessImpact.High, false, waiting, counts);
            return t is >= 50 and <= 90 && Of(CustomerTier.Vip, BusinessImpact.High, false, waiting, counts with { MissedEscalations = Math.Min(200, missed + 10) }) <= t;
        }).QuickCheckThrowOnFailure();

    private static int Of(
        CustomerTier tier = CustomerTier.Paid, BusinessImpact impact = BusinessImpact.Low, bool open = true, int? waiting = null, OutcomeCounts? outcomes = null) =>
        AdaptiveThreshold.Of(tier, impact, open, waiting, outcomes, Policy);
}
