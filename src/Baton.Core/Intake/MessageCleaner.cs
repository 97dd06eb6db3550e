using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Baton.Text;

namespace Baton.Intake;

/// <summary>
/// Cuts a mail down to what its writer said this time: no mark-up, no invisible characters, no quoted history, no signature, so that
/// judgements rest on the customer's own words.
/// </summary>
public static partial class MessageCleaner
{
    // Longer mails are read up to here; history grows at the end.
    private const int MaxLength = 131_072;

    /// <summary>The customer's own words. Never empty when the input had any: then it is the input, trimmed.</summary>
    public static string Clean(string text)
    {
        var read = text.Length > MaxLength ? text[..MaxLength] : text;
        var plain = Lookalikes.Unmask(DropInvisible(LooksLikeHtml(read) ? ToText(read) : read));
        var own = DropSignature(DropHistory(plain.Split('\n')));
        var cleaned = BlankLines().Replace(string.Join('\n', own.Select(l => l.TrimEnd())), "\n\n").Trim();
        if (cleaned.Any(char.IsLetterOrDigit) || !text.Any(char.IsLetterOrDigit))
            return cleaned.Length > 0 ? cleaned : text.Trim();
        return plain.Any(char.IsLetterOrDigit) ? plain.Trim() : text.Trim();
    }

    private static bool LooksLikeHtml(string text) => text.Contains('<') && HtmlMark().IsMatch(text);

    private static string ToText(string html)
    {
        var visible = DropUnshown(html);
        // Quoted history in mark-up goes with everything behind it, as its plain form does, unless the mail begins with it.
        var quote = HtmlQuote().Match(visible);
        if (quote.Success && Tag().Replace(visible[..quote.Index], "").Any(char.IsLetterOrDigit))
            visible = visible[..quote.Index];
        return WebUtility.HtmlDecode(Tag().Replace(Break().Replace(visible, "\n"), ""));
    }

    // Comments, styles and scripts. An opening without its end drops nothing, and that end is not looked for twice.
    private static string DropUnshown(string html)
    {
        var kept = new StringBuilder(html.Length);
        var endless = new HashSet<string>();
        var from = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at < from)
                continue;
            var (_, close) = Unshown.FirstOrDefault(u => html.AsSpan(at).StartsWith(u.Open, StringComparison.OrdinalIgnoreCase));
            if (close is null || endless.Contains(close))
                continue;
            var end = html.IndexOf(close, at, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                endless.Add(close);
                continue;
            }
            kept.Append(html, from, at - from).Append(' ');
            from = end + close.Length;
        }
        return kept.Append(html, from, html.Length - from).ToString();
    }

    private static readonly (string Open, string Close)[] Unshown =
        [("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"), ("<head>", "</head>"), ("<title", "</title>")];

    // Zero-width and direction marks, soft hyphens, controls: they hide words from rules and say nothing to readers.
    private static string DropInvisible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var ch in text)
        {
            if (ch is '\u00A0' or '\u2007' or '\u202F' or '\t')
                kept.Append(' ');
            else if (ch == '\u2028' || ch == '\u2029')
                kept.Append('\n');
            else if (ch == '\n' || !(char.IsControl(ch) || ch is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069')))
                kept.Append(ch);
        }
        return kept.ToString();
    }

    private static List<string> DropHistory(string[] lines)
    {
        var own = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (BeginsHistory(lines, i))
                break;
            if (!lines[i].TrimStart().StartsWith('>'))
                own.Add(lines[i]);
        }
        return own;
    }

    private static bool BeginsHistory(string[] lines, int i)
    {
        var line = lines[i].Trim();
        if (line.Length is 0 or > 300)
            return false;
        // "On … wrote:" may be wrapped over two lines.
        var wrapped = i + 1 < lines.Length && lines[i + 1].Length < 200 ? $"{line} {lines[i + 1].Trim()}" : line;
        return Divider().IsMatch(line) || Attribution().IsMatch(line) || (!line.EndsWith(':') && wrapped.EndsWith(':') && Attribution().IsMatch(wrapped))
            || (Header().IsMatch(line) && i + 1 < lines.Length && SecondHeader().IsMatch(lines[i + 1].Trim()));
    }

    private static List<string> DropSignature(List<string> lines)
    {
        var at = lines.FindIndex(l => l.TrimEnd() is "--" or "—" or "__" || DeviceSignature().IsMatch(l.Trim()));
        return at > 0 && lines.Take(at).Any(l => l.Any(char.IsLetterOrDigit)) ? lines[..at] : lines;
    }

    [GeneratedRegex(@"<(?:html|body|div|p|br|span|table|td|a |b>|i>|strong|em>|ul|li|h[1-6]|blockquote|font|img|!doctype|style|script)", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlMark();

    [GeneratedRegex(@"<blockquote\b|<div[^>]{0,200}\bclass=[""']?(?:gmail_quote|yahoo_quoted|moz-cite-prefix)|<div[^>]{0,200}\bid=[""']?(?:divRplyFwdMsg|appendonsend)", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlQuote();

    [GeneratedRegex(@"<(?:br|/p|/div|/li|/tr|/h[1-6]|/table)\b[^>]{0,200}>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-zA-Z!][^<>]{0,4000}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^(?:[-_=]{2,12} ?(?:original message|forwarded message|original-nachricht|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|oorspronkelijk bericht|mensagem original) ?[-_=]{0,12}|_{20,200}|##- ?please type your reply above this line ?-##.{0,40})$", RegexOptions.IgnoreCase)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^(?:on .{6,250} wrote|am .{6,250} schrieb .{1,120}|.{6,120} schrieb am .{4,120}|le .{6,250} a écrit|el .{6,250} escribió|il .{6,250} ha scritto|op .{6,250} schreef .{1,120}|em .{6,250} escreveu) ?:$", RegexOptions.IgnoreCase)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^\*?(?:from|von|de|da|van) ?: ?\*? ?.{0,60}(?:@|<).{1,200}$", RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex(@"^\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|fecha|para|asunto|inviato|data|oggetto|verzonden|aan|onderwerp) ?:", RegexOptions.IgnoreCase)]
    private static partial Regex SecondHeader();

    [GeneratedRegex(@"^(?:sent from (?:my|mail for|outlook|yahoo)|get outlook for|von meinem .{2,30} gesendet|envoyé de(?:puis)? mon|enviado desde mi|inviato da(?:l mio)?|verzonden vanaf mijn|enviado do meu)\b.{0,80}$", RegexOptions.IgnoreCase)]
    private static partial Regex DeviceSignature();
}
