namespace Baton.Handoff;

/// <summary>
/// Measures a handoff package against the fixed list of what people need, and names what is missing. A part that is truthfully empty
/// (no like case was found, no tier is known to anybody) is no gap; a part that Baton should have made and did not is one. Pure.
/// </summary>
public static class Completeness
{
    private static readonly IReadOnlyList<(string Name, Func<HandoffPackage, Brief, bool> Filled)> Parts =
    [
        ("ticket", (p, _) => p.Ticket.Id.Length > 0),
        ("customer_identity", (p, _) => !string.IsNullOrWhiteSpace(p.Customer?.Id) || !string.IsNullOrWhiteSpace(p.Customer?.Email)),
        ("customer_context", (p, _) => p.Customer is not null),
        ("customer_mood", (p, _) => p.Mood is { Emotion: not null, Style: not null, Frustration: not null }),
        ("classification", (p, _) => p.Classification is not null),
        ("analysis", (p, _) => p.Analysis is not null),
        ("risk", (p, _) => p.Risk is not null),
        ("escalation_reason", (p, _) => p.Escalation.Reason.Length > 0 && p.Escalation.Reasons.Count > 0),
        ("urgency_justification", (p, _) => p.Escalation.UrgencyJustification.Length > 0),
        ("requirements", (p, _) => p.Escalation.Requirements.Count > 0),
        ("conversation", (p, _) => p.Conversation.Count > 0),
        ("what_was_tried", (p, _) => p.Tried.Count > 0),
        ("immediate_actions", (p, _) => p.Recommended.ImmediateActions.Count > 0),
        ("technical_steps", (p, _) => p.Recommended.TechnicalSteps.Count > 0),
        ("tone", (p, _) => p.Recommended.Tone.Length > 0),
        ("escalation_path", (p, _) => p.Recommended.EscalationPath.Count > 0),
        ("brief", (_, b) => b.Issue.Length > 0 && b.WhatWasTried.Count > 0 && b.Sentiment.Length > 0 && b.RecommendedNextStep.Length > 0 && b.AccountFlags.Count > 0),
    ];

    /// <summary>The names of all parts, in the package's order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Parts.Select(p => p.Name)];

    /// <summary>The share that is filled (0 to 1), and the names of the rest.</summary>
    public static (double Share, IReadOnlyList<string> Gaps) Of(HandoffPackage package, Brief brief)
    {
        var gaps = Parts.Where(p => !p.Filled(package, brief)).Select(p => p.Name).ToList();
        return (Math.Round(1 - (double)gaps.Count / Parts.Count, 4), gaps);
    }
}
