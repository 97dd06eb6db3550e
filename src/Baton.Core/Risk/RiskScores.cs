using Baton.Cases;
using Baton.Policies;

namespace Baton.Risk;

/// <summary>The formulas of step 2. Scores run from 0 to 100; an unknown one counts as the middling value named beside its formula. Pure.</summary>
public static class RiskScores
{
    // What an unknown score counts as.
    private const int UnknownFrustration = 50;
    private const int UnknownComplexity = 50;
    private const int UnknownChurn = 30;
    private const int UnknownPublicity = 20;

    /// <summary>0.4 frustration + 0.3 overall complexity + 0.2 churn + 0.1 publicity, half a point rounded up; unknown ones count 50, 50, 30, 20.</summary>
    public static int Overall(int? frustration, int? overallComplexity, int? churn, int? publicity) =>
        (4 * (frustration ?? UnknownFrustration) + 3 * (overallComplexity ?? UnknownComplexity) + 2 * (churn ?? UnknownChurn) + (publicity ?? UnknownPublicity) + 5) / 10;

    /// <summary>80 when much of the customer's business stands still, else 40.</summary>
    public static int Business(BusinessImpact impact) => impact == BusinessImpact.High ? 80 : 40;

    /// <summary>30, +30 enterprise, +25 vip, +20 over five earlier tickets, +25 any earlier escalation; at most 100.</summary>
    public static int Customer(CustomerTier tier, int previousTickets, bool hasEscalated)
    {
        var risk = 30 + tier switch { CustomerTier.Enterprise => 30, CustomerTier.Vip => 25, _ => 0 };
        risk += previousTickets > 5 ? 20 : 0;
        risk += hasEscalated ? 25 : 0;
        return Math.Min(risk, 100);
    }

    /// <summary>How the case wants to be handled; unknown scores count 50.</summary>
    public static Approach ApproachTo(int overallRisk, int? frustration, int? technicalComplexity)
    {
        var felt = frustration ?? UnknownFrustration;
        if (overallRisk > 80 || felt > 80)
            return Approach.HighTouchEscalation;
        if (overallRisk > 60 || felt > 60)
            return Approach.CarefulHandling;
        return (technicalComplexity ?? UnknownComplexity) > 70 ? Approach.TechnicalSpecialist : Approach.StandardSupport;
    }

    /// <summary>Time to resolve by resolution complexity, for people; unknown counts 50.</summary>
    public static string ResolutionEstimate(int? resolutionComplexity) => (resolutionComplexity ?? UnknownComplexity) switch
    {
        > 80 => "2-4 h",
        > 60 => "1-2 h",
        > 40 => "30-60 min",
        _ => "15-30 min",
    };

    /// <summary>Who can do it; unknown scores count 50.</summary>
    public static Expertise ExpertiseFor(int? technicalComplexity, int? communicationComplexity) =>
        (technicalComplexity ?? UnknownComplexity, communicationComplexity ?? UnknownComplexity) switch
        {
            ( > 80, _) => Expertise.SeniorTechnical,
            ( > 60, _) => Expertise.TechnicalSpecialist,
            (_, > 70) => Expertise.CommunicationSpecialist,
            _ => Expertise.GeneralSupport,
        };

    /// <summary>Why the case goes to people at once, each cause by name; empty when it need not.</summary>
    public static IReadOnlyList<ImmediateCause> Flags(
        int? frustration, IReadOnlyList<EscalationSignal> signals, int overallRisk, int? resolutionComplexity, ThresholdPolicy thresholds)
    {
        var flags = new List<ImmediateCause>();
        if (frustration > thresholds.ImmediateFrustration)
            flags.Add(ImmediateCause.HighFrustration);
        if (signals.Contains(EscalationSignal.LegalThreats))
            flags.Add(ImmediateCause.LegalThreats);
        if (signals.Contains(EscalationSignal.ExecutiveInvolvement))
            flags.Add(ImmediateCause.ExecutiveInvolvement);
        if (overallRisk > thresholds.ImmediateRisk)
            flags.Add(ImmediateCause.HighRiskScore);
        if (resolutionComplexity > thresholds.ImmediateComplexity)
            flags.Add(ImmediateCause.ExtremeComplexity);
        return flags;
    }
}
