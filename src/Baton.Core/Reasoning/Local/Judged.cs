using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Baton.Reasoning.Local.Models;

namespace Baton.Reasoning.Local;

/// <summary>
/// Lexicons, rules and the model brought together. The model has seen what the rules say and decides; but what the rules are sure of for the worse
/// (an outage, a threat, fury in plain words) it cannot talk away, since a missed emergency costs more than a needless look.
/// </summary>
internal sealed class Judged(LocalModel model, Reading rules, bool hasSubject)
{
    private static readonly (Finding Finding, Head Head, int Label)[] _findings = Numbered(
    [
        (Finding.LegalThreat, Heads.Signals, "legal_threats"), (Finding.PreviousEscalation, Heads.Signals, "previous_escalations"), (Finding.Executive, Heads.Signals, "executive_involvement"),
        (Finding.RepeatContact, Heads.Signals, "repeat_contact"), (Finding.ChurnThreat, Heads.Signals, "churn_threat"), (Finding.PublicityThreat, Heads.Signals, "publicity_threat"),
        (Finding.BusinessImpact, Heads.Urgency, "business_impacting"), (Finding.RevenueLoss, Heads.Urgency, "revenue_affecting"), (Finding.Outage, Heads.Urgency, "outage_related"),
        (Finding.Outage, Heads.Reason, EscalationReason.Outage), (Finding.Security, Heads.Reason, EscalationReason.Security), (Finding.Fraud, Heads.Reason, EscalationReason.Fraud),
        (Finding.LegalThreat, Heads.Reason, EscalationReason.Legal), (Finding.Executive, Heads.Reason, EscalationReason.Executive), (Finding.RepeatContact, Heads.Reason, EscalationReason.RepeatContact),
        (Finding.ChurnThreat, Heads.Reason, EscalationReason.Churn), (Finding.PublicityThreat, Heads.Reason, EscalationReason.Publicity), (Finding.PersonRequested, Heads.Reason, EscalationReason.PersonRequested),
    ]);

    private static readonly Finding[] _grave = [Finding.Outage, Finding.Security, Finding.Fraud, Finding.LegalThreat];

    // From this frustration on, the rules have read fury in plain words.
    private const int PlainFury = 80;
    private const int MostByLoudness = 15;
    private const double Hint = 0.45;

    // The share of the rules in the mood: they know what "slightly" and "extremely" do to a word. Costs 0.01 of the correlation on the validation part.
    private const double MoodRules = 0.2;

    // Of two categories that are as close as this, the model does not know; the one that the rules found is right as often, and calm leaks and lost passwords are found by rules.
    private const double Torn = 0.11;

    public Judgement Judgement { get; } = model.Judge(rules, hasSubject);

    public void RaiseFindings()
    {
        // A single sign that the whole text does not bear out is a hint and no more.
        var most = Judgement.Escalates ? 1 : Hint;
        foreach (var (finding, head, label) in _findings)
            rules.Findings.Raise(finding, Math.Min(most, Judgement.Certainty(head, label)), () => Words(head, label));
    }

    public CategoryScorer.Result Category()
    {
        var (label, confidence) = Judgement.Best(Heads.Category);
        var ruled = (int)rules.Category.Category;
        // A leak is one however calmly it is told.
        var leak = rules.Category.Category == Cases.Category.Security && rules.Findings.Stands(Finding.Security);
        if (leak || confidence - Judgement.Of(Heads.Category, ruled) < Torn)
            (label, confidence) = (ruled, Judgement.Of(Heads.Category, ruled));
        return new CategoryScorer.Result((Category)label, confidence * (0.4 + (0.6 * rules.Text.Surface.Readable)), new Evidence("category", Words(Heads.Category, label)));
    }

    public FrustrationScorer.Result Mood(IReadOnlyList<int> history)
    {
        var score = Certainty.Percent(((1 - MoodRules) * 100 * Judgement.Of(Heads.Frustration)) + (MoodRules * rules.Mood.Score));
        // Capitals and exclamation marks add a little to what the words say: a shouted trifle stays a trifle.
        if (rules.Text.Surface.ShoutedShare > 0.3)
            score = Math.Min(score, MostByLoudness + Certainty.Percent(100 * model.Judge(rules, hasSubject, quiet: true).Of(Heads.Frustration)));
        // An engineer's list of what fails reads like anger to the model; where the rules find none, it is a report.
        if (rules.Complexity.Label >= Cases.Complexity.Complex && rules.Mood.Score < Labels.Frustrated)
            score = Math.Min(score, Labels.Frustrated - 1);
        if (rules.Mood.Score >= PlainFury || history.Count > 0)
            score = Math.Max(score, rules.Mood.Score);
        var (label, _) = Judgement.Best(Heads.Sentiment);
        // Who kindly reports a leak or takes leave is polite, not pleased.
        var sentiment = Grave() && (Sentiment)label > Sentiment.Neutral ? Sentiment.Neutral : (Sentiment)label;
        var words = rules.Mood.Evidence.Words.Count > 0 ? rules.Mood.Evidence.Words : score < 30 ? [] : Words(Heads.Frustration, 0);
        return new FrustrationScorer.Result(score, Agreeing(sentiment, score), new Evidence("frustration", words));
    }

    public (IssueType Type, double Confidence) IssueType()
    {
        var (label, confidence) = Judgement.Best(Heads.IssueType);
        return ((IssueType)label, confidence);
    }

    public ComplexityScorer.Result Complexity()
    {
        var (label, confidence) = Judgement.Best(Heads.Complexity);
        var emergency = rules.Complexity.Label == Cases.Complexity.ExpertRequired && ComplexityScorer.Emergency(rules.Findings);
        if (emergency || (HardTechnical() && rules.Complexity.Label == Cases.Complexity.Complex))
            return rules.Complexity;
        var least = HardTechnical() ? Cases.Complexity.Complex : Cases.Complexity.Simple;
        return rules.Complexity with { Label = (Complexity)Math.Max(label, (int)least), Confidence = confidence };
    }

    public PriorityRules.Result Priority()
    {
        var (label, confidence) = Judgement.Best(Heads.Priority);
        return (Grave() || HardTechnical()) && rules.Priority.Priority < (Priority)label ? rules.Priority : rules.Priority with { Priority = (Priority)label, Confidence = confidence };
    }

    private bool Grave() => _grave.Any(rules.Findings.Stands);

    // Rules and model agree that an engineer has to look.
    private bool HardTechnical() => Judgement.LikeliestReason == EscalationReason.HardTechnical
        && (Judgement.Escalates || (!Judgement.Objects && rules.Complexity.Label >= Cases.Complexity.Complex));

    private static (Finding Finding, Head Head, int Label)[] Numbered((Finding Finding, Head Head, string Label)[] named) =>
        [.. named.Select(f => (f.Finding, f.Head, f.Head.IndexOf(f.Label)))];

    private List<string> Words(Head head, int label) => model.Words(rules.Text.Text, head, label, 4);

    // Two judgements of one mood: who is furious is not called neutral.
    private static Sentiment Agreeing(Sentiment sentiment, int frustration) => frustration switch
    {
        >= 75 => Sentiment.VeryNegative,
        >= 45 when sentiment > Sentiment.Negative => Sentiment.Negative,
        < 45 when sentiment == Sentiment.VeryNegative => Sentiment.Negative,
        < 15 when sentiment == Sentiment.Negative => Sentiment.Neutral,
        _ => sentiment,
    };
}
