using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Baton.Reasoning.Local.Models;
using Baton.Risk;

namespace Baton.Reasoning.Local;

/// <summary>Step 3: which reasons stand, and the kind of escalation that the gravest one asks for.</summary>
internal static class EscalationAdvisor
{
    private const int ExtremeFrustration = 85;
    private const int HardTechnical = 60;

    private static readonly string[] _soft = [EscalationReason.HardTechnical, EscalationReason.Complex];

    public static EscalationAdvice Advise(Reading reading, TicketClassification classification, SentimentAnalysis analysis, RiskProfile risk, int threshold)
    {
        var found = Reasons(reading, classification, analysis, risk, threshold);
        var reasons = EscalationReason.ByGravity.Where(found.ContainsKey).ToList();
        var confidence = reasons.Count > 0 ? 1 - found.Values.Aggregate(1.0, (doubt, p) => doubt * (1 - p)) : Calm(reading, analysis, risk, threshold);
        var kind = reasons.Count == 0 ? EscalationKind.NoEscalation : KindOf(reasons[0], analysis);
        return new EscalationAdvice
        {
            Kind = kind,
            Reasons = reasons,
            Confidence = Math.Round(Math.Clamp(confidence, 0, 0.99), 3),
            SuccessWithoutPeople = Math.Round(Alone(classification, analysis, reasons.Count > 0), 2),
            Alternatives = Alternatives(kind),
            By = reading.By,
        };
    }

    // Reason → how sure we are of it, 0 to 1.
    private static Dictionary<string, double> Reasons(Reading reading, TicketClassification c, SentimentAnalysis a, RiskProfile risk, int threshold)
    {
        var found = new Dictionary<string, double>();
        var signals = c.EscalationSignals;
        var hurts = c.UrgencyIndicators.Contains(UrgencyIndicator.BusinessImpacting) || c.UrgencyIndicators.Contains(UrgencyIndicator.RevenueAffecting) || c.Priority == Priority.Critical;
        Add(EscalationReason.Outage, c.UrgencyIndicators.Contains(UrgencyIndicator.OutageRelated) && hurts, Finding.Outage);
        Add(EscalationReason.Legal, signals.Contains(EscalationSignal.LegalThreats), Finding.LegalThreat);
        Add(EscalationReason.Executive, signals.Contains(EscalationSignal.ExecutiveInvolvement), Finding.Executive);
        Add(EscalationReason.Security, c.UrgencyIndicators.Contains(UrgencyIndicator.SecurityRelated), Finding.Security);
        Add(EscalationReason.Fraud, reading.Findings.Stands(Finding.Fraud), Finding.Fraud);
        Add(EscalationReason.RepeatContact, signals.Contains(EscalationSignal.RepeatContact), Finding.RepeatContact);
        Add(EscalationReason.Churn, signals.Contains(EscalationSignal.ChurnThreat), Finding.ChurnThreat);
        Add(EscalationReason.Publicity, signals.Contains(EscalationSignal.PublicityThreat), Finding.PublicityThreat);
        Add(EscalationReason.PersonRequested, reading.Findings.Stands(Finding.PersonRequested), Finding.PersonRequested);
        if (a.Frustration > ExtremeFrustration)
            found[EscalationReason.ExtremeFrustration] = Certainty.Logistic(a.Frustration.Value, ExtremeFrustration - 5, 6);
        var hard = c.Complexity is Complexity.Complex or Complexity.ExpertRequired;
        var technical = c.Category is Category.Technical or Category.Integration or Category.BugReport || a.TechnicalComplexity > HardTechnical;
        if (hard && technical)
            found[EscalationReason.HardTechnical] = c.LabelConfidence.GetValueOrDefault("complexity", reading.Complexity.Confidence);
        else if (hard)
            found[EscalationReason.Complex] = c.LabelConfidence.GetValueOrDefault("complexity", reading.Complexity.Confidence);
        if (risk.Overall > threshold)
            found[EscalationReason.HighRisk] = Certainty.Logistic(risk.Overall, threshold, 8);
        if (reading.Judgement is { } judgement)
            Weigh(found, judgement);
        return found;

        // A language model's label may rest on what the lexicons do not see; then it is taken at even odds.
        void Add(string reason, bool stands, Finding finding)
        {
            if (stands)
                found[reason] = Math.Max(0.5, reading.Findings.Likelihood(finding));
        }
    }

    // What is merely hard needs the model's consent, and what the model sees without knowing a rule for it gets the reason that it finds likeliest.
    private static void Weigh(Dictionary<string, double> found, Judgement judgement)
    {
        if (judgement.Objects)
        {
            foreach (var soft in _soft)
                found.Remove(soft);
        }
        if (found.Count > 0 || !judgement.Escalates)
            return;
        found[judgement.LikeliestReason] = judgement.Certainty(Heads.Escalate);
    }

    private static EscalationKind KindOf(string gravest, SentimentAnalysis analysis) => gravest switch
    {
        EscalationReason.Outage or EscalationReason.Legal or EscalationReason.Executive or EscalationReason.Security or EscalationReason.Fraud => EscalationKind.ImmediateEscalation,
        EscalationReason.RepeatContact or EscalationReason.Churn or EscalationReason.Publicity or EscalationReason.ExtremeFrustration => EscalationKind.ManagementEscalation,
        EscalationReason.HardTechnical or EscalationReason.PersonRequested => EscalationKind.SpecialistEscalation,
        EscalationReason.HighRisk => analysis.TechnicalComplexity > HardTechnical ? EscalationKind.SpecialistEscalation : EscalationKind.ManagementEscalation,
        _ => EscalationKind.ScheduledEscalation,
    };

    // Sure that nothing is amiss only when no finding came near, and the risk is far below its threshold.
    private static double Calm(Reading reading, SentimentAnalysis analysis, RiskProfile risk, int threshold)
    {
        var sure = 1 - Certainty.Logistic(risk.Overall, threshold, 12);
        foreach (var finding in Enum.GetValues<Finding>())
            sure *= 1 - (0.9 * reading.Findings.Likelihood(finding));
        return sure * (1 - (0.3 * Certainty.Logistic(analysis.Frustration ?? 50, 70, 8))) * (0.6 + (0.4 * reading.Text.Surface.Readable));
    }

    private static double Alone(TicketClassification classification, SentimentAnalysis analysis, bool escalates)
    {
        var likely = classification.ResolutionLikelihood switch
        {
            ResolutionLikelihood.High => 0.85,
            ResolutionLikelihood.Medium => 0.6,
            ResolutionLikelihood.Low => 0.35,
            ResolutionLikelihood.RequiresHuman => 0.1,
        };
        return likely * (1 - (0.3 * (analysis.Frustration ?? 50) / 100)) * (escalates ? 0.5 : 1);
    }

    private static IReadOnlyList<string> Alternatives(EscalationKind kind) => kind switch
    {
        EscalationKind.NoEscalation => ["scheduled_escalation"],
        EscalationKind.ScheduledEscalation => ["no_escalation", "specialist_escalation"],
        EscalationKind.SpecialistEscalation => ["scheduled_escalation", "no_escalation"],
        EscalationKind.ManagementEscalation => ["specialist_escalation", "immediate_escalation"],
        EscalationKind.ImmediateEscalation => ["management_escalation", "specialist_escalation"],
    };
}
