using System.Globalization;
using Baton.Cases;
using Baton.Policies;
using Baton.Reasoning;

namespace Baton.Escalation;

/// <summary>
/// The escalation decision, pure. Two questions apart: <em>whether</em> people take the case is decided by precedence (hard rule, immediate flag,
/// course of the conversation, reasoner, fallback); <em>where</em> it goes is decided by the gravest reason that any of them found.
/// </summary>
public static class Decide
{
    /// <summary>The decision with a reasoner's advice; the threshold is the risk above which a case escalates, adapted to context, 0 to 100.</summary>
    public static EscalationDecision WithAdvice(Case c, EscalationAdvice advice, string reasoner, int threshold, Policy policy, DateTimeOffset now) =>
        Of(c, advice, Decider.Of(c, policy) ?? Decider.Of(c, advice, reasoner, threshold), Decider.Kept(reasoner, advice.Confidence), threshold, policy, now);

    /// <summary>The decision when no reasoner answered: rules and flags still stand, else the risk decides.</summary>
    public static EscalationDecision WithoutAdvice(Case c, Policy policy, DateTimeOffset now)
    {
        var threshold = policy.Thresholds.EscalationRisk;
        return Of(c, null, Decider.Of(c, policy) ?? Decider.OfRisk(c, threshold), Decider.Fallback, threshold, policy, now);
    }

    /// <summary>
    /// The decision to hand over a case for a reason of one's own (no grounded answer, open too long, stuck), as complete as any other.
    /// The reason is a name of <see cref="EscalationReason"/>, the sentence says it for people. Graver reasons that the case already holds decide kind and team.
    /// </summary>
    public static EscalationDecision ForReason(string reason, string sentence, Case c, Policy policy, DateTimeOffset now)
    {
        var threshold = policy.Thresholds.EscalationRisk;
        var findings = Findings.ByGravity([new Finding(reason, sentence), .. Findings.Of(c, null, threshold, policy)]);
        return Escalate(c, null, findings, new Decider($"rule:{reason}", 1), threshold, policy, now);
    }

    private static EscalationDecision Of(Case c, EscalationAdvice? advice, Decider? decider, Decider keeper, int threshold, Policy policy, DateTimeOffset now)
    {
        if (decider is null)
            return Keep(c, advice, keeper, threshold, policy);
        var findings = Findings.Of(c, advice, threshold, policy);
        // A reasoner that advises people without a reason that we know is taken at its word.
        return Escalate(c, advice, findings.Count > 0 ? findings : [new Finding(EscalationReason.HighRisk, Sentences.Of(EscalationReason.HighRisk))], decider, threshold, policy, now);
    }

    private static EscalationDecision Escalate(
        Case c, EscalationAdvice? advice, IReadOnlyList<Finding> findings, Decider decider, int threshold, Policy policy, DateTimeOffset now)
    {
        var category = c.Classification?.Category ?? Category.GeneralInquiry;
        var routes = findings.Select(f => Routes.Of(f.Reason, category, c.Classification?.IssueType, policy)).ToList();
        var route = routes[0];
        var urgency = UrgencyOf(c, routes, policy);
        return new EscalationDecision
        {
            Decision = route.Kind,
            Urgency = urgency,
            TargetTeam = route.Team,
            AlsoTold = [.. routes.SelectMany(r => r.AlsoTold).Where(team => team != route.Team).Distinct()],
            PrimaryReason = findings[0].Sentence,
            Reasons = [.. findings.Select(f => f.Reason)],
            RiskFactors = Sentences.RiskFactors(c, threshold),
            AlternativesConsidered = Alternatives.ToEscalating(c, advice, findings, routes, decider.By, threshold),
            HandoffRequirements = [.. findings.Take(2).SelectMany(f => Routes.RequirementsOf(f.Reason)).Distinct()],
            SuccessProbability = Forecast(c),
            Confidence = decider.Confidence,
            EscalateAt = now + TimeSpan.FromMinutes(policy.Urgencies[urgency].EscalateAfter),
            ExpectedOutcome = $"{route.Team.Replace('_', ' ')} takes the case within {Sentences.Span(policy.Urgencies[urgency])} and answers the customer.",
            By = decider.By,
        };
    }

    private static EscalationDecision Keep(Case c, EscalationAdvice? advice, Decider keeper, int threshold, Policy policy)
    {
        var category = c.Classification?.Category ?? Category.GeneralInquiry;
        return new EscalationDecision
        {
            Decision = EscalationKind.NoEscalation,
            Urgency = Urgency.Scheduled,
            TargetTeam = policy.TeamOf(category),
            PrimaryReason = string.Create(CultureInfo.InvariantCulture, $"Handled by the agent: no rule or flag matched, and the overall risk of {c.Risk?.Overall ?? 0} is not over {threshold}."),
            Reasons = [EscalationReason.HandledByAgent],
            RiskFactors = Sentences.RiskFactors(c, threshold),
            AlternativesConsidered = Alternatives.ToKeeping(c, advice, policy.TeamOf(category), threshold),
            HandoffRequirements = ["None while the agent has it; the whole conversation goes along if people take it later."],
            SuccessProbability = advice?.SuccessWithoutPeople,
            Confidence = keeper.Confidence,
            ExpectedOutcome = "The agent answers and the customer needs nobody else.",
            By = keeper.By,
        };
    }

    // As pressing as the most pressing reason found. A flag makes it immediate; a promised response makes it as soon as keeps the promise.
    private static Urgency UrgencyOf(Case c, List<Route> routes, Policy policy)
    {
        if (c.Analysis is { ImmediateFlags.Count: > 0 })
            return Urgency.Immediate;
        var urgency = routes.Min(r => r.Urgency);
        while (urgency > Urgency.Urgent && c.Classification is { HumanReviewRequired: false } known && known.MinutesToRespond <= policy.Urgencies[urgency].EscalateAfter)
            urgency--;
        return urgency;
    }

    // People solve what they are given unless it is hard: certain at complexity 0, even odds at 100. Unknown stays unknown.
    private static double? Forecast(Case c) => c.Analysis?.ResolutionComplexity is { } hard ? Math.Round(1 - hard / 200.0, 2) : null;
}
