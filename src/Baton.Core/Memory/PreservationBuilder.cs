using Baton.Cases;

namespace Baton.Memory;

/// <summary>What is kept of a case, from its state alone.</summary>
public static class PreservationBuilder
{
    public static Preservation Build(Case c, string policy, DateTimeOffset now)
    {
        var gaps = ContextCompleteness.Gaps(c);
        var completeness = ContextCompleteness.Share(gaps);
        return new()
        {
            Session = Session(c, now),
            Customer = new InteractionProfile(
                c.Ticket.CustomerKey, c.Analysis?.Style, c.Analysis?.TechnicalKnowledge, c.Decision?.Reasons ?? [],
                c.Customer?.PreviousTickets ?? 0, c.Customer?.PastCases.Count(p => p.Escalated) ?? 0, c.Outcome?.Satisfaction),
            Issue = Signature(c),
            WhatWorked = Lessons.Worked(c),
            WhatFailed = Lessons.Failed(c),
            Rationale = Rationale(c, policy),
            Efficiency = new ProcessEfficiency(
                ElapsedTo(c, "classified"), ElapsedTo(c, "decided"), ReplyAfter(c), ElapsedTo(c, "handed_off"), completeness, StepsWithoutFallback(c)),
            Completeness = completeness,
            Gaps = gaps,
        };
    }

    /// <summary>The least that later cases can still use.</summary>
    public static Preservation Minimal(Case c, string policy, DateTimeOffset now) => new()
    {
        Session = Session(c, now),
        Customer = new InteractionProfile(c.Ticket.CustomerKey, null, null, [], 0, 0, null),
        Issue = Signature(c),
        Rationale = Rationale(c, policy),
        Efficiency = new ProcessEfficiency(null, null, null, null, 0, StepsWithoutFallback(c)),
        Completeness = 0,
        Gaps = ["everything but the issue and the decision"],
    };

    /// <summary>Share of the steps so far that did their work themselves.</summary>
    public static double StepsWithoutFallback(Case c) =>
        c.StepsRun == 0 ? 1 : Math.Clamp(1 - ((double)c.Degraded.Count / c.StepsRun), 0, 1);

    /// <summary>Milliseconds from opening to the first entry of that kind on the timeline; null when there is none.</summary>
    public static double? ElapsedTo(Case c, string what) => c.Timeline.FirstOrDefault(t => t.What == what) is { } entry ? (entry.At - c.OpenedAt).TotalMilliseconds : null;

    /// <summary>Milliseconds from opening to the first text written for the customer; null when there is none.</summary>
    public static double? ReplyAfter(Case c)
    {
        var queued = c.Outgoing.Values.Where(o => o.Message.ToCustomer).Select(o => (DateTimeOffset?)o.QueuedAt).Min();
        return queued is { } at ? (at - c.OpenedAt).TotalMilliseconds : null;
    }

    private static SessionFacts Session(Case c, DateTimeOffset now) => new(
        c.Id, c.OpenedAt, now, (now - c.OpenedAt).TotalMilliseconds, c.Turn, c.Handoff?.Team ?? (c.HumanTouches > 0 ? "people" : "self_resolved"), c.Decision?.Decision ?? EscalationKind.NoEscalation);

    private static IssueSignature Signature(Case c) => new(
        c.Classification?.Category ?? Category.GeneralInquiry, c.Classification?.Complexity ?? Complexity.Moderate, c.Customer?.Tier ?? c.Ticket.CustomerTier,
        c.Analysis?.Sentiment, c.Keywords, c.Decision?.Reasons ?? []);

    private static DecisionRationale Rationale(Case c, string policy) => new(
        c.Decision?.PrimaryReason ?? "not decided", c.Decision?.Reasons ?? [], c.Decision?.AlternativesConsidered ?? [], c.Decision?.Confidence, c.Decision?.By ?? "nobody", policy);
}
