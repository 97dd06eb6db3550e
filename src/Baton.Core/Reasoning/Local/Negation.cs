using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>Whether the words before a cue turn it round, and how strong they make it.</summary>
internal static class Negation
{
    // A negation reaches so many words ahead, and not over a comma or a "but".
    private const int Reach = 4;

    // "None of our twelve shops can …": a subject may stand between what does not work and the word that says so.
    private const int SubjectReach = 8;

    // "No box office in any of our nine cinemas is able to …": the longer subject of a "no", up to its "can".
    private const int LongSubjectReach = 14;

    /// <summary>True when a negation covers the word at <paramref name="at"/>. For what should work, "unable to" and "stopped" are negations too.</summary>
    public static bool Covers(TokenizedText text, int sentenceStart, int at, bool works)
    {
        for (var i = at - 1; i >= sentenceStart && i >= at - (works ? LongSubjectReach : Reach); i--)
        {
            if (text.Text.AsSpan(text.Tokens[i].End, text.Tokens[i + 1].Start - text.Tokens[i].End).ContainsAny(",:(–—"))
                return false;
            var word = text.Tokens[i].Word;
            if (Stops.Contains(word))
                return false;
            if ((i >= at - Reach && Negators.Contains(word)) || (works && i >= at - SubjectReach && Breakers.Contains(text.Tokens[i].Stem)) || (works && word == "no" && IsAble(text, at)))
                return !(i + 1 < at && text.Tokens[i + 1].Word is "only" or "just" or "sure");
        }
        return false;
    }

    private static bool IsAble(TokenizedText text, int at) =>
        text.Tokens[at - 1].Word is "can" or "could" || (at > 1 && text.Tokens[at - 1].Word == "to" && text.Tokens[at - 2].Word == "able");

    /// <summary>1, more after "extremely", less after "slightly".</summary>
    public static double Strength(TokenizedText text, int sentenceStart, int at)
    {
        if (at <= sentenceStart)
            return 1;
        var before = text.Tokens[at - 1].Word;
        return Raising.Contains(before) ? 1.3 : Lowering.Contains(before) ? 0.6 : 1;
    }

    private static readonly FrozenSet<string> Negators = Set("""
        not no never without neither nor none hardly barely isn't isnt aren't arent wasn't wasnt weren't werent don't dont doesn't doesnt didn't didnt won't wont wouldn't wouldnt
        can't cant cannot couldn't couldnt shouldn't shouldnt haven't havent hasn't hasnt hadn't hadnt ain't zero
        nicht kein keine keinen pas jamais aucun sin nunca non niet geen nao
        """);

    private static readonly FrozenSet<string> Breakers = Set(
        "unabl stop fail refus impossibl struggl quit ceas nobodi none unsuccessful");

    private static readonly FrozenSet<string> Stops = Set("but however although though because since so and if yet");

    private static readonly FrozenSet<string> Raising = Set(
        "very extremely completely absolutely totally utterly so really beyond incredibly highly deeply truly entirely fucking bloody damn super thoroughly most seriously simply");

    private static readonly FrozenSet<string> Lowering = Set("slightly bit little somewhat mildly fairly rather kinda minor small tiny");

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
