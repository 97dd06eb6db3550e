using Baton.Cases;

namespace Baton.Analytics;

/// <summary>What would have made this case go better, from what was seen on it; best first by impact less effort.</summary>
public static class ImprovementProposals
{
    // Impact and effort are the table's own, for ranking only: they are no measurement.
    private static readonly (Func<Case, Performance, bool> Seen, Improvement Proposal)[] Table =
    [
        ((c, _) => c.Outcome?.MissedEscalation is true, new("escalation", "People took a case that the agent had kept: lower the escalation threshold for this category, or add a hard rule.", 90, 30)),
        ((c, _) => c.Outcome?.FalseEscalation is true, new("escalation", "People did not need this case: raise the threshold, or write an article that answers it.", 70, 30)),
        ((c, _) => c.Outcome?.Durable is false, new("resolution", "The resolution did not hold: look at the answer that was given.", 80, 50)),
        ((c, _) => c.Outcome?.Satisfaction is <= 2, new("reply", "The customer was not content: read the conversation.", 80, 40)),
        ((c, _) => c.SlaBreached, new("response_time", "Nobody answered within the policy's time: check the team's load and hours.", 75, 50)),
        ((c, _) => c.Handoff?.Level > 0, new("handoff", "The team did not claim it in time: check who is on duty for it.", 70, 40)),
        ((c, p) => p.Reliability.DeliveriesFailed > 0, new("delivery", "A message could not be delivered: check that channel.", 70, 20)),
        ((c, _) => c.Reply?.Type == ReplyType.ClarificationRequest, new("knowledge", "No article answered this: write one on the issue's keywords.", 60, 30)),
        ((c, _) => c.Classification?.By == "fallback", new("classification", "The reasoner could not judge the ticket: see the degradation on the case.", 60, 30)),
        ((c, _) => c.Classification?.Confidence is < 0.5, new("classification", "The labels were uncertain: correct them with a verdict, so that the model learns.", 50, 10)),
        ((c, _) => c.Customer?.Source == "ticket" && c.Ticket.CustomerKey is not null, new("context", "Only the ticket told about the customer: connect a CRM.", 40, 50)),
        ((c, p) => p.Reliability.ContextCompleteness < 0.98, new("context", "Parts of the context were missing: see the gaps of the preservation.", 40, 30)),
    ];

    public static IReadOnlyList<Improvement> For(Case c, Performance performance) =>
        [.. Table.Where(row => row.Seen(c, performance)).Select(row => row.Proposal).OrderByDescending(p => p.Rank)];
}
