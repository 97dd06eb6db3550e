using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>The sentence around a match: token indexes from <see cref="First"/> up to <see cref="End"/>, which is not in it.</summary>
internal readonly record struct Sentence(TokenizedText Text, int First, int End)
{
    /// <summary>The sentence (or sentences, for a match that spans two) that holds these words.</summary>
    public static Sentence Around(TokenizedText text, int first, int end)
    {
        while (first > 0 && !Ends(text, first - 1))
            first--;
        while (end < text.Tokens.Count && !Ends(text, end - 1))
            end++;
        return new Sentence(text, first, end);
    }

    /// <summary>The lower-case word at an index; empty outside the sentence.</summary>
    public string Word(int i) => i >= First && i < End ? Text.Tokens[i].Word : "";

    /// <summary>Whether any word of a range, cut to the sentence, has one of these stems.</summary>
    public bool Has(int from, int to, FrozenSet<string> stems) => LastOf(from, to, stems) >= 0;

    /// <summary>The last place in a range whose word has one of these stems; -1 when none has.</summary>
    public int LastOf(int from, int to, FrozenSet<string> stems)
    {
        for (var i = Math.Min(to, End) - 1; i >= Math.Max(from, First); i--)
        {
            if (stems.Contains(Text.Tokens[i].Stem))
                return i;
        }
        return -1;
    }

    /// <summary>Whether the word at an index is negated: <c>not going</c>, <c>don't really need</c>; not <c>if not, I want</c>.</summary>
    public bool Negates(int at) => Has(at - 1, at, Negations) || Has(at - 2, at - 1, Negations) && !Has(at - 1, at, Subjects);

    /// <summary>The customer's own words around a match, a few on each side.</summary>
    public string Quote(int first, int end)
    {
        const int Around = 5;
        var from = Math.Max(First, first - Around);
        var to = Math.Min(End, end + Around);
        return Text.Quote(from, to - from);
    }

    /// <summary>A list of words, stemmed for comparison.</summary>
    public static FrozenSet<string> Stems(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Stemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Negations = Stems("not no never without won't don't dont doesn't didn't isn't");
    private static readonly FrozenSet<string> Subjects = Stems("i we you i'll we'll i'd we'd my our then please");

    // A lone line break ends a sentence only where a new one begins: mail programs wrap lines in the middle of one.
    private static bool Ends(TokenizedText text, int token)
    {
        var between = text.Text.AsSpan(text.Tokens[token].End..text.Tokens[token + 1].Start);
        if (between.IndexOfAny('.', '!', '?') >= 0 || between.Contains(';'))
            return true;
        return between.Count('\n') > 1 || between.Contains('\n') && !char.IsLower(text.Text[text.Tokens[token + 1].Start]);
    }
}
