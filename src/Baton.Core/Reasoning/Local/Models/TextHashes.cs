using Baton.Text;

namespace Baton.Reasoning.Local.Models;

/// <summary>
/// The sparse features of a text, as 64-bit hashes: stems, pairs of neighbouring stems, pairs with one word between them, stems in the scope of a negation, and runs of three
/// to five characters within words, which see through typing errors, inflections and compounds. The hash is part of the model's form: a change makes models unreadable.
/// </summary>
internal static class TextHashes
{
    /// <summary>Set on the features made of characters, so that both kinds can be weighed apart.</summary>
    public const ulong CharacterBit = 1UL << 63;

    private const int LongestWord = 24;
    private const int NegationReach = 3;
    private const ulong PairSalt = 0x9E3779B97F4A7C15, SkipSalt = 0xC2B2AE3D27D4EB4F, NegatedSalt = 0x165667B19E3779F9, FirstSalt = 0x27D4EB2F165667C5;

    private static readonly HashSet<string> _negations = new(StringComparer.Ordinal)
    {
        "not", "no", "never", "without", "nobody", "nothing", "none", "neither", "nor", "cannot", "can't", "cant", "won't", "wont", "don't", "dont", "doesn't", "doesnt", "didn't", "didnt", "isn't",
        "isnt", "wasn't", "wasnt", "aren't", "haven't", "havent", "hasn't", "hasnt", "couldn't", "wouldn't", "shouldn't", "nicht", "kein", "keine", "nie", "pas", "jamais", "aucun", "no", "nunca", "sin",
    };

    /// <summary>Adds the features of a text, one for each time that they occur.</summary>
    public static void Add(TokenizedText text, List<ulong> features)
    {
        var (before, beforeThat, negated) = (0UL, 0UL, 0);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            var word = Alone(token);
            features.Add(word & ~CharacterBit);
            if (i < 8)
                features.Add(Mix(word, FirstSalt) & ~CharacterBit);
            if (before != 0)
                features.Add(Mix(before, word ^ PairSalt) & ~CharacterBit);
            if (beforeThat != 0)
                features.Add(Mix(beforeThat, word ^ SkipSalt) & ~CharacterBit);
            if (negated > 0)
                features.Add(Mix(word, NegatedSalt) & ~CharacterBit);
            var breaks = i + 1 < text.Tokens.Count && text.BreaksBetween(i);
            negated = breaks ? 0 : _negations.Contains(token.Word) ? NegationReach : negated - 1;
            (beforeThat, before) = breaks ? (0, 0) : (before, word);
            Characters(token.Word, features);
        }
    }

    /// <summary>The feature of a word by itself.</summary>
    public static ulong Word(in Token token) => Alone(token) & ~CharacterBit;

    private static ulong Alone(in Token token) => char.IsDigit(token.Word[0]) ? Digits(token.Word) : Hash(token.Stem);

    // Numbers are told apart by their length alone.
    private static ulong Digits(string word) => Mix(0xD161, (ulong)Math.Min(word.Length, 6));

    private static void Characters(string word, List<ulong> features)
    {
        if (word.Length > LongestWord || char.IsDigit(word[0]))
            return;
        Span<char> padded = stackalloc char[word.Length + 2];
        padded[0] = ' ';
        word.CopyTo(padded[1..]);
        padded[^1] = ' ';
        for (var start = 0; start < padded.Length - 2; start++)
        {
            var hash = Step(Step(Seed, padded[start]), padded[start + 1]);
            for (var end = start + 2; end < Math.Min(start + 5, padded.Length); end++)
            {
                hash = Step(hash, padded[end]);
                features.Add(Finish(hash) | CharacterBit);
            }
        }
    }

    private const ulong Seed = 0xCBF29CE484222325;

    private static ulong Hash(string word)
    {
        var hash = Seed;
        foreach (var ch in word)
            hash = Step(hash, ch);
        return Finish(hash);
    }

    // FNV-1a, with a finaliser that spreads its weak high bits.
    private static ulong Step(ulong hash, char ch) => (hash ^ ch) * 0x100000001B3;

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 29);
    }

    private static ulong Mix(ulong a, ulong b) => Finish((a * 0x9E3779B97F4A7C15) ^ b);
}
