using Baton.Cases;
using Baton.Classification;
using Baton.Intake;

namespace Baton.Reasoning.Local;

/// <summary>Step 2 from a reading: the scores, each with the words it rests on.</summary>
internal static class Scores
{
    public static AnalysisScores Of(Reading reading, ClassificationLabels labels, CustomerContext? customer)
    {
        // A text without a word says nothing about anybody's mood.
        if (reading.Text.Text.Tokens.Count == 0 && reading.Text.Surface is { AngryFaces: 0, HappyFaces: 0 })
            return new AnalysisScores { Sentiment = Sentiment.Neutral, Clarity = 0, By = reading.By };
        var complexity = reading.Complexity;
        return new AnalysisScores
        {
            Sentiment = reading.Mood.Sentiment,
            Frustration = reading.Mood.Score,
            PerceivedUrgency = Perceived(reading),
            ActualUrgency = Certainty.Saturate(reading.Priority.Stakes, 3.4),
            ConfidenceInResolution = Hope(reading),
            Style = Style(reading),
            TechnicalComplexity = complexity.Technical,
            CommunicationComplexity = complexity.Communication,
            ProcessComplexity = complexity.Process,
            ResolutionComplexity = complexity.Resolution,
            OverallComplexity = complexity.Overall,
            ChurnRisk = Churn(reading, customer),
            PublicityRisk = Publicity(reading),
            Clarity = complexity.Clarity,
            TechnicalKnowledge = complexity.Knowledge,
            Evidence = [.. Evidence(reading).Where(e => e.Words.Count > 0)],
            By = reading.By,
        };
    }

    private static int Perceived(Reading reading)
    {
        var text = reading.Text;
        var points = 0.25 + text.Sum(Cue.Urgent) + text.Sum(Cue.Deadline) + text.Sum(Cue.Demand) + (0.4 * text.Sum(Cue.Blocked)) + (0.3 * reading.Priority.Stakes)
            + Math.Min(0.6, 0.15 * text.Surface.Exclamations) + text.Surface.ShoutedShare - text.Sum(Cue.Calm);
        return Certainty.Saturate(points, 2);
    }

    private static int Hope(Reading reading) => Certainty.Percent(
        75 - (0.5 * reading.Mood.Score) - (reading.Findings.Stands(Finding.RepeatContact) ? 12 : 0) - (reading.Findings.Stands(Finding.ChurnThreat) ? 8 : 0) + Math.Min(12, 8 * FrustrationScorer.Pleasure(reading.Text)));

    private static int Churn(Reading reading, CustomerContext? customer)
    {
        var findings = reading.Findings;
        var leaving = findings.Stands(Finding.ChurnThreat) ? 62 : Math.Min(40, 60 * reading.Text.Sum(Cue.CancelService));
        var strained = (0.3 * reading.Mood.Score) + (findings.Stands(Finding.RepeatContact) ? 10 : 0) + (findings.Stands(Finding.LegalThreat) ? 12 : 0) + (findings.Stands(Finding.Outage) ? 6 : 0);
        return Certainty.Percent(5 + leaving + strained + (customer?.Tier == CustomerTier.AtRisk ? 15 : 0) - Math.Min(8, 6 * FrustrationScorer.Pleasure(reading.Text)));
    }

    private static int Publicity(Reading reading)
    {
        var threat = reading.Findings.Stands(Finding.PublicityThreat) ? 65 : 30 * Math.Min(1, reading.Findings.Score(Finding.PublicityThreat));
        return Certainty.Percent(3 + threat + (0.22 * reading.Mood.Score) + (reading.Findings.Stands(Finding.LegalThreat) ? 12 : 0));
    }

    private static CommunicationStyle Style(Reading reading)
    {
        var (text, mood) = (reading.Text, reading.Mood);
        if (mood.Score >= 78 || text.Sum(Cue.Anger) >= 2.2)
            return CommunicationStyle.Aggressive;
        if (mood.Score >= 52 || mood.Sentiment == Sentiment.VeryPositive || text.Surface.Exclamations >= 3)
            return CommunicationStyle.Emotional;
        if (reading.Complexity.Knowledge >= 58)
            return CommunicationStyle.Technical;
        return text.Sum(Cue.Formal) > text.Sum(Cue.Casual) ? CommunicationStyle.Formal : CommunicationStyle.Casual;
    }

    private static IEnumerable<Evidence> Evidence(Reading reading)
    {
        var (text, findings) = (reading.Text, reading.Findings);
        yield return reading.Mood.Evidence;
        yield return new Evidence("sentiment", text.Quote(Cue.Praise, Cue.Thanks, Cue.Anger, Cue.Annoyance));
        yield return new Evidence("technicalComplexity", text.Quote(Cue.Intermittent, Cue.SpecGap, Cue.Investigation, Cue.Term));
        yield return new Evidence("processComplexity", text.Quote(Cue.ManyParts, Cue.Dispute, Cue.RepeatContact, Cue.RepeatCount));
        yield return new Evidence("churnRisk", [.. findings.Words(Finding.ChurnThreat).DefaultIfEmpty(text.Quote(Cue.CancelService).FirstOrDefault() ?? "").Where(w => w.Length > 0)]);
        yield return new Evidence("publicityRisk", findings.Words(Finding.PublicityThreat));
        yield return new Evidence("urgency", text.Quote(Cue.Urgent, Cue.Deadline, Cue.Demand, Cue.Outage, Cue.RevenueLoss));
        yield return new Evidence("technicalKnowledge", [.. reading.Entities.TechnicalTerms.Take(5)]);
    }
}
