using Baton.Cases;

namespace Baton.Reasoning.Local;

/// <summary>How hard the matter is, in four dimensions from 0 to 100, and the one label that follows.</summary>
internal static class ComplexityScorer
{
    internal sealed record Result(int Technical, int Communication, int Process, int Resolution, int Overall, Complexity Label, double Confidence, int Clarity, int Knowledge);

    // Borders between simple, moderate, complex and expert_required.
    private static readonly double[] _borders = [27, 52, 92];

    public static Result Score(TextFeatures text, Findings findings, Category category, FrustrationScorer.Result mood, int entities, bool understood)
    {
        var vocabulary = Math.Min(2.4, text.Sum(Cue.Term)) + Math.Min(0.9, 0.25 * entities);
        var technical = Certainty.Saturate(TechnicalPoints(text, findings, category, vocabulary), 2.8);
        var process = Certainty.Saturate(ProcessPoints(text, findings), 1.9);
        var clarity = Clarity(text, entities);
        var communication = Certainty.Percent((0.55 * mood.Score) + (0.25 * (100 - clarity)) + (understood ? 0 : 15) - 5);
        var resolution = Certainty.Percent((0.7 * Math.Max(technical, process)) + (0.2 * Math.Min(technical, process)) + (Emergency(findings) ? 25 : 0));
        var overall = Certainty.Percent((0.5 * Math.Max(Math.Max(technical, process), resolution)) + (0.125 * (technical + process + resolution + communication)));
        var difficulty = Math.Max(technical, 0.85 * process) + (Emergency(findings) ? 90 : 0);
        var label = difficulty < _borders[0] ? Complexity.Simple : difficulty < _borders[1] ? Complexity.Moderate : difficulty < _borders[2] ? Complexity.Complex : Complexity.ExpertRequired;
        return new Result(technical, communication, process, resolution, overall, label, Certainty.InBand(difficulty, _borders, 7), clarity, Knowledge(text, vocabulary));
    }

    /// <summary>A matter that ordinary means do not end: a running outage that hurts, or a security incident.</summary>
    public static bool Emergency(Findings findings) =>
        (findings.Stands(Finding.Outage) && (findings.Stands(Finding.BusinessImpact) || findings.Stands(Finding.RevenueLoss))) || findings.Score(Finding.Security) >= 1.6;

    private static double TechnicalPoints(TextFeatures text, Findings findings, Category category, double vocabulary)
    {
        var trouble = text.Sum(Cue.Failure) + text.Sum(Cue.Intermittent) + text.Sum(Cue.SpecGap) > 0.5;
        var points = vocabulary + Math.Min(0.9, text.Sum(Cue.Intermittent)) + Math.Min(0.9, text.Sum(Cue.SpecGap)) + Math.Min(0.7, text.Sum(Cue.Investigation))
            + Math.Min(0.4, 0.5 * text.Sum(Cue.Production)) + Math.Min(0.5, 0.2 * text.Sum(Cue.Failure)) + (findings.Stands(Finding.Outage) ? 0.8 : 0)
            + (category == Category.Integration && trouble ? 0.4 : 0);
        // A question how something is done is easier than the same words about something that fails.
        return points * (trouble ? 1 : text.Has(Cue.HowTo) ? 0.4 : 0.6);
    }

    private static double ProcessPoints(TextFeatures text, Findings findings) =>
        Math.Min(1.6, text.Sum(Cue.ManyParts)) + Math.Min(0.6, 0.5 * text.Sum(Cue.Dispute)) + (findings.Stands(Finding.RepeatContact) ? 0.6 : 0)
        + (findings.Stands(Finding.LegalThreat) ? 0.6 : 0) + (findings.Stands(Finding.PreviousEscalation) ? 0.4 : 0) + (findings.Stands(Finding.Fraud) ? 0.6 : 0)
        + (findings.Stands(Finding.Security) ? 0.5 : 0) + Math.Min(0.5, text.Text.Tokens.Count / 500.0);

    // A sentence of eight words and more that names something is clear; three words are not, nor is a page without a full stop.
    private static int Clarity(TextFeatures text, int entities)
    {
        var words = text.Text.Tokens.Count;
        var length = words < 3 ? 10 : words < 8 ? 30 : words < 15 ? 48 : words < 200 ? 62 : 50;
        var named = Math.Min(18, (6 * entities) + (4 * text.Of(Cue.Thing).Count));
        var stated = text.Has(Cue.Failure) || text.Has(Cue.HowTo) || text.Has(Cue.Request) ? 10 : 0;
        var vague = text.Sentences.Count > 0 && words / text.Sentences.Count > 60 ? 15 : 0;
        return Certainty.Percent((length + named + stated - vague) * (0.3 + (0.7 * text.Surface.Readable)));
    }

    private static int Knowledge(TextFeatures text, double vocabulary) =>
        Certainty.Percent(20 + (0.8 * Certainty.Saturate(vocabulary + (0.6 * text.Sum(Cue.Investigation)), 1.7)) - Math.Min(20, 25 * text.Sum(Cue.Novice)));
}
