using Baton.Cases;
using Baton.Policies;
using Baton.Risk;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Risk;

public sealed class RiskScoresTests
{
    private static readonly Arbitrary<int?> Scores = Gen.OneOf(Gen.Choose(0, 100).Select(s => (int?)s), Gen.Constant((int?)null)).ToArbitrary();
    private static readonly Arbitrary<int[]> Known = Gen.Choose(0, 100).ArrayOf(5).ToArbitrary();

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(100, 100, 100, 100, 100)]
    [InlineData(90, 80, 70, 60, 80)]
    [InlineData(50, 50, 30, 20, 43)]
    [InlineData(1, 0, 0, 1, 1)]
    [InlineData(0, 0, 2, 0, 0)]
    [InlineData(null, null, null, null, 43)]
    [InlineData(90, null, null, null, 59)]
    public void Overall_risk_is_the_weighted_sum(int? frustration, int? complexity, int? churn, int? publicity, int expected) =>
        RiskScores.Overall(frustration, complexity, churn, publicity).ShouldBe(expected);

    [Fact]
    public void Overall_risk_stays_on_the_scale_whatever_is_unknown() =>
        Prop.ForAll(Scores, Scores, Scores, (f, c, h) => RiskScores.Overall(f, c, h, null) is >= 0 and <= 100).QuickCheckThrowOnFailure();

    [Fact]
    public void Overall_risk_never_falls_when_a_part_of_it_rises() =>
        Prop.ForAll(Known, Gen.Choose(0, 3).ToArbitrary(), (s, part) =>
        {
            var more = s.ToArray();
            more[part] = Math.Max(more[part], s[4]);
            return RiskScores.Overall(more[0], more[1], more[2], more[3]) >= RiskScores.Overall(s[0], s[1], s[2], s[3]);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(BusinessImpact.High, 80)]
    [InlineData(BusinessImpact.Medium, 40)]
    [InlineData(BusinessImpact.Low, 40)]
    public void Business_risk_is_high_or_not(BusinessImpact impact, int expected) => RiskScores.Business(impact).ShouldBe(expected);

    [Theory]
    [InlineData(CustomerTier.Paid, 0, false, 30)]
    [InlineData(CustomerTier.Enterprise, 0, false, 60)]
    [InlineData(CustomerTier.Vip, 0, false, 55)]
    [InlineData(CustomerTier.Paid, 5, false, 30)]
    [InlineData(CustomerTier.Paid, 6, false, 50)]
    [InlineData(CustomerTier.Paid, 0, true, 55)]
    [InlineData(CustomerTier.Vip, 6, true, 100)]
    [InlineData(CustomerTier.Enterprise, 6, true, 100)]
    public void Customer_risk_adds_up_to_a_hundred(CustomerTier tier, int tickets, bool escalated, int expected) =>
        RiskScores.Customer(tier, tickets, escalated).ShouldBe(expected);

    [Theory]
    [InlineData(81, 0, 0, Approach.HighTouchEscalation)]
    [InlineData(0, 81, 0, Approach.HighTouchEscalation)]
    [InlineData(80, 80, 0, Approach.CarefulHandling)]
    [InlineData(61, 0, 100, Approach.CarefulHandling)]
    [InlineData(0, 61, 0, Approach.CarefulHandling)]
    [InlineData(60, 60, 71, Approach.TechnicalSpecialist)]
    [InlineData(60, 60, 70, Approach.StandardSupport)]
    [InlineData(60, null, null, Approach.StandardSupport)]
    public void The_approach_follows_risk_frustration_and_technical_complexity(int risk, int? frustration, int? technical, Approach expected) =>
        RiskScores.ApproachTo(risk, frustration, technical).ShouldBe(expected);

    [Theory]
    [InlineData(81, "2-4 h")]
    [InlineData(80, "1-2 h")]
    [InlineData(61, "1-2 h")]
    [InlineData(60, "30-60 min")]
    [InlineData(41, "30-60 min")]
    [InlineData(40, "15-30 min")]
    [InlineData(null, "30-60 min")]
    public void The_estimate_follows_resolution_complexity(int? complexity, string expected) => RiskScores.ResolutionEstimate(complexity).ShouldBe(expected);

    [Theory]
    [InlineData(81, 100, Expertise.SeniorTechnical)]
    [InlineData(80, 100, Expertise.TechnicalSpecialist)]
    [InlineData(61, 0, Expertise.TechnicalSpecialist)]
    [InlineData(60, 71, Expertise.CommunicationSpecialist)]
    [InlineData(60, 70, Expertise.GeneralSupport)]
    [InlineData(null, null, Expertise.GeneralSupport)]
    public void The_expertise_follows_technical_then_communication(int? technical, int? communication, Expertise expected) =>
        RiskScores.ExpertiseFor(technical, communication).ShouldBe(expected);

    [Fact]
    public void Flags_are_raised_above_their_thresholds_and_kept_by_name()
    {
        var thresholds = new ThresholdPolicy();
        RiskScores.Flags(85, [EscalationSignal.ChurnThreat], 90, 90, thresholds).ShouldBeEmpty();
        RiskScores.Flags(null, [], 0, null, thresholds).ShouldBeEmpty();
        RiskScores.Flags(86, [EscalationSignal.ExecutiveInvolvement, EscalationSignal.LegalThreats], 91, 91, thresholds).ShouldBe(
            [ImmediateCause.HighFrustration, ImmediateCause.LegalThreats, ImmediateCause.ExecutiveInvolvement, ImmediateCause.HighRiskScore, ImmediateCause.ExtremeComplexity]);
        RiskScores.Flags(60, [], 0, null, thresholds with { ImmediateFrustration = 59 }).ShouldBe([ImmediateCause.HighFrustration]);
    }

    [Theory]
    [InlineData(new int[0], 90, Trajectory.Stable)]
    [InlineData(new[] { 40 }, null, Trajectory.Stable)]
    [InlineData(new[] { 40 }, 49, Trajectory.Stable)]
    [InlineData(new[] { 40 }, 50, Trajectory.Escalating)]
    [InlineData(new[] { 40 }, 30, Trajectory.DeEscalating)]
    [InlineData(new[] { 100, 20, 30, 40 }, 45, Trajectory.Escalating)]
    public void The_trajectory_compares_with_the_turns_before(int[] earlier, int? now, Trajectory expected) => Trajectories.Of(earlier, now).ShouldBe(expected);
}
