using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>A run of words up to a full stop, a question mark or a blank line. Indexes are of tokens; <paramref name="End"/> is exclusive.</summary>
internal readonly record struct Sentence(int First, int End, bool Asks);

/// <summary>Cuts a tokenized text into sentences.</summary>
internal static class Sentences
{
    public static List<Sentence> Of(TokenizedText text)
    {
        var sentences = new List<Sentence>();
        var first = 0;
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var next = i + 1 < text.Tokens.Count ? text.Tokens[i + 1].Start : text.Text.Length;
            var gap = text.Text.AsSpan(text.Tokens[i].End, next - text.Tokens[i].End);
            if (next != text.Text.Length && !Ends(gap, text.Text[next]))
                continue;
            sentences.Add(new Sentence(first, i + 1, gap.Contains('?')));
            first = i + 1;
        }
        return sentences;
    }

    // Mail programs wrap lines, so a single line break ends a sentence only where the next line begins like one.
    private static bool Ends(ReadOnlySpan<char> gap, char next) =>
        gap.ContainsAny(".!?") || gap.ContainsAny(";…¿") || gap.Count('\n') > 1 || (gap.Contains('\n') && !char.IsLower(next));
}
