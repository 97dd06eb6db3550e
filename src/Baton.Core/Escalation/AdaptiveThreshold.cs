using Baton.Cases;
using Baton.Policies;

namespace Baton.Escalation;

/// <summary>The risk above which a case escalates, adapted to its context and to what was learnt. Pure.</summary>
public static class AdaptiveThreshold
{
    /// <summary>Cases with a verdict or outcome that a rate needs before anything is learnt from it.</summary>
    public const int LeastVerdicts = 20;

    // Spec section 13: what is still good. Beyond it the threshold moves.
    private const double GoodFalseRate = 0.12;
    private const double GoodMissedRate = 0.02;

    // Points per share of cases gone wrong; a missed escalation costs more than a false one. At most this many points each way.
    private const double PointsPerFalse = 50;
    private const double PointsPerMissed = 150;
    private const int MostLearnt = 10;

    /// <summary>
    /// The threshold, 0 to 100; a lower one escalates sooner. Open: whether people work now. Waiting: unclaimed cases of the team. Outcomes: what
    /// became of earlier cases of the category. What is null is not known and moves nothing.
    /// </summary>
    public static int Of(CustomerTier tier, BusinessImpact impact, bool open, int? waiting, OutcomeCounts? outcomes, ThresholdPolicy policy)
    {
        var moved = policy.TierAdjustment.GetValueOrDefault(tier)
            + (impact == BusinessImpact.High ? policy.HighImpactAdjustment : 0)
            + (open ? 0 : policy.OutOfHoursAdjustment)
            + (waiting >= policy.LoadedQueue ? policy.LoadedQueueAdjustment : 0)
            + (outcomes is null ? 0 : Learnt(outcomes));
        return Math.Clamp(policy.EscalationRisk + Math.Clamp(moved, -policy.AdaptationLimit, policy.AdaptationLimit), 0, 100);
    }

    /// <summary>Points from outcomes: false escalations beyond 12 % raise it, missed ones beyond 2 % lower it.</summary>
    public static int Learnt(OutcomeCounts outcomes)
    {
        var falsely = Excess(outcomes.FalseEscalations, outcomes.Escalated, GoodFalseRate) * PointsPerFalse;
        var missed = Excess(outcomes.MissedEscalations, outcomes.Kept, GoodMissedRate) * PointsPerMissed;
        return (int)Math.Clamp(Math.Round(falsely - missed, MidpointRounding.AwayFromZero), -MostLearnt, MostLearnt);
    }

    private static double Excess(int wrong, int of, double good) => of < LeastVerdicts ? 0 : Math.Max(0, (double)wrong / of - good);
}
