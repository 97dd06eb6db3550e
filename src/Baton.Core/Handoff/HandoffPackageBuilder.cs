using Baton.Cases;
using Baton.Escalation;
using Baton.Memory;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>Gathers everything that people need to take a case. Pure: like cases are looked up before.</summary>
public static class HandoffPackageBuilder
{
    /// <summary>The complete record of a handoff; <paramref name="earlier"/> is what was answered in the customer's earlier cases on the same issue.</summary>
    public static HandoffRecord Build(Case c, EscalationDecision decision, IReadOnlyList<PreservedIssue> similar, IReadOnlyList<string> earlier, Policy policy, DateTimeOffset now, DateTimeOffset expectedBy)
    {
        var recommended = RecommendedWork.For(c, decision, policy);
        var brief = BriefWriter.Write(c, decision, recommended, earlier);
        var package = new HandoffPackage
        {
            Ticket = Facts(c, now),
            Customer = c.Customer,
            Mood = new CustomerMood(c.Analysis?.Style, c.Analysis?.TechnicalKnowledge, c.Analysis?.Sentiment, c.Analysis?.Frustration, c.Analysis?.Trajectory),
            Classification = c.Classification,
            Analysis = c.Analysis,
            Risk = c.Risk,
            Escalation = new EscalationContext(decision.PrimaryReason, decision.Reasons, decision.RiskFactors, Justification(c, decision, policy), decision.HandoffRequirements),
            Conversation = c.Messages,
            InternalConversation = c.InternalMessages,
            Tried = brief.WhatWasTried,
            Recommended = recommended,
            SimilarCases = [.. similar.Select(s => Like(c, s))],
            AgentNotes = Notes(c),
            Metadata = Metadata(c, decision, policy),
        };
        return Record(package, brief, decision, now, expectedBy);
    }

    /// <summary>The least that still lets people take the case: used when the complete one could not be built.</summary>
    public static HandoffRecord Minimal(Case c, EscalationDecision decision, Policy policy, DateTimeOffset now, DateTimeOffset expectedBy)
    {
        var package = new HandoffPackage
        {
            Ticket = Facts(c, now),
            Customer = c.Customer,
            Mood = new CustomerMood(null, null, null, null, null),
            Classification = c.Classification,
            Analysis = c.Analysis,
            Risk = c.Risk,
            Escalation = new EscalationContext(decision.PrimaryReason, decision.Reasons, decision.RiskFactors, "", decision.HandoffRequirements),
            Conversation = c.Messages,
            InternalConversation = c.InternalMessages,
            Recommended = new Recommendations(["Read the conversation and answer the customer."], [], "", []),
            AgentNotes = ["The package could not be built in full: read the conversation itself."],
            Metadata = Metadata(c, decision, policy) with { HumanReviewRequired = true },
        };
        var brief = new Brief(c.Ticket.Subject ?? "(no subject)", [], "Not known.", "Read the conversation and answer the customer.", []);
        return Record(package, brief, decision, now, expectedBy);
    }

    private static HandoffRecord Record(HandoffPackage package, Brief brief, EscalationDecision decision, DateTimeOffset now, DateTimeOffset expectedBy)
    {
        var (share, gaps) = Completeness.Of(package, brief);
        return new HandoffRecord
        {
            Package = package,
            Brief = brief,
            Completeness = share,
            Gaps = gaps,
            Team = decision.TargetTeam,
            Urgency = decision.Urgency,
            HandedOffAt = now,
            ExpectedBy = expectedBy,
        };
    }

    private static TicketFacts Facts(Case c, DateTimeOffset now) => new(c.Id, c.Ticket.Subject, c.Ticket.Channel, c.Ticket.ExternalId, c.OpenedAt, now);

    private static HandoffMetadata Metadata(Case c, EscalationDecision decision, Policy policy) =>
        new(Words.Of(decision.Decision), decision.Confidence, c.Classification?.HumanReviewRequired is true || c.Analysis?.HumanReviewRequired is true || c.ReviewReasons.Count > 0, true, policy.Hash);

    private static string Justification(Case c, EscalationDecision decision, Policy policy)
    {
        var minutes = policy.Urgencies[decision.Urgency];
        var because = decision.Reasons.Concat(c.Analysis?.ImmediateFlags.Select(Words.Of) ?? []).Concat(c.Classification?.UrgencyIndicators.Select(Words.Of) ?? []).Distinct();
        return $"{Words.Of(decision.Urgency)}: a person is expected within {minutes.HandoffFrom} to {minutes.HandoffTo} minutes, because of {string.Join(", ", because).Replace('_', ' ')}.";
    }

    private static SimilarCase Like(Case c, PreservedIssue s) =>
        new(s.CaseId, s.Subject, s.Signature.Category, Math.Round(IssueSimilarity.Of(c.Keywords, s.Signature.Keywords), 3), s.Path, s.Resolution, s.WhatWorked);

    private static IReadOnlyList<string> Notes(Case c) =>
    [
        .. c.RuleHits.Select(h => $"Rule {h.RuleId} hit on: {string.Join(", ", h.Evidence)}{(c.WaivedRules.Contains(h.RuleId) ? " (a person set it aside before, for other words)" : "")}"),
        .. c.Degraded.Select(d => $"{d.Part} fell back ({d.Reason}): judge its result yourself."),
        .. c.AutomaticMail ? ["This came as automatic mail; it was not answered automatically."] : Array.Empty<string>(),
        .. c.Customer is { Source: "ticket" } ? ["Nothing is known of the customer beyond the ticket."] : Array.Empty<string>(),
    ];
}
