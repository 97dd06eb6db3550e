using Baton.Cases;
using Baton.Classification;
using Baton.Policies;
using Baton.Reasoning;

namespace Baton.Escalation;

/// <summary>A reason that was found, with a sentence for people.</summary>
public sealed record Finding(string Reason, string Sentence);

/// <summary>Everything that speaks for people, whoever found it: hard rules, immediate flags, the reasoner's labels and advice, the risk. Pure.</summary>
internal static class Findings
{
    /// <summary>The findings of a case, gravest first, each reason once.</summary>
    public static IReadOnlyList<Finding> Of(Case c, EscalationAdvice? advice, int threshold, Policy policy) =>
        ByGravity(
        [
            .. c.RuleHits.Select(h => new Finding(ReasonOf(h.Kind), Sentences.Of(h))),
            .. (c.Analysis?.ImmediateFlags ?? []).Select(f => new Finding(ReasonOf(f), Sentences.Of(f, c))),
            .. Conversation(c, policy),
            .. Labels(c.Classification),
            .. (advice is { Kind: not EscalationKind.NoEscalation } ? advice.Reasons : []).Where(EscalationReason.ByGravity.Contains).Select(r => new Finding(r, Sentences.Of(r))),
            .. c.Risk is { } risk && risk.Overall > threshold ? [new Finding(EscalationReason.HighRisk, Sentences.OverThreshold(risk.Overall, threshold))] : Array.Empty<Finding>(),
        ]);

    /// <summary>Gravest first whatever the order given; of two about the same reason the first stays.</summary>
    public static IReadOnlyList<Finding> ByGravity(IEnumerable<Finding> findings) => [.. findings.DistinctBy(f => f.Reason).OrderBy(f => GravityOf(f.Reason))];

    /// <summary>0 is the gravest; a name that is not known is the least grave.</summary>
    public static int GravityOf(string reason)
    {
        for (var i = 0; i < EscalationReason.ByGravity.Count; i++)
        {
            if (EscalationReason.ByGravity[i] == reason)
                return i;
        }
        return int.MaxValue;
    }

    public static string ReasonOf(RuleKind kind) => kind switch
    {
        RuleKind.Legal => EscalationReason.Legal,
        RuleKind.Fraud => EscalationReason.Fraud,
        RuleKind.Privacy => EscalationReason.Privacy,
        RuleKind.Tier or RuleKind.Value => EscalationReason.ValuedCustomer,
        RuleKind.RepeatContact => EscalationReason.RepeatContact,
        RuleKind.PersonRequested => EscalationReason.PersonRequested,
    };

    public static string ReasonOf(ImmediateCause flag) => flag switch
    {
        ImmediateCause.HighFrustration => EscalationReason.ExtremeFrustration,
        ImmediateCause.LegalThreats => EscalationReason.Legal,
        ImmediateCause.ExecutiveInvolvement => EscalationReason.Executive,
        ImmediateCause.HighRiskScore => EscalationReason.HighRisk,
        ImmediateCause.ExtremeComplexity => EscalationReason.HardTechnical,
    };

    /// <summary>What the course of the conversation calls for by policy: reasons that decide by themselves, as rules do.</summary>
    public static IEnumerable<Finding> Conversation(Case c, Policy policy)
    {
        if (c.NegativeStreak >= policy.Thresholds.NegativeTurns)
            yield return new Finding(EscalationReason.NegativeTurns, $"The customer was dissatisfied {c.NegativeStreak} times in a row after an answer.");
        if (c.Classification?.Language is { } language && !policy.Conversation.Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
            yield return new Finding(EscalationReason.UnsupportedLanguage, $"The customer writes in a language that replies are not written in ({language}).");
    }

    // Labels weigh in once people take the case; by themselves they do not send it there.
    private static IEnumerable<Finding> Labels(TicketClassification? classification)
    {
        if (classification is null)
            yield break;
        var suffers = classification.IssueType is IssueType.Problem or IssueType.Complaint || classification.Priority <= Priority.Urgent;
        if (suffers && classification.UrgencyIndicators.Contains(UrgencyIndicator.OutageRelated))
            yield return Named(EscalationReason.Outage);
        if (suffers && (classification.Category == Category.Security || classification.UrgencyIndicators.Contains(UrgencyIndicator.SecurityRelated)))
            yield return Named(EscalationReason.Security);
        if (classification.SpecialistNeeded)
            yield return Named(EscalationReason.HardTechnical);
        foreach (var reason in classification.EscalationSignals.Select(ReasonOf).OfType<string>())
            yield return Named(reason);
    }

    private static string? ReasonOf(EscalationSignal signal) => signal switch
    {
        EscalationSignal.LegalThreats => EscalationReason.Legal,
        EscalationSignal.ExecutiveInvolvement => EscalationReason.Executive,
        EscalationSignal.RepeatContact => EscalationReason.RepeatContact,
        EscalationSignal.ChurnThreat => EscalationReason.Churn,
        EscalationSignal.PublicityThreat => EscalationReason.Publicity,
        EscalationSignal.FrustratedLanguage or EscalationSignal.PreviousEscalations or EscalationSignal.ClassificationFailure => null,
    };

    private static Finding Named(string reason) => new(reason, Sentences.Of(reason));
}
