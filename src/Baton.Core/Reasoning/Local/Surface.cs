using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>How a text looks, whatever it says.</summary>
internal sealed record Surface
{
    /// <summary>Words written in capitals though they are no abbreviations.</summary>
    public required int Shouted { get; init; }

    /// <summary>Share of shouted words, 0 to 1.</summary>
    public required double ShoutedShare { get; init; }
    public required int Exclamations { get; init; }

    /// <summary>Runs such as <c>!!!</c>, <c>??</c>, <c>?!</c>.</summary>
    public required int Outbursts { get; init; }
    public required int AngryFaces { get; init; }
    public required int HappyFaces { get; init; }

    /// <summary>Share of tokens that could be words of a language, 0 to 1; low for encoded data.</summary>
    public required double Readable { get; init; }

    public static Surface Of(TokenizedText text)
    {
        var (shouted, words, readable) = CountWords(text);
        var (exclamations, outbursts) = CountMarks(text.Text);
        var (angry, happy) = CountFaces(text.Text);
        return new Surface
        {
            Shouted = shouted,
            ShoutedShare = words == 0 ? 0 : (double)shouted / words,
            Exclamations = exclamations,
            Outbursts = outbursts,
            AngryFaces = angry,
            HappyFaces = happy,
            Readable = text.Tokens.Count == 0 ? 0 : (double)readable / text.Tokens.Count,
        };
    }

    private static (int Shouted, int Words, int Readable) CountWords(TokenizedText text)
    {
        var (shouted, words, readable) = (0, 0, 0);
        foreach (var token in text.Tokens)
        {
            if (token.Length <= 24)
                readable++;
            if (token.Length < 4)
                continue;
            words++;
            var span = text.Text.AsSpan(token.Start, token.Length);
            if (!span.ContainsAnyExceptInRange('A', 'Z') && span.ContainsAny("AEIOU") && !Abbreviations.Contains(token.Word))
                shouted++;
        }
        return (shouted, words, readable);
    }

    private static (int Exclamations, int Outbursts) CountMarks(string text)
    {
        var (exclamations, outbursts, run) = (0, 0, 0);
        foreach (var ch in text)
        {
            run = ch is '!' or '?' or '‽' ? run + 1 : 0;
            exclamations += ch == '!' ? 1 : 0;
            outbursts += run == 2 ? 1 : 0;
        }
        return (exclamations, outbursts);
    }

    private static (int Angry, int Happy) CountFaces(string text)
    {
        var (angry, happy) = (0, 0);
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u25FF'))
            return (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            angry += rune.Value is 0x1F620 or 0x1F621 or 0x1F92C or 0x1F624 or 0x1F595 or 0x1F44E or 0x1F4A9 or 0x1F611 or 0x1F644 ? 1 : 0;
            happy += rune.Value is (>= 0x1F600 and <= 0x1F60D) or 0x1F44D or 0x1F389 or 0x1F64F or 0x2764 or 0x1F970 or 0x1F917 ? 1 : 0;
        }
        return (angry, happy);
    }

    private static readonly HashSet<string> Abbreviations =
    [
        "json", "yaml", "html", "http", "https", "oauth", "saml", "scim", "gdpr", "ccpa", "imei", "iban", "swift", "api's", "apis", "rest", "soap", "crud", "cors",
        "uuid", "guid", "post", "delete", "patch", "null", "true", "false", "select", "insert", "update", "nasa", "asap", "fyi", "aws", "usb", "ios", "dsl", "lte",
    ];
}
