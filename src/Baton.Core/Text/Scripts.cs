namespace Baton.Text;

/// <summary>The language of a text that is mostly not in Latin letters, told by its script, and where several languages share one by letters that only one of them has.</summary>
internal static class Scripts
{
    private const int CharactersRead = 4_000;

    // A lone letter may be a unit or a formula.
    private const int FewLetters = 2;

    // A sign of these says as much as a word of some letters.
    private const int LettersOfASign = 3;

    private readonly record struct Script(char From, char To, string Language);

    private static readonly Script[] Known =
    [
        new('\u0370', '\u03FF', "el"), new('\u1F00', '\u1FFF', "el"),
        new('\u0400', '\u052F', "ru"),
        new('\u0530', '\u058F', "hy"),
        new('\u0590', '\u05FF', "he"),
        new('\u0600', '\u06FF', "ar"), new('\u0750', '\u077F', "ar"), new('\uFB50', '\uFDFF', "ar"), new('\uFE70', '\uFEFF', "ar"),
        new('\u0900', '\u097F', "hi"),
        new('\u0980', '\u09FF', "bn"),
        new('\u0B80', '\u0BFF', "ta"),
        new('\u0C00', '\u0C7F', "te"),
        new('\u0E00', '\u0E7F', "th"),
        new('\u10A0', '\u10FF', "ka"),
        new('\u3040', '\u30FF', "ja"),
        new('\u1100', '\u11FF', "ko"), new('\uAC00', '\uD7AF', "ko"),
        new('\u3400', '\u9FFF', "zh"),
    ];

    private static readonly (string Of, string Letters, string Language)[] Telling =
    [
        ("ar", "پچژگ", "fa"), ("ar", "ٹڈڑے", "ur"),
        ("ru", "ыэё", "ru"), ("ru", "іїєґ", "uk"), ("ru", "јљњћђ", "sr"), ("ru", "ъ", "bg"),
    ];

    /// <summary>ISO 639-1 code, <c>und</c> for a script that is not known here; null for a text mostly in Latin letters, or without letters.</summary>
    public static string? LanguageOf(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, CharactersRead));
        Span<int> counts = stackalloc int[Known.Length];
        var (letters, latin) = (0, 0);
        foreach (var ch in read)
        {
            if (!char.IsLetter(ch))
                continue;
            letters += ch is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? LettersOfASign : 1;
            if (ch is < '\u0250' or (>= '\u1E00' and <= '\u1EFF') or 'º' or 'ª')
                latin++;
            else if (Array.FindIndex(Known, s => s.From <= ch && ch <= s.To) is >= 0 and var script)
                counts[script]++;
        }
        if (letters < FewLetters || latin * 2 >= letters)
            return null;
        return Refined(Commonest(counts), read);
    }

    private static string Commonest(ReadOnlySpan<int> counts)
    {
        var best = 0;
        var total = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < counts.Length; i++)
        {
            total[Known[i].Language] = total.GetValueOrDefault(Known[i].Language) + counts[i];
            best = counts[i] > counts[best] ? i : best;
        }
        // Japanese is mostly written in Chinese characters, Chinese never in kana.
        return total["ja"] > 0 && Known[best].Language is "zh" ? "ja" : counts[best] == 0 ? LanguageGuess.Undetermined : Known[best].Language;
    }

    private static string Refined(string language, ReadOnlySpan<char> text)
    {
        foreach (var (of, letters, told) in Telling)
        {
            if (of == language && text.ContainsAny(letters))
                return told;
        }
        return language;
    }
}
