using Baton.Cases;

namespace Baton.Reasoning.Local;

/// <summary>How soon it must be answered, from what is at stake first and from how it is said second.</summary>
internal static class PriorityRules
{
    // From these points on: high, urgent, critical. Below zero: low.
    private static readonly double[] _borders = [0, 2.1, 4.4, 6];

    /// <summary><see cref="Stakes"/> are the points of the matter alone, whatever the tone: what actual urgency rests on.</summary>
    internal readonly record struct Result(Priority Priority, double Confidence, double Stakes);

    public static Result Score(TextFeatures text, Findings findings, Category category, IssueType type, FrustrationScorer.Result mood, CustomerTier tier)
    {
        var stakes = Stakes(text, findings, category) + (tier is CustomerTier.Enterprise or CustomerTier.Vip && type is IssueType.Problem or IssueType.Complaint ? 0.5 : 0);
        var tone = Tone(text, findings, mood);
        var points = stakes + tone + Ease(text, findings, category, type);
        var priority = points < _borders[0] ? Priority.Low : points < _borders[1] ? Priority.Medium : points < _borders[2] ? Priority.High : points < _borders[3] ? Priority.Urgent : Priority.Critical;
        return new Result(priority, Certainty.InBand(points, _borders, 0.5), stakes);
    }

    private static double Stakes(TextFeatures text, Findings findings, Category category)
    {
        var points = 0.6;
        if (findings.Stands(Finding.Outage))
            points += 2.6 + (findings.Stands(Finding.BusinessImpact) ? 1.5 : 0);
        else if (findings.Stands(Finding.BusinessImpact))
            points += 1;
        points += findings.Stands(Finding.RevenueLoss) ? 1.5 : 0;
        points += findings.Stands(Finding.Security) ? 4 : 0;
        points += findings.Stands(Finding.Fraud) ? 3.2 : 0;
        points += Math.Min(1, 0.9 * text.Sum(Cue.Failure)) + Math.Min(0.8, text.Sum(Cue.Blocked)) + Math.Min(0.6, text.Sum(Cue.Production)) + Math.Min(0.6, 0.6 * text.Sum(Cue.Dispute));
        var puzzling = Math.Min(0.9, 0.8 * (text.Sum(Cue.Intermittent) + text.Sum(Cue.SpecGap)));
        return points + (category is Category.Integration or Category.Technical ? puzzling + (0.6 * Math.Min(1, text.Sum(Cue.Intermittent) * text.Sum(Cue.SpecGap))) : 0.4 * puzzling) + Math.Min(1, text.Sum(Cue.Deadline));
    }

    // Loudness alone never makes an emergency.
    private static double Tone(TextFeatures text, Findings findings, FrustrationScorer.Result mood)
    {
        var feeling = mood.Score >= 85 ? 1.1 : mood.Score >= 60 ? 0.8 : mood.Score >= 40 ? 0.3 : 0;
        feeling += findings.Stands(Finding.RepeatContact) ? 0.5 : 0;
        feeling += findings.Stands(Finding.ChurnThreat) ? 0.7 : 0;
        feeling += findings.Stands(Finding.PublicityThreat) ? 0.5 : 0;
        feeling += findings.Stands(Finding.Executive) ? 1 : 0;
        return Math.Min(2.1, feeling) + (findings.Stands(Finding.LegalThreat) ? 1.4 : 0) + Math.Min(0.8, 0.5 * text.Sum(Cue.Urgent));
    }

    // A modest tone does not make a leak or an outage less pressing.
    private static double Ease(TextFeatures text, Findings findings, Category category, IssueType type)
    {
        if (findings.Stands(Finding.Outage) || findings.Stands(Finding.Security) || findings.Stands(Finding.Fraud))
            return 0;
        var points = -Math.Min(2, 0.7 * text.Sum(Cue.Calm));
        points -= category == Category.FeatureRequest ? 1 : 0;
        points -= type switch { IssueType.Compliment => 2, IssueType.Question => text.Has(Cue.SpecGap) || text.Has(Cue.Intermittent) ? 0.2 : 0.5, IssueType.Problem or IssueType.Complaint or IssueType.Request => 0, };
        return points;
    }
}
