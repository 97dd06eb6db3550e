using Baton.Cases;
using Baton.Policies;
using Baton.Reasoning;

namespace Baton.Escalation;

/// <summary>Who decides that people take a case, and how sure it is, 0 to 1 (1 for a rule, null where nobody judged). Pure.</summary>
internal sealed record Decider(string By, double? Confidence)
{
    public static Decider Fallback { get; } = new("fallback", null);

    public static Decider Kept(string reasoner, double confidence) => new(reasoner, Math.Clamp(confidence, 0, 1));

    /// <summary>What needs no reasoner, by precedence: a hard rule, an immediate flag, the course of the conversation; null when none of them speaks.</summary>
    public static Decider? Of(Case c, Policy policy)
    {
        var rule = c.RuleHits.MinBy(h => Findings.GravityOf(Findings.ReasonOf(h.Kind)));
        if (rule is not null)
            return new Decider($"rule:{rule.RuleId}", 1);
        var flags = c.Analysis?.ImmediateFlags ?? [];
        if (flags.Count > 0)
        {
            var flag = flags.MinBy(f => Findings.GravityOf(Findings.ReasonOf(f)));
            // A flag is as sure as the labels and scores that raised it.
            return new Decider($"flag:{Words.Of(flag)}", c.Classification?.Confidence);
        }
        return Findings.Conversation(c, policy).FirstOrDefault() is { } found ? new Decider($"rule:{found.Reason}", 1) : null;
    }

    /// <summary>The reasoner's advice. Where an earlier judgement is missing, a risk over the threshold weighs more than advice that rests on it.</summary>
    public static Decider? Of(Case c, EscalationAdvice advice, string reasoner, int threshold)
    {
        if (advice.Kind != EscalationKind.NoEscalation)
            return new Decider(reasoner, Math.Clamp(advice.Confidence, 0, 1));
        var unjudged = c.Classification is { HumanReviewRequired: true } || c.Analysis is { HumanReviewRequired: true };
        return unjudged ? OfRisk(c, threshold) : null;
    }

    /// <summary>The fallback: risk alone.</summary>
    public static Decider? OfRisk(Case c, int threshold) => c.Risk is { } risk && risk.Overall > threshold ? Fallback : null;
}
