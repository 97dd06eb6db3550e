using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Knowledge;

/// <summary>
/// Markdown as plain text that reads well in a mail: marks of emphasis go, links become <c>text (address)</c>, list items and code stay,
/// and wrapped lines of a paragraph are joined. Covers what articles use, not all of CommonMark.
/// </summary>
public static partial class MarkdownText
{
    /// <summary>The plain text of a run of lines without headings.</summary>
    public static string Plain(ReadOnlySpan<string> lines)
    {
        var text = new StringBuilder();
        var inCode = false;
        var open = false; // the line above may be continued
        foreach (var line in lines)
        {
            if (IsCodeFence(line))
            {
                inCode = !inCode;
                open = false;
            }
            else if (inCode)
                text.Append(line).Append('\n');
            else
                open = Append(text, line, open);
        }
        return ManyBreaks().Replace(Comment().Replace(text.ToString(), ""), "\n\n").Trim();
    }

    /// <summary>True for a line that opens or closes a block of code.</summary>
    public static bool IsCodeFence(string line) => line.AsSpan().TrimStart().StartsWith("```", StringComparison.Ordinal);

    private static bool Append(StringBuilder text, string line, bool open)
    {
        var content = line.Trim();
        if (content.Length == 0 || Rule().IsMatch(content))
        {
            text.Append('\n');
            return false;
        }
        if (Item().Match(line) is { Success: true } item)
        {
            var mark = item.Groups["mark"].Value;
            text.Append(item.Groups["indent"].Value).Append(mark is "*" or "+" ? "-" : mark).Append(' ').Append(Inline(item.Groups["text"].Value)).Append('\n');
            return true;
        }
        if (open)
            text.Length--; // joins the line above
        text.Append(open ? " " : "").Append(Inline(Quote().Replace(content, ""))).Append('\n');
        return !line.EndsWith("  ", StringComparison.Ordinal);
    }

    /// <summary>A line's text without its marks; what stands in backticks is kept to the letter.</summary>
    public static string Inline(string line)
    {
        var parts = line.Split('`');
        // An even number of parts means that a backtick stands alone: then it is only a character.
        if (parts.Length % 2 == 0)
            return Unmark(line);
        for (var i = 0; i < parts.Length; i += 2)
            parts[i] = Unmark(parts[i]);
        return string.Concat(parts);
    }

    private static string Unmark(string text)
    {
        text = Image().Replace(text, "${alt}");
        text = Link().Replace(text, m => m.Groups["text"].Value == m.Groups["url"].Value ? m.Groups["url"].Value : $"{m.Groups["text"].Value} ({m.Groups["url"].Value})");
        text = AutoLink().Replace(text, "${url}");
        text = Strong().Replace(text, "${text}");
        text = Emphasis().Replace(text, "${text}");
        return Escape().Replace(text, "${mark}");
    }

    [GeneratedRegex(@"^(?<indent> *)(?<mark>[-*+]|\d{1,3}[.)]) +(?<text>.+)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^([-*_] *){3,}$")]
    private static partial Regex Rule();

    [GeneratedRegex("^(> ?)+")]
    private static partial Regex Quote();

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\([^)\s]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<url>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<(?<url>(?:https?://|mailto:)[^>\s]+)>")]
    private static partial Regex AutoLink();

    // Marks count only at the edge of a word, so that snake_case and 2 * 3 stay.
    [GeneratedRegex(@"(?<![\w*_\\])(\*\*|__)(?=\S)(?<text>.+?)(?<=[^\s\\])\1(?![\w])")]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\w*_\\])([*_])(?=[^\s*_])(?<text>.+?)(?<=[^\s\\])\1(?![\w])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\(?<mark>[\\`*_{}\[\]()#+\-.!<>|])")]
    private static partial Regex Escape();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\n\s*\n(\s*\n)*")]
    private static partial Regex ManyBreaks();
}
