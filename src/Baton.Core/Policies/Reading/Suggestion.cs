namespace Baton.Policies.Reading;

/// <summary>What somebody probably meant by a word that is not known.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean 'similarity'?</c>, or the known words when none is near; starts with its own punctuation.</summary>
    public static string For(string word, IReadOnlyCollection<string> known)
    {
        if (Nearest(word, known) is { } nearest)
            return $"; did you mean '{nearest}'?";
        return known.Count is 0 or > 12 ? "" : $"; known here: {string.Join(", ", known)}";
    }

    /// <summary>The nearest known word, if it is near enough to be meant; case, hyphens and underscores do not count.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var plain = Plain(word);
        var near = known.Select(k => (Word: k, Distance: Distance(plain, Plain(k)))).OrderBy(k => k.Distance).FirstOrDefault();
        return near.Word is not null && near.Distance <= Math.Max(1, plain.Length / 3) ? near.Word : null;
    }

    private static string Plain(string word) =>
        string.Concat((word.Length > 60 ? word[..60] : word).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Letters to add, drop, change or swap with their neighbour.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[a.Length, b.Length];
    }
}
