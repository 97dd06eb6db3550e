using System.Collections.Frozen;

namespace Baton.Text;

/// <summary>
/// Which language a text is in: by its script where that tells, else by the commonest words of sixteen languages and what their other words look like
/// (<see cref="LanguageProfiles"/>). Too little text is nobody's language; a longer one that looks like none of them is honestly unknown.
/// </summary>
public static class LanguageGuess
{
    /// <summary>What a text in none of the known languages is in (ISO 639-2).</summary>
    public const string Undetermined = "und";

    private const int WordsRead = 150;

    // Below, a text may be a name, a product or a greeting; from the second on it is a sentence, in whatever language.
    private const int FewWords = 3;
    private const int ASentence = 7;

    // The evidence for a language, in its own common words, and as a share of all words.
    private const double LeastEvidence = 1;
    private const double LeastShare = 0.2;
    private const double ClearLead = 1.25;

    // A piece of a word (a letter, an ending) proves less than a whole common word.
    private const double OfAPiece = 0.4;

    /// <summary>ISO 639-1 code; <see cref="Undetermined"/> for a sentence in none of the known languages; null when there is too little text to say.</summary>
    public static string? Of(TokenizedText text)
    {
        if (Scripts.LanguageOf(text.Text) is { } told)
            return told;
        Span<double> evidence = stackalloc double[LanguageProfiles.All.Count];
        var words = 0;
        for (var i = 0; i < text.Tokens.Count && words < WordsRead; i++)
        {
            var token = text.Tokens[i];
            if (!IsWord(text.Text.AsSpan(token.Start, token.Length)))
                continue;
            words++;
            Weigh(token, text.Text.AsSpan(token.Start, token.Length), evidence);
        }
        return words < FewWords ? null : Pick(evidence, words);
    }

    private static string? Pick(ReadOnlySpan<double> evidence, int words)
    {
        var (best, second) = (0, 0.0);
        for (var i = 1; i < evidence.Length; i++)
            best = evidence[i] > evidence[best] ? i : best;
        for (var i = 0; i < evidence.Length; i++)
            second = i != best ? Math.Max(second, evidence[i]) : second;
        if (words < ASentence)
            return evidence[best] >= LeastEvidence && evidence[best] >= ClearLead * second ? LanguageProfiles.All[best].Code : null;
        // Of two alike (Danish, Norwegian) a sentence is the likelier one's.
        return evidence[best] >= Math.Max(LeastEvidence, LeastShare * words) ? LanguageProfiles.All[best].Code : Undetermined;
    }

    private static void Weigh(Token token, ReadOnlySpan<char> written, Span<double> evidence)
    {
        if (Common.TryGetValue(token.Word, out var languages))
        {
            foreach (var language in languages)
                evidence[language] += 1 / Math.Sqrt(languages.Length);
        }
        Span<char> lower = stackalloc char[written.Length];
        written.ToLowerInvariant(lower);
        for (var start = 0; start < lower.Length; start++)
        {
            for (var length = 1; length <= Longest && start + length <= lower.Length; length++)
            {
                if (!Pieces.TryGetValue(lower.Slice(start, length), out var among))
                    continue;
                foreach (var language in among)
                    evidence[language] += OfAPiece / Math.Sqrt(among.Length);
            }
        }
    }

    // Figures, names out of logs and addresses are in no language.
    private static bool IsWord(ReadOnlySpan<char> written)
    {
        if (written.Length > LongestWord)
            return false;
        for (var i = 0; i < written.Length; i++)
        {
            if (char.IsDigit(written[i]) || written[i] is '_' or '.' || i > 0 && char.IsUpper(written[i]) && char.IsLower(written[i - 1]))
                return false;
        }
        return true;
    }

    private const int LongestWord = 40;

    private static readonly FrozenDictionary<string, int[]> Common = ByText(profile => profile.Words);

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Pieces = ByText(profile => profile.Pieces).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = LanguageProfiles.All.SelectMany(profile => Split(profile.Pieces)).Max(piece => piece.Length);

    // What several languages have counts for each of them in part.
    private static FrozenDictionary<string, int[]> ByText(Func<LanguageProfile, string> texts) => LanguageProfiles.All
        .SelectMany((profile, language) => Split(texts(profile)).Distinct().Select(text => (text, language)))
        .GroupBy(pair => pair.text, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.language).ToArray(), StringComparer.Ordinal);

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
