using Baton.Cases;
using Baton.Policies;
using Baton.Reasoning;

namespace Baton.Classification;

/// <summary>From labels to a classification: what follows from them by policy and by what is known of the customer. Pure.</summary>
internal static class Classify
{
    // The labels that say where a case goes and how soon; the least sure of them is how sure the classification is.
    private static readonly string[] RoutingLabels = ["category", "priority", "complexity"];

    public static TicketClassification From(ClassificationLabels labels, string by, Case c, IReadOnlyList<RuleHit> hits, Policy policy)
    {
        var tier = KnownCustomer.TierOf(c) is var known && known != CustomerTier.Unknown ? known : labels.CustomerType;
        return new TicketClassification
        {
            Category = labels.Category,
            Priority = labels.Priority,
            Complexity = labels.Complexity,
            CustomerType = tier,
            IssueType = labels.IssueType,
            UrgencyIndicators = [.. labels.UrgencyIndicators.Distinct()],
            EscalationSignals = [.. labels.EscalationSignals.Concat(FactualSignals(c, hits)).Distinct()],
            ResolutionLikelihood = labels.ResolutionLikelihood,
            Entities = labels.Entities,
            SuggestedTeam = policy.TeamOf(labels.Category),
            SpecialistNeeded = labels.Complexity == Complexity.ExpertRequired,
            BusinessImpact = ImpactOf(labels.UrgencyIndicators, tier, labels.Priority),
            MinutesToRespond = policy.ResponseMinutes[labels.Priority],
            Confidence = RoutingLabels.Select(l => labels.Confidence.TryGetValue(l, out var sure) ? sure : (double?)null).Min(),
            LabelConfidence = labels.Confidence,
            Evidence = labels.Evidence,
            // A few words in no certain language ("ok, thanks") go on in that of the conversation.
            Language = labels.Language ?? c.Classification?.Language,
            By = by,
        };
    }

    /// <summary>The fixed fallback: nobody judged, so a person looks at it; what the rules and the facts say still stands.</summary>
    public static TicketClassification Failed(Case c, IReadOnlyList<RuleHit> hits, Policy policy)
    {
        var tier = KnownCustomer.TierOf(c);
        return new TicketClassification
        {
            Category = Category.GeneralInquiry,
            Priority = Priority.Medium,
            Complexity = Complexity.Moderate,
            CustomerType = tier,
            IssueType = IssueType.Question,
            EscalationSignals = [EscalationSignal.ClassificationFailure, .. FactualSignals(c, hits).Distinct()],
            ResolutionLikelihood = ResolutionLikelihood.Medium,
            SuggestedTeam = policy.TeamOf(Category.GeneralInquiry),
            BusinessImpact = ImpactOf([], tier, Priority.Medium),
            MinutesToRespond = policy.ResponseMinutes[Priority.Medium],
            By = "fallback",
            HumanReviewRequired = true,
        };
    }

    /// <summary>Of business impacting, revenue affecting, an enterprise customer and critical priority: three or more are high, two medium, else low.</summary>
    public static BusinessImpact ImpactOf(IReadOnlyList<UrgencyIndicator> indicators, CustomerTier tier, Priority priority)
    {
        bool[] signs =
        [
            indicators.Contains(UrgencyIndicator.BusinessImpacting),
            indicators.Contains(UrgencyIndicator.RevenueAffecting),
            tier == CustomerTier.Enterprise,
            priority == Priority.Critical,
        ];
        return signs.Count(s => s) switch { >= 3 => BusinessImpact.High, 2 => BusinessImpact.Medium, _ => BusinessImpact.Low };
    }

    // What the history and the rules know for certain; a reasoner cannot talk it away.
    private static IEnumerable<EscalationSignal> FactualSignals(Case c, IReadOnlyList<RuleHit> hits)
    {
        if (hits.Any(h => h.Kind == RuleKind.Legal))
            yield return EscalationSignal.LegalThreats;
        if (KnownCustomer.HasEscalated(c))
            yield return EscalationSignal.PreviousEscalations;
        if (hits.Any(h => h.Kind == RuleKind.RepeatContact))
            yield return EscalationSignal.RepeatContact;
    }
}
