using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Baton.Classification;

namespace Baton.Reasoning.Local;

/// <summary>Names and numbers in a text. Every pattern has bounded repeats, so that hostile text costs no more than plain one.</summary>
internal static partial class EntityFinder
{
    private const int Most = 12;

    // Characters read: identifiers stand at the top of a ticket, not on its twentieth page.
    private const int Reach = 8_000;

    public static Entities Find(TextFeatures features)
    {
        var text = features.Text.Text.Length > Reach ? features.Text.Text[..Reach] : features.Text.Text;
        var signs = Signs.In(text);
        return new Entities
        {
            Products = features.Quote(Cue.Thing),
            ErrorCodes = signs.Digits || text.Contains('_') || text.Contains("Exception", StringComparison.Ordinal) || text.Contains("Error", StringComparison.Ordinal) ? All(ErrorCode(), text) : [],
            OrderIds = signs.Digits ? All(OrderId(), text) : [],
            AccountIds = signs.Digits ? All(AccountId(), text) : [],
            Amounts = signs.Digits ? All(Amount(), text) : [],
            TechnicalTerms =
            [
                .. signs.Joined ? All(Dotted(), text).Where(IsTechnical) : [],
                .. signs.PathLike ? All(Path(), text) : [],
                .. signs.Humps ? All(Cased(), text) : [],
            ],
        };
    }

    /// <summary>What every match of a pattern has somewhere; most tickets have little of it, and are spared the pattern.</summary>
    private readonly record struct Signs(bool Digits, bool Joined, bool PathLike, bool Humps)
    {
        public static Signs In(string text)
        {
            var (digits, joined, pathLike, humps) = (false, false, false, false);
            for (var i = 0; i < text.Length; i++)
            {
                var (ch, next) = (text[i], i + 1 < text.Length ? text[i + 1] : ' ');
                digits |= char.IsAsciiDigit(ch);
                joined |= ch is '.' or '_' && char.IsAsciiLetter(next);
                pathLike |= ch is '/' or '`' || ch == '.' && char.IsAsciiLetterOrDigit(next);
                humps |= char.IsAsciiLetterLower(ch) && char.IsAsciiLetterUpper(next) || ch == 'X' && next == '-';
            }
            return new Signs(digits, joined, pathLike, humps);
        }
    }

    private static List<string> All(Regex pattern, string text)
    {
        var found = new List<string>();
        for (var match = pattern.Match(text); match.Success && found.Count < Most; match = match.NextMatch())
        {
            var value = (match.Groups["id"] is { Success: true } id ? id.Value : match.Value).Trim();
            if (!found.Contains(value))
                found.Add(value);
        }
        return found;
    }

    // "order.items" is a name; "example.com" an address, "it.but" two sentences.
    private static bool IsTechnical(string name)
    {
        if (name.Contains('_'))
            return true;
        var parts = name.Split('.');
        return parts.All(p => p.Length > 1) && !Domains.Contains(parts[^1].ToLowerInvariant()) && !parts[0].Equals("www", StringComparison.OrdinalIgnoreCase)
            && !parts.Any(p => Everyday.Contains(p.ToLowerInvariant()));
    }

    [GeneratedRegex(@"\b(?:(?:[Ee]rror|ERROR|[Cc]ode|[Ss]tatus|HTTP)(?: [Cc]ode)?[ :#]{1,3}(?<id>[A-Z]{0,6}[-_]?[0-9]{2,8})\b|(?<id>ERR_[A-Z0-9_]{2,40})|(?<id>[A-Z]{2,12}(?:_[A-Z0-9]{2,20}){1,5})\b|(?<id>E-?[0-9]{2,6}|0x[0-9A-Fa-f]{4,16}|[A-Z]{2,5}-?[45][0-9]{2,4})\b|(?<id>[45]0[0-9]) (?:error|response|status|from)|(?<id>[A-Z][A-Za-z]{2,40}(?:Exception|Error))\b)")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"\b(?:[Oo]rder|[Bb]ooking|[Rr]eservation|[Pp]urchase|[Ss]hipment|[Tt]racking|[Ii]nvoice|ORDER|PO|PNR|RMA)(?: (?:number|no\.?|id|ID|reference|ref\.?|code))?(?: is)?[ :#]{1,3}(?<id>[A-Z0-9](?:[A-Z0-9]|[-/](?=[A-Z0-9])){3,24}[0-9A-Z])\b")]
    private static partial Regex OrderId();

    [GeneratedRegex(@"\b(?:[Aa]ccount|[Cc]ustomer|[Mm]ember(?:ship)?|[Uu]ser|[Cc]ontract|[Pp]olicy|[Tt]enant|ACCOUNT)(?: (?:number|no\.?|id|ID|reference|ref\.?))?(?: is)?[ :#]{1,3}(?<id>(?=[A-Z0-9-]{0,24}[0-9])[A-Z0-9](?:[A-Z0-9]|-(?=[A-Z0-9])){3,24})\b|\b(?<id>(?:ACC|ACCT|CUST|CUS|USR|TEN)[-_][A-Z0-9][A-Z0-9-]{1,24})\b")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"(?:[$€£¥₹]|(?:USD|EUR|GBP|CHF|INR|Rs\.?) ?) ?[0-9]{1,3}(?:[0-9.,' ]{0,12}[0-9])?(?: ?[kKmM]\b)?|\b[0-9](?:[0-9.,]{0,12}[0-9])? ?(?:USD|EUR|GBP|CHF|INR|dollars?|euros?|pounds?|bucks|cents|€|£|\$)(?![A-Za-z])")]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<![\w@.-])[A-Za-z][A-Za-z0-9]{0,30}(?:[._][A-Za-z][A-Za-z0-9]{0,30}){1,5}(?![\w@])")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\w/:.<])/(?:[a-z0-9_{}.-]{1,40})(?:/[a-zA-Z0-9_{}.:-]{1,40}){0,8}|\b[A-Za-z0-9_-]{2,40}\.(?:json|xml|csv|yaml|yml|log|dll|exe|conf|ini|sql|py|js|ts|java|php|sh|pdf|xlsx)\b|\bv[0-9]{1,3}(?:\.[0-9]{1,4}){1,3}\b|\b[0-9]{1,3}\.[0-9]{1,4}\.[0-9]{1,5}\b|`[^`\n]{2,60}`")]
    private static partial Regex Path();

    [GeneratedRegex(@"\b[a-z]{2,20}(?:[A-Z][a-z0-9]{1,20}){1,4}\b|\bX-[A-Z][A-Za-z]{1,20}(?:-[A-Z][A-Za-z]{1,20}){0,4}\b")]
    private static partial Regex Cased();

    private static readonly FrozenSet<string> Domains = FrozenSet.ToFrozenSet(["com", "org", "net", "io", "de", "fr", "uk", "co", "eu", "es", "it", "nl", "edu", "gov", "info", "example", "app", "dev"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Everyday = FrozenSet.ToFrozenSet(
        ["the", "it", "is", "and", "but", "this", "that", "you", "we", "they", "he", "she", "in", "on", "at", "to", "of", "for", "my", "our", "your", "please", "thanks", "thank", "not", "no", "yes", "so", "if", "when", "what", "how", "why", "can", "am", "pm", "now", "then", "there", "here", "also", "still", "again", "just", "all", "are", "was", "were", "have", "has", "do", "does", "did", "will"],
        StringComparer.Ordinal);
}
