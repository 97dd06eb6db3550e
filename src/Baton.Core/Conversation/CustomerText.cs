using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Conversation;

/// <summary>What strangers wrote, made fit to stand inside our own texts and headers. Pure.</summary>
public static partial class CustomerText
{
    /// <summary>One line without control characters, at most <paramref name="most"/> characters; a longer one ends in an ellipsis.</summary>
    public static string Line(string? text, int most)
    {
        var line = new StringBuilder(Math.Min(text?.Length ?? 0, most) + 1);
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var space = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (space && (line.Length == 0 || line[^1] == ' '))
                continue;
            if (line.Length + rune.Utf16SequenceLength > most)
                return line.ToString().TrimEnd() + "…";
            line.Append(space ? " " : rune.ToString());
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>Text of several lines for people: control characters but line breaks gone, at most <paramref name="most"/> characters.</summary>
    public static string Block(string? text, int most)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => Line(l, most));
        var block = BlankLines().Replace(string.Join('\n', lines), "\n\n").Trim();
        if (block.Length <= most)
            return block;
        var cut = char.IsHighSurrogate(block[most - 1]) ? most - 1 : most;
        return block[..cut].TrimEnd() + "…";
    }

    /// <summary>A name to greet with; null when it is none (an address, a link, digits), so that nobody mails a slogan through us.</summary>
    public static string? Name(string? name)
    {
        var line = Line(name, 61);
        return line.Length is > 0 and <= 60 && PlainName().IsMatch(line) ? line : null;
    }

    /// <summary>True when the text names an address on the web or a mail box, which a reply must not spread.</summary>
    public static bool HasLink(string text) => Link().IsMatch(text);

    /// <summary>The words of a message that are new: quoted history under it is cut off.</summary>
    public static string Latest(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var fresh = lines.TakeWhile(l => !QuoteHead().IsMatch(l)).Where(l => !l.TrimStart().StartsWith('>'));
        return string.Join('\n', fresh).Trim();
    }

    /// <summary>Words as a reader counts them.</summary>
    public static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^[\p{L}\p{M}][\p{L}\p{M}' ’.\-]*$")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"://|\bwww\.|@|\b[\p{L}\d-]+\.(?:com|net|org|io|info|biz|ru|cn|xyz|top|shop|site|online|link|click)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(?:On\b.{4,200}\bwrote:|-{2,}\s*(?:Original Message|Forwarded message)|_{10,}|From:\s.+@|Am\b.{4,200}\bschrieb\b|Le\b.{4,200}\ba écrit\b|El\b.{4,200}\bescribió:)", RegexOptions.IgnoreCase)]
    private static partial Regex QuoteHead();
}
