using System.Globalization;
using System.Text;

namespace Baton.Text;

/// <summary>A word of a text: where it stands, how it was written, and its stem (lower case, accents and endings cut).</summary>
public readonly record struct Token(int Start, int Length, string Word, string Stem)
{
    public int End => Start + Length;
}

/// <summary>
/// A text cut into words once, so that rules, lexicons, similarity and search all see the same ones. A word is a run of letters and digits,
/// with inner apostrophes, dots, hyphens and underscores kept only where they join technical names (<c>order.items</c>) or contractions (<c>don't</c>).
/// Time and memory are linear in the length read.
/// </summary>
public sealed class TokenizedText
{
    /// <summary>Characters read at most; what follows says nothing that the beginning did not.</summary>
    public const int MaxLength = 32_768;

    public string Text { get; }
    public IReadOnlyList<Token> Tokens => _tokens;
    private readonly List<Token> _tokens;

    public TokenizedText(string text)
    {
        Text = text.Length > MaxLength ? text[..MaxLength] : text;
        _tokens = Cut(Text);
    }

    /// <summary>The customer's own spelling of a run of words.</summary>
    public string Quote(int first, int count) => Text[_tokens[first].Start.._tokens[first + count - 1].End];

    /// <summary>True when a sentence ends, or a line breaks, between two neighbouring words.</summary>
    public bool BreaksBetween(int token)
    {
        for (var i = _tokens[token].End; i < _tokens[token + 1].Start; i++)
        {
            if (Text[i] is '.' or '!' or '?' or ';' or '\n')
                return true;
        }
        return false;
    }

    private static List<Token> Cut(string text)
    {
        var tokens = new List<Token>(text.Length / 6 + 4);
        var buffer = new StringBuilder(32);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            buffer.Clear();
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsMark(text[i]) || Joins(text, i)))
            {
                Append(buffer, text[i]);
                i++;
            }
            var word = buffer.ToString();
            tokens.Add(new Token(start, i - start, word, Stemmer.Stem(word)));
        }
        return tokens;
    }

    private static bool IsMark(char ch) => ch > 127 && char.GetUnicodeCategory(ch) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool Joins(string text, int i) =>
        text[i] is '\'' or '’' or '_' or '.' or '-'
        && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && (text[i] is not ('.' or '-') || IsTechnicalJoin(text, i));

    // "order.items" and "v2.1" are one word; "it.But" is two sentences with a missing space; "e-mail" is one word, "a-b-c" stays apart.
    private static bool IsTechnicalJoin(string text, int i) =>
        text[i] == '.' ? char.IsDigit(text[i + 1]) == char.IsDigit(text[i - 1]) && !char.IsUpper(text[i + 1]) : i > 0 && text[i - 1] is 'e' or 'E' && (i < 2 || !char.IsLetter(text[i - 2]));

    private static void Append(StringBuilder buffer, char ch)
    {
        if (ch < 128)
        {
            buffer.Append(ch is >= 'A' and <= 'Z' ? (char)(ch | 0x20) : ch);
            return;
        }
        if (ch == '’')
        {
            buffer.Append('\'');
            return;
        }
        var lower = char.ToLowerInvariant(ch);
        // Accents are cut so that "résolu" and "resolu" meet; a letter that has no base form stays.
        foreach (var part in lower.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                buffer.Append(part);
        }
    }
}
