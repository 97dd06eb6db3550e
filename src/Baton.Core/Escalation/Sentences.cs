using System.Globalization;
using Baton.Cases;
using Baton.Classification;
using Baton.Policies;
using Baton.Risk;

namespace Baton.Escalation;

/// <summary>What a decision tells people, in sentences with figures. Pure.</summary>
internal static class Sentences
{
    /// <summary>A hit: the rule's own sentence and what it rests on.</summary>
    public static string Of(RuleHit hit) => hit.Evidence.Count == 0 ? hit.Reason : $"{hit.Reason.TrimEnd('.')}: {string.Join("; ", hit.Evidence)}.";

    public static string Of(ImmediateCause flag, Case c) => flag switch
    {
        ImmediateCause.HighFrustration => $"The customer's frustration is {Figure(c.Analysis?.Frustration)} of 100.",
        ImmediateCause.LegalThreats => Of(EscalationReason.Legal),
        ImmediateCause.ExecutiveInvolvement => Of(EscalationReason.Executive),
        ImmediateCause.HighRiskScore => $"The overall risk is {Figure(c.Risk?.Overall)} of 100.",
        ImmediateCause.ExtremeComplexity => $"The issue is hard to resolve: complexity {Figure(c.Analysis?.ResolutionComplexity)} of 100.",
    };

    /// <summary>A reason in general terms, where nobody gave figures.</summary>
    public static string Of(string reason) => reason switch
    {
        EscalationReason.Outage => "A service that the customer depends on is down.",
        EscalationReason.Legal => "The customer speaks of legal steps.",
        EscalationReason.Executive => "Executives of the customer are involved.",
        EscalationReason.Security => "The security of the customer's data or access may be affected.",
        EscalationReason.Fraud => "Money may have moved without the customer's leave.",
        EscalationReason.Privacy => "A data-protection request has a legal deadline.",
        EscalationReason.RepeatContact => "The customer had to come back about the same issue.",
        EscalationReason.Churn => "The customer speaks of leaving.",
        EscalationReason.Publicity => "The customer speaks of going public.",
        EscalationReason.ExtremeFrustration => "The customer is extremely frustrated.",
        EscalationReason.HardTechnical => "The issue needs a specialist's knowledge.",
        EscalationReason.HighRisk => "The risk of leaving the case with the agent is high.",
        EscalationReason.Complex => "The issue is complex and leaves time to plan.",
        EscalationReason.ValuedCustomer => "A valued customer is served by people.",
        EscalationReason.PersonRequested => "The customer asks for a person.",
        EscalationReason.UnsupportedLanguage => "The customer writes in a language that replies are not written in.",
        EscalationReason.NoGroundedAnswer => "No answer could be grounded in what the company has written down.",
        EscalationReason.NegativeTurns => "The customer stayed dissatisfied after an answer.",
        EscalationReason.Reopened => "The case was closed although it was not resolved.",
        EscalationReason.OpenTooLong => "The case has been open too long without a resolution.",
        EscalationReason.NotDelivered => "The agent's answer did not reach the customer.",
        EscalationReason.PutInQueue => "A person took it from the agent and put it into the queue.",
        EscalationReason.Stuck => "The case had come to a halt.",
        _ => $"{reason.Replace('_', ' ')}.",
    };

    public static string OverThreshold(int risk, int threshold) => string.Create(CultureInfo.InvariantCulture, $"The overall risk of {risk} is over the threshold of {threshold}.");

    /// <summary>What puts the case at risk, most telling first; never empty.</summary>
    public static IReadOnlyList<string> RiskFactors(Case c, int threshold)
    {
        var factors = new List<string>();
        if (c.Risk is { } risk)
        {
            factors.Add(string.Create(CultureInfo.InvariantCulture, $"Overall risk {risk.Overall} of 100, against a threshold of {threshold}."));
            factors.Add(string.Create(CultureInfo.InvariantCulture, $"Customer risk {risk.Customer}, business risk {risk.Business}."));
        }
        if (c.Analysis is { } analysis)
            factors.AddRange(Felt(analysis));
        if (c.Classification is { } classification)
        {
            factors.Add(string.Create(CultureInfo.InvariantCulture, $"Priority {Words.Of(classification.Priority)}: a first response is due within {classification.MinutesToRespond} minutes."));
            if (classification.BusinessImpact != BusinessImpact.Low)
                factors.Add($"Impact on the customer's business: {Words.Of(classification.BusinessImpact)}.");
        }
        if (KnownCustomer.LifetimeValueOf(c) is { } value)
            factors.Add(string.Create(CultureInfo.InvariantCulture, $"Lifetime value {value:#,0.##}."));
        return factors.Count > 0 ? factors : ["No score is known yet."];
    }

    /// <summary>When a person is expected to have it, as policy says.</summary>
    public static string Span(UrgencyPolicy urgency) => urgency.HandoffTo >= 120
        ? string.Create(CultureInfo.InvariantCulture, $"{urgency.HandoffFrom / 60.0:0.#}-{urgency.HandoffTo / 60.0:0.#} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{urgency.HandoffFrom}-{urgency.HandoffTo} minutes");

    private static IEnumerable<string> Felt(SentimentAnalysis a)
    {
        yield return $"Frustration {Figure(a.Frustration)} of 100, mood {Spoken(a.Sentiment)}, {Spoken(a.Trajectory)}.";
        if (a.OverallComplexity is not null || a.ResolutionComplexity is not null)
            yield return $"Complexity {Figure(a.OverallComplexity)} of 100, {Figure(a.ResolutionComplexity)} to resolve.";
        if (a.ChurnRisk is not null || a.PublicityRisk is not null)
            yield return $"Churn risk {Figure(a.ChurnRisk)}, publicity risk {Figure(a.PublicityRisk)}.";
    }

    private static string Spoken<T>(T value) where T : struct, Enum => Words.Of(value).Replace('_', ' ');

    private static string Figure(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
