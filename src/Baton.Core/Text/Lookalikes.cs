using System.Text;

namespace Baton.Text;

/// <summary>
/// Letters of other alphabets that look like Latin ones. Within a word that is otherwise Latin they hide it from every rule while people read it as it was meant; no language mixes them so.
/// A word all in Cyrillic or Greek stays as it is.
/// </summary>
public static class Lookalikes
{
    private const string Foreign = "асеорхуіјѕһԁԛԝАВЕКМНОРСТХУІЈЅαορυνικτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latin = "aceopxyijshdqwABEKMHOPCTXYIJSaopuvikt" + "ABEZHIKMNOPTYX";

    /// <summary>The text with such letters in Latin words replaced by those that they look like.</summary>
    public static string Unmask(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0370', '\u052F'))
            return text;
        var plain = new StringBuilder(text);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var (latin, foreign, others) = (0, 0, 0);
            for (; i < text.Length && char.IsLetter(text[i]); i++)
            {
                if (text[i] is < '\u0250')
                    latin++;
                else if (Foreign.Contains(text[i]))
                    foreign++;
                else
                    others++;
            }
            if (latin > 0 && foreign > 0 && others == 0)
                Replace(plain, start, i);
            i += i == start ? 1 : 0;
        }
        return plain.ToString();
    }

    private static void Replace(StringBuilder plain, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Foreign.IndexOf(plain[i]) is >= 0 and var at)
                plain[i] = Latin[at];
        }
    }
}
