using Baton.Cases;

namespace Baton.Policies.Reading;

internal static class ThresholdSection
{
    public static ThresholdPolicy Read(PolicyNode section)
    {
        var standard = new ThresholdPolicy();
        return !section.Given ? standard : new ThresholdPolicy
        {
            ImmediateFrustration = Score(section["immediateFrustration"], standard.ImmediateFrustration),
            ImmediateRisk = Score(section["immediateRisk"], standard.ImmediateRisk),
            ImmediateComplexity = Score(section["immediateComplexity"], standard.ImmediateComplexity),
            EscalationRisk = Score(section["escalationRisk"], standard.EscalationRisk),
            AdaptationLimit = Score(section["adaptationLimit"], standard.AdaptationLimit),
            TierAdjustment = TierAdjustment(section["tierAdjustment"]),
            HighImpactAdjustment = Shift(section["highImpactAdjustment"], standard.HighImpactAdjustment),
            OutOfHoursAdjustment = Shift(section["outOfHoursAdjustment"], standard.OutOfHoursAdjustment),
            LoadedQueue = section["loadedQueue"].Whole(1, 100_000, standard.LoadedQueue),
            LoadedQueueAdjustment = Shift(section["loadedQueueAdjustment"], standard.LoadedQueueAdjustment),
            AnswerConfidence = section["answerConfidence"].Number(0, 1, standard.AnswerConfidence),
            NegativeTurns = section["negativeTurns"].Whole(1, 20, standard.NegativeTurns),
        };
    }

    private static int Score(PolicyNode value, int otherwise) => value.Whole(0, 100, otherwise);

    private static int Shift(PolicyNode value, int otherwise) => value.Whole(-100, 100, otherwise);

    private static Dictionary<CustomerTier, int> TierAdjustment(PolicyNode section) =>
        !section.Given ? [] : Enum.GetValues<CustomerTier>()
            .Select(tier => (Tier: tier, Value: section[Words.Of(tier)]))
            .Where(t => t.Value.Given)
            .ToDictionary(t => t.Tier, t => t.Value.Whole(-100, 100));
}
