using Baton.Cases;

namespace Baton.Reasoning.Local;

/// <summary>Question, problem, complaint, compliment or request.</summary>
internal static class IssueTypeScorer
{
    public static (IssueType Type, double Confidence) Score(TextFeatures text, Findings findings, FrustrationScorer.Result mood)
    {
        var asks = text.Sentences.Count(s => s.Asks);
        var joy = FrustrationScorer.Pleasure(text) - text.Sum(Cue.Anger) - (0.5 * text.Sum(Cue.Annoyance));
        Span<double> scores = stackalloc double[5];
        scores[(int)IssueType.Question] = 0.2 + Math.Min(1.5, text.Sum(Cue.HowTo)) + Math.Min(0.8, 0.5 * asks) + Math.Min(0.4, 0.3 * text.Sum(Cue.Question));
        scores[(int)IssueType.Problem] = 0.3 + Math.Min(2.2, text.Sum(Cue.Failure) + text.Sum(Cue.Blocked) + text.Sum(Cue.Outage) + text.Sum(Cue.Dispute) + text.Sum(Cue.Breach) + text.Sum(Cue.Fraud));
        scores[(int)IssueType.Complaint] = Math.Min(1.4, text.Sum(Cue.ComplaintWord)) + (mood.Score / 45.0) - 0.4;
        scores[(int)IssueType.Compliment] = asks > 0 || text.Has(Cue.Failure) || text.Has(Cue.HowTo) || text.Has(Cue.Request) || findings.Stands(Finding.ChurnThreat) || findings.Stands(Finding.Security) || findings.Stands(Finding.Fraud) ? 0.4 * joy : Math.Min(2.4, 1.1 * joy);
        scores[(int)IssueType.Request] = 0.1 + Math.Min(1.3, 0.7 * text.Sum(Cue.Request)) + Math.Min(1, text.Sum(Cue.Wish));
        var (best, confidence) = Certainty.Softmax(scores, 0.45);
        return ((IssueType)best, confidence);
    }
}
