namespace Baton.Reasoning.Local;

/// <summary>Praise that is not meant: effusive words right beside what went wrong again, with no "but" between, no repair told, and no request made politely.</summary>
internal static class Irony
{
    // Lighter praise ("good", "fast") is too common beside a complaint to say anything.
    private const double Effusive = 0.6;

    /// <summary>Whether the text's praise is to be read the other way round.</summary>
    public static bool In(TextFeatures text)
    {
        if (!text.Has(Cue.Praise) || text.Has(Cue.Resolved) || text.Has(Cue.Polite) || text.Has(Cue.Thanks) || text.Has(Cue.Relief) || Contrasts(text))
            return false;
        foreach (var praise in text.Of(Cue.Praise))
        {
            if (!praise.Negated && praise.Weight >= Effusive && Near(text, praise.Sentence, WentWrong) && Near(text, praise.Sentence, Repeats))
                return true;
        }
        return false;
    }

    private static readonly Cue[] WentWrong = [Cue.Failure, Cue.Mishap, Cue.Dispute, Cue.Outage, Cue.Anger];
    private static readonly Cue[] Repeats = [Cue.RepeatCount, Cue.RepeatContact, Cue.Anger];

    // In the sentence of the praise, or in one beside it.
    private static bool Near(TextFeatures text, int sentence, Cue[] cues)
    {
        foreach (var cue in cues)
        {
            if (text.SumIn(sentence - 1, cue) + text.SumIn(sentence, cue) + text.SumIn(sentence + 1, cue) > 0)
                return true;
        }
        return false;
    }

    // "Love the app, but it lost my notes again" means both halves.
    private static bool Contrasts(TextFeatures text)
    {
        foreach (var token in text.Text.Tokens)
        {
            if (token.Word is "but" or "though" or "although" or "however" or "except" or "nevertheless" or "otherwise" or "despite")
                return true;
        }
        return false;
    }
}
