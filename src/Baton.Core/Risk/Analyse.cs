using Baton.Cases;
using Baton.Classification;
using Baton.Pipeline;
using Baton.Reasoning;

namespace Baton.Risk;

/// <summary>From scores to an analysis and a risk profile, by the formulas of <see cref="RiskScores"/>. Pure.</summary>
internal static class Analyse
{
    // Spec section 2, step 2: what an analysis that failed counts as.
    private const int FailedFrustration = 50;
    private const int FailedRisk = 60;

    public static SentimentAnalysed From(AnalysisScores scores, string by, Case c, StepContext context)
    {
        var s = WithinScale(scores);
        var overall = RiskScores.Overall(s.Frustration, s.OverallComplexity, s.ChurnRisk, s.PublicityRisk);
        var analysis = new SentimentAnalysis
        {
            Sentiment = s.Sentiment,
            Frustration = s.Frustration,
            Urgency = new UrgencyPerception(s.PerceivedUrgency, s.ActualUrgency),
            ConfidenceInResolution = s.ConfidenceInResolution,
            Style = s.Style,
            Trajectory = Trajectories.Of(c.FrustrationHistory, s.Frustration),
            TechnicalComplexity = s.TechnicalComplexity,
            CommunicationComplexity = s.CommunicationComplexity,
            ProcessComplexity = s.ProcessComplexity,
            ResolutionComplexity = s.ResolutionComplexity,
            OverallComplexity = s.OverallComplexity,
            ChurnRisk = s.ChurnRisk,
            PublicityRisk = s.PublicityRisk,
            Clarity = s.Clarity,
            TechnicalKnowledge = s.TechnicalKnowledge,
            Evidence = s.Evidence,
            ImmediateFlags = RiskScores.Flags(s.Frustration, c.Classification!.EscalationSignals, overall, s.ResolutionComplexity, context.Policy.Thresholds),
            Approach = RiskScores.ApproachTo(overall, s.Frustration, s.TechnicalComplexity),
            EstimatedResolution = RiskScores.ResolutionEstimate(s.ResolutionComplexity),
            RequiredExpertise = RiskScores.ExpertiseFor(s.TechnicalComplexity, s.CommunicationComplexity),
            By = by,
        };
        var risk = ProfileOf(c, overall) with { Sentiment = s.Frustration, Complexity = s.OverallComplexity, Technical = s.TechnicalComplexity };
        return new SentimentAnalysed(analysis, risk, context.Policy.Hash) { At = context.Now };
    }

    /// <summary>The fixed fallback. Signals that are known without a judgement of mood still raise their flags.</summary>
    public static SentimentAnalysed Failed(Case c, StepContext context)
    {
        var analysis = new SentimentAnalysis
        {
            Sentiment = Sentiment.Neutral,
            Frustration = FailedFrustration,
            ImmediateFlags = RiskScores.Flags(FailedFrustration, c.Classification!.EscalationSignals, FailedRisk, null, context.Policy.Thresholds),
            Approach = RiskScores.ApproachTo(FailedRisk, FailedFrustration, null),
            EstimatedResolution = RiskScores.ResolutionEstimate(null),
            RequiredExpertise = RiskScores.ExpertiseFor(null, null),
            By = "fallback",
            HumanReviewRequired = true,
        };
        return new SentimentAnalysed(analysis, ProfileOf(c, FailedRisk) with { Sentiment = FailedFrustration }, context.Policy.Hash) { At = context.Now };
    }

    private static RiskProfile ProfileOf(Case c, int overall) => new()
    {
        Overall = overall,
        Business = RiskScores.Business(c.Classification!.BusinessImpact),
        Customer = RiskScores.Customer(c.Classification.CustomerType, KnownCustomer.PreviousTicketsOf(c), KnownCustomer.HasEscalated(c)),
    };

    // A reasoner's figures come from outside: what is off the scale is taken as its end.
    private static AnalysisScores WithinScale(AnalysisScores s) => s with
    {
        Frustration = Clamp(s.Frustration),
        PerceivedUrgency = Clamp(s.PerceivedUrgency),
        ActualUrgency = Clamp(s.ActualUrgency),
        ConfidenceInResolution = Clamp(s.ConfidenceInResolution),
        TechnicalComplexity = Clamp(s.TechnicalComplexity),
        CommunicationComplexity = Clamp(s.CommunicationComplexity),
        ProcessComplexity = Clamp(s.ProcessComplexity),
        ResolutionComplexity = Clamp(s.ResolutionComplexity),
        OverallComplexity = Clamp(s.OverallComplexity),
        ChurnRisk = Clamp(s.ChurnRisk),
        PublicityRisk = Clamp(s.PublicityRisk),
        Clarity = Clamp(s.Clarity),
        TechnicalKnowledge = Clamp(s.TechnicalKnowledge),
    };

    private static int? Clamp(int? score) => score is { } s ? Math.Clamp(s, 0, 100) : null;
}
