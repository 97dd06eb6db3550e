namespace Baton.Reasoning.Local;

/// <summary>How grave the matter itself is, whatever the tone: outage, business, money, security, fraud. Asking about such things is not reporting them.</summary>
internal static class GravityScorer
{
    public static void Score(TextFeatures text, Findings findings)
    {
        var outage = 0.0;
        var leak = 0.0;
        var breach = 0.0;
        var fraud = 0.0;
        var impact = 0.0;
        var revenue = 0.0;
        for (var s = 0; s < text.Sentences.Count; s++)
        {
            var real = Reality(text, s);
            outage = Math.Max(outage, real * Outage(text, s));
            leak = Math.Max(leak, real * Leak(text, s));
            breach += real * text.SumIn(s, Cue.Breach);
            fraud = Math.Max(fraud, (Mine(text, s) ? 1 : real) * Fraud(text, s));
            impact += real * text.SumIn(s, Cue.BusinessImpact);
            revenue += real * text.SumIn(s, Cue.RevenueLoss);
        }
        // Where work stands still or money is lost because something failed, it is down, whatever it is called.
        if (text.Has(Cue.Failure))
            outage += (impact >= 1 ? 0.5 : 0) + (revenue >= 1 ? 0.3 : 0);
        var over = text.Has(Cue.Resolved) ? 0.5 : 1;
        findings.Set(Finding.Outage, outage * over, text.Quote(Cue.Outage, Cue.Scope, Cue.Failure));
        // An outage for everyone, or one that costs money, hurts the business whether or not that is said.
        var implied = outage >= 1 ? Math.Min(1.5, text.Sum(Cue.Scope)) + (0.5 * text.Sum(Cue.Production)) + (0.8 * revenue) : 0;
        findings.Set(Finding.BusinessImpact, (impact + (0.7 * implied)) * over, text.Quote(Cue.BusinessImpact, Cue.OthersAngry, Cue.Production));
        findings.Set(Finding.RevenueLoss, revenue, text.Quote(Cue.RevenueLoss));
        findings.Set(Finding.Security, leak + breach, text.Quote(Cue.Breach, Cue.OthersData, Cue.PerhapsOthers, Cue.Unintended));
        findings.Set(Finding.Fraud, fraud, text.Quote(Cue.Fraud, Cue.NoConsent));
    }

    // A report counts in full, "how do I …" and "do you have …" hardly, "what if …?" little. Trouble in the same sentence makes it a report again.
    private static double Reality(TextFeatures text, int s)
    {
        var asks = text.SumIn(s, Cue.HowTo) > 0;
        var supposes = text.Sentences[s].Asks && text.SumIn(s, Cue.Hypothetical) > 0;
        if (!asks && !supposes)
            return 1;
        var trouble = text.SumIn(s, Cue.Anger) + text.SumIn(s, Cue.Blocked) + text.SumIn(s, Cue.RevenueLoss);
        return trouble > 0.5 ? 1 : supposes ? 0.4 : 0.55;
    }

    // Who asks about "my card" has a case of his own.
    private static bool Mine(TextFeatures text, int s)
    {
        for (var i = text.Sentences[s].First; i < text.Sentences[s].End; i++)
        {
            if (text.Text.Tokens[i].Word is "my" or "our")
                return true;
        }
        return false;
    }

    // What is said to be down, or a failure of everything and for everyone.
    private static double Outage(TextFeatures text, int s)
    {
        var failure = Math.Min(0.9, text.SumIn(s, Cue.Failure));
        var scope = Math.Min(0.9, text.SumIn(s, Cue.Scope));
        var widespread = scope > 0 && failure > 0 ? scope + failure : 0;
        return text.SumIn(s, Cue.Outage) + widespread + (text.SumIn(s, Cue.Production) > 0 ? 0.4 * failure : 0);
    }

    // Somebody else's data in sight. Who only may be somebody else counts with what is private about it, or with words that nobody meant it so.
    private static double Leak(TextFeatures text, int s)
    {
        var others = text.SumIn(s, Cue.OthersData);
        var sees = text.SumIn(s, Cue.Sees);
        var plain = others > 0 && sees > 0 ? Math.Min(1, others) + Math.Min(0.7, sees) : 0.4 * others;
        if (!text.Has(Cue.PrivateData) || text.SumIn(s, Cue.PrivateData) == 0)
            return plain;
        var unmeant = Math.Min(0.9, text.SumIn(s, Cue.Unintended) + text.SumIn(s + 1, Cue.Unintended));
        // What came by itself weighs more than what one went to look at, and names with accounts more than a name.
        var shown = sees > 0 ? Math.Min(0.55, sees - 0.15) : 0;
        var told = others + text.SumIn(s, Cue.PerhapsOthers) > 0 ? 0.45 + shown + (text.SumIn(s, Cue.PrivateData) >= 0.9 ? 0.1 : 0) + unmeant : sees > 0 ? 1.2 * unmeant : 0;
        return Math.Max(plain, told);
    }

    private static double Fraud(TextFeatures text, int s)
    {
        var moved = text.SumIn(s, Cue.MoneyMoved);
        var without = text.SumIn(s, Cue.NoConsent);
        return text.SumIn(s, Cue.Fraud) + (moved > 0 && without > 0 ? 0.7 * (Math.Min(0.9, moved) + Math.Min(1.2, without)) : 0);
    }
}
