using System.Buffers;

namespace Baton.Text;

/// <summary>
/// Cuts English endings so that inflections of a word meet (<c>charges, charged, charging → charg</c>). A light stemmer after the S and
/// ED/ING rules of Porter (1980): it favours never joining unlike words over joining all like ones. Words of other languages mostly pass unchanged.
/// </summary>
public static class Stemmer
{
    /// <summary>The stem of a lower-case word.</summary>
    public static string Stem(string word)
    {
        var s = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        if (s.Length < 4 || s is "news" or "always" or "lens" || !IsPlain(s))
            return s;
        s = CutPlural(s);
        s = CutVerb(s);
        if (s.Length > 4 && s.EndsWith("ly", StringComparison.Ordinal) && s[^3] is not ('p' or 'u'))
            s = s[..^2];
        // Four letters keep their e: "hate" is no "hat".
        return s.Length > 4 && s[^1] == 'e' ? s[..^1] : s.Length > 3 && s[^1] == 'y' ? s[..^1] + "i" : s;
    }

    private static string CutPlural(string s)
    {
        if (s.EndsWith("sses", StringComparison.Ordinal))
            return s[..^2];
        if (s.EndsWith("ies", StringComparison.Ordinal))
            return s[..^3] + "y";
        if (s.EndsWith("xes", StringComparison.Ordinal) || s.EndsWith("ches", StringComparison.Ordinal) || s.EndsWith("shes", StringComparison.Ordinal))
            return s[..^2];
        return s[^1] == 's' && s[^2] is not ('s' or 'u' or 'i') ? s[..^1] : s;
    }

    private static string CutVerb(string s)
    {
        if (s.EndsWith("ied", StringComparison.Ordinal))
            return s[..^3] + "y";
        var cut = s.EndsWith("ing", StringComparison.Ordinal) ? 3 : s.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (cut == 0 || s.Length - cut < 3 || !HasVowel(s.AsSpan(0, s.Length - cut)))
            return s;
        s = s[..^cut];
        if (s.Length == 3 && IsShort(s))
            return s + "e";
        // "cancelled" and "cancel", "shipping" and "ship" meet; "bill" and "miss" keep their double letter through Undouble's exceptions.
        return s.Length > 3 && s[^1] == s[^2] && s[^1] is not ('s' or 'z' or 'l') ? s[..^1] : s.EndsWith("ell", StringComparison.Ordinal) && s.Length > 5 ? s[..^1] : s;
    }

    // Consonant, vowel, consonant: "sav(ing)" lost an e, since without one it would have doubled ("stopp(ing)").
    private static bool IsShort(string s) => !Vowels.Contains(s[0]) && Vowels.Contains(s[1]) && !Vowels.Contains(s[2]) && s[2] is not ('w' or 'x');

    private static bool HasVowel(ReadOnlySpan<char> s) => s.ContainsAny(Vowels);

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static bool IsPlain(string s)
    {
        foreach (var ch in s)
        {
            if (ch is < 'a' or > 'z')
                return false;
        }
        return true;
    }
}
