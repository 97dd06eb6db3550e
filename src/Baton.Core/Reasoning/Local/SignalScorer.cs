namespace Baton.Reasoning.Local;

/// <summary>
/// Threats and relations. A phrase that is a threat by itself counts alone; a word such as "lawyer" counts only beside a companion in
/// its sentence ("our lawyers … will be in touch"), and the whole text's mood tips what lies between.
/// </summary>
internal static class SignalScorer
{
    public static void Score(TextFeatures text, Findings findings)
    {
        var negative = Mood(text);
        var grim = negative > 0.4;

        Set(text, findings, Finding.LegalThreat, Cue.LegalThreat, Cue.LegalWord, Cue.ThreatForm, grim ? 0.2 : 0);
        // A title alone says nothing, and neither does an involved executive in a happy text.
        var troubled = grim || text.Has(Cue.Outage) || text.Has(Cue.Blocked) || text.Sum(Cue.Failure) + text.Sum(Cue.Dispute) > 0.5;
        Set(text, findings, Finding.Executive, Cue.ExecutiveThreat, Cue.ExecutiveWord, Cue.Involvement, troubled ? 0.1 : -0.6);
        Set(text, findings, Finding.RepeatContact, Cue.RepeatContact, Cue.RepeatCount, Cue.ContactAct, grim ? 0.1 : negative > 0 ? 0 : -0.35);
        Set(text, findings, Finding.ChurnThreat, Cue.ChurnThreat, Cue.CancelService, Cue.Unless, grim ? 0.1 : 0);
        Set(text, findings, Finding.PublicityThreat, Cue.PublicityThreat, Cue.PublicityPlace, Cue.PublishAct, grim ? 0.2 : negative > 0 ? 0 : -0.4);
        findings.Set(Finding.PreviousEscalation, text.Sum(Cue.PreviousEscalation), text.Quote(Cue.PreviousEscalation));
        findings.Set(Finding.PersonRequested, text.Sum(Cue.PersonRequested) + (text.SumNegated(Cue.PersonRequested) > 0 && negative > 0 ? 1 : 0), text.Quote(Cue.PersonRequested));
    }

    /// <summary>How much worse than good the mood is; below zero in a happy text.</summary>
    public static double Mood(TextFeatures text)
    {
        var bad = text.Sum(Cue.Anger) + text.Sum(Cue.OthersAngry) + (0.6 * text.Sum(Cue.Annoyance)) + (0.5 * text.SumNegated(Cue.Praise)) + (0.3 * text.Sum(Cue.Failure))
            + (0.5 * text.Sum(Cue.Dispute)) + (0.3 * text.Sum(Cue.RevenueLoss));
        return bad - (0.6 * text.Sum(Cue.Praise));
    }

    private static void Set(TextFeatures text, Findings findings, Finding finding, Cue alone, Cue word, Cue companion, double mood)
    {
        var best = 0.0;
        for (var s = 0; s < text.Sentences.Count; s++)
            best = Math.Max(best, InSentence(text, s, alone, word, companion, mood));
        if (best > 0)
            findings.Set(finding, best, best >= 0.9 ? text.Quote(alone, word) : []);
    }

    private static double InSentence(TextFeatures text, int s, Cue alone, Cue word, Cue companion, double mood)
    {
        var strong = text.SumIn(s, alone);
        var weak = text.SumIn(s, word);
        var beside = text.SumIn(s, companion);
        var paired = weak > 0 && beside > 0 ? Math.Min(weak, 0.9) + Math.Min(beside, 0.7) : 0.5 * weak;
        // A calm tone speaks against what is only hinted at, not against a plain threat; asking how is no threat.
        var hinted = paired + mood;
        var plain = strong > 0 ? strong + (0.3 * paired) + Math.Max(0, mood) : 0;
        return Math.Max(plain, hinted) * (mood <= 0 && text.SumIn(s, Cue.HowTo) > 0 ? 0.55 : 1);
    }
}
