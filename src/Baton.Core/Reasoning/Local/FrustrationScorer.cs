using Baton.Cases;
using Baton.Classification;

namespace Baton.Reasoning.Local;

/// <summary>
/// How angry and how pleased the customer sounds. Words carry it; capitals and exclamation marks only make bad words worse, so that a shouted
/// trifle stays a trifle.
/// </summary>
internal static class FrustrationScorer
{
    // The score of a text with nothing in it, and how many points of anger make about two thirds of the rest.
    private const double Calm = 6;
    private const double Width = 1.2;

    /// <summary><see cref="Score"/> runs from 0 to 100: a plain question 6 to 20, annoyed 30 to 50, angry 60 to 80, furious over 85.</summary>
    internal readonly record struct Result(int Score, Sentiment Sentiment, Evidence Evidence);

    public static Result Score(TextFeatures text, Findings findings, IReadOnlyList<int> history)
    {
        var words = text.Sum(Cue.Anger) + text.Sum(Cue.OthersAngry) + Math.Min(1.2, 0.6 * text.Sum(Cue.Annoyance)) + Math.Min(0.6, 0.3 * text.SumNegated(Cue.Praise))
            + Math.Min(0.8, 0.25 * text.Surface.AngryFaces);
        // A threat in a calm voice is grave, not angry.
        var threats = Threats(findings) * (words < 0.4 ? 0.5 : 1);
        var matter = Math.Min(0.25, 0.08 * text.Sum(Cue.Failure)) + Math.Min(0.3, 0.2 * text.Sum(Cue.Dispute));
        var bitter = words + threats > 0.5;
        var voice = Voice(text.Surface, bitter) + (bitter ? Math.Min(0.5, text.Sum(Cue.Demand)) : Math.Min(0.1, 0.1 * text.Sum(Cue.Demand)));
        var pleasure = Pleasure(text);
        var points = Math.Max(0, words + threats + matter + voice - (0.45 * pleasure)) * Civility(text) * (words + threats < 0.5 ? 0.8 : 1);
        points = Math.Max(points, Memory(history, pleasure));
        var score = Certainty.Percent(Calm + ((100 - Calm) * (1 - Math.Exp(-points / Width))));
        return new Result(score, Sentiment(score, words + matter, IsGrave(findings) ? Math.Min(pleasure, 0.4) : pleasure), new Evidence("frustration", text.Quote(Cue.Anger, Cue.OthersAngry, Cue.Annoyance, Cue.Demand)));
    }

    /// <summary>Weight of praise and thanks; thanks alone are manners more than joy.</summary>
    public static double Pleasure(TextFeatures text) => text.Sum(Cue.Praise) + Math.Min(0.5, 0.35 * text.Sum(Cue.Thanks)) + Math.Min(0.8, 0.3 * text.Surface.HappyFaces);

    private static double Threats(Findings findings)
    {
        var sum = 0.0;
        sum += findings.Stands(Finding.LegalThreat) ? 0.9 : 0;
        sum += findings.Stands(Finding.PublicityThreat) ? 0.7 : 0;
        sum += findings.Stands(Finding.RepeatContact) ? 0.7 : 0;
        sum += findings.Stands(Finding.ChurnThreat) ? 0.45 : 0;
        sum += findings.Stands(Finding.Executive) ? 0.3 : 0;
        sum += findings.Stands(Finding.PreviousEscalation) ? 0.3 : 0;
        var hit = findings.Stands(Finding.RevenueLoss) || findings.Stands(Finding.BusinessImpact);
        return sum + (findings.Stands(Finding.Outage) && hit ? 0.45 : 0) + (findings.Stands(Finding.RevenueLoss) ? 0.25 : 0);
    }

    private static double Voice(Surface surface, bool bitter)
    {
        var loud = Math.Min(0.5, (0.08 * surface.Shouted) + (0.5 * surface.ShoutedShare)) + Math.Min(0.4, (0.1 * surface.Exclamations) + (0.1 * surface.Outbursts));
        return bitter ? loud : Math.Min(0.15, 0.3 * loud);
    }

    // Who kindly reports a leak or takes leave is polite, not pleased.
    private static bool IsGrave(Findings findings) =>
        findings.Stands(Finding.Security) || findings.Stands(Finding.Fraud) || findings.Stands(Finding.Outage) || findings.Stands(Finding.LegalThreat) || findings.Stands(Finding.ChurnThreat);

    // Manners soften a little; they do not undo anger.
    private static double Civility(TextFeatures text) => 1 - Math.Min(0.15, 0.05 * (text.Sum(Cue.Polite) + text.Sum(Cue.Thanks)));

    // Anger of the turn before fades, unless this turn is friendly.
    private static double Memory(IReadOnlyList<int> history, double pleasure) =>
        history.Count == 0 || pleasure > 0.3 ? 0 : -Width * Math.Log(1 - (0.006 * Math.Clamp(history[^1], 0, 100)));

    private static Sentiment Sentiment(int frustration, double bad, double joy) => frustration switch
    {
        >= 75 => Cases.Sentiment.VeryNegative,
        >= 30 => Cases.Sentiment.Negative,
        _ when bad - (0.5 * joy) >= 0.22 => Cases.Sentiment.Negative,
        _ when joy - bad >= 1.5 => Cases.Sentiment.VeryPositive,
        _ when joy - bad >= 0.5 => Cases.Sentiment.Positive,
        _ => Cases.Sentiment.Neutral,
    };
}
