using System.Text.RegularExpressions;

namespace Baton.Conversation;

/// <summary>What a text can promise that somebody must then keep.</summary>
public enum PromiseKind { Refund, Deadline, CallBack, Transfer }

/// <summary>What stands behind a reply: the handoff of the same transaction, and the time that it is held to, in the reply's own words.</summary>
public sealed record Backing
{
    public static readonly Backing None = new();
    public bool Transfer { get; init; }
    public string? Time { get; init; }
}

/// <summary>
/// Finds promises of money, time, call-back or transfer in a reply that no action, timer or handoff backs (spec section 15). It would rather
/// refuse an innocent sentence than let a promise pass. Passages that the reply cites are the company's published words and not looked at,
/// nor is what stands in quotation marks: the customer's subject, an article's title. Pure.
/// </summary>
public static partial class PromiseCheck
{
    /// <summary>The kinds of unbacked promises in a reply; empty when it may be sent.</summary>
    public static IReadOnlyList<PromiseKind> Unbacked(Reply reply, Backing backing)
    {
        var text = reply.Citations.Aggregate(reply.Text, (t, citation) => citation.Passage.Length == 0 ? t : t.Replace(citation.Passage, "\n", StringComparison.Ordinal));
        if (!string.IsNullOrEmpty(backing.Time))
            text = text.Replace(backing.Time, "", StringComparison.Ordinal);
        text = Denied().Replace(Quoted().Replace(text, ""), "");
        var money = reply.Action is "refund" or "discount";
        var found = new List<PromiseKind>();
        foreach (var sentence in Sentences().Split(text))
        {
            Add(PromiseKind.Refund, !money && Money().IsMatch(sentence) && Commits().IsMatch(sentence));
            Add(PromiseKind.Deadline, Time().IsMatch(sentence) && Commits().IsMatch(sentence));
            Add(PromiseKind.CallBack, Call().IsMatch(sentence));
            Add(PromiseKind.Transfer, !backing.Transfer && (Passes().IsMatch(sentence) || Somebody().IsMatch(sentence)));
        }
        return found;

        void Add(PromiseKind kind, bool hit)
        {
            if (hit && !found.Contains(kind))
                found.Add(kind);
        }
    }

    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"""[^""\n]*""|“[^”\n]*”|„[^“\n]*“|«[^»\n]*»")]
    private static partial Regex Quoted();

    // "I cannot promise a refund" promises none; the clause ends at the next comma.
    [GeneratedRegex(@"\b(?:cannot|can't|can’t|can not|unable to|not able to)\b[^.,;:!?\n]*", Any)]
    private static partial Regex Denied();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:will|shall|would be|going to|guarantee\w*|promise\w*|approved|issued|processed|granted|expect|have|has|been|am|are|is|get|receive|offer\w*)\b|['’](?:ll|ve|re|m)\b|\b(?:werde[nt]?|wird|erhalten|bekommen|schreib\w*|melde\w*|habe[nt]?)\b|\b(?:allons|va|vais|sera|serez|recevrez|a été|avons|j'ai)\b|\b(?:vamos|va|recibirá|será|hemos|he)\b|\b\w+(?:erons|erez|era|eront|remos|rán|rá)\b", Any)]
    private static partial Regex Commits();

    [GeneratedRegex(@"\b(?:refund\w*|reimburs\w*|compensat\w*|money back|credited|credit (?:you|your)|(?:a|your) credit|discount\w*|voucher\w*|free (?:month|year|of charge)|waive\w*)\b|\berstatt\w*|\bgutschrift\w*|\bgutgeschrieben|\bRabatt\w*|\brembours\w*|\bremise\b|\breembols\w*|\bdescuento\w*", Any)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b(?:within|in|under|after)\s+(?:(?:the|about|at most|next|less than|around)\s+)*(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve|few|couple|half)\b[\s\w-]{0,20}?\b(?:minute|hour|day|week|month)s?\b|\bby\s+(?:\w+day\b|tomorrow|tonight|noon|midnight|(?:the )?(?:end|close) of|next\b|\d{1,2}[:.]\d{2}|\d{1,2}\s*(?:am|pm)\b|\d{4}-)|\b(?:today|tomorrow|tonight|this (?:morning|afternoon|evening|week)|next (?:week|hour|day)|immediately|right away|overnight)\b|\b(?:innerhalb|binnen)\b|\bin \w+ (?:Minuten?|Stunden?|Tagen?|Wochen?)\b|\b(?:heute|morgen|sofort|umgehend)\b|\b(?:d'ici|d’ici|dans les|sous \d+)\b|\b(?:aujourd'hui|demain|immédiatement)\b|\ben un plazo\b|\bdentro de\b|\b(?:hoy|mañana|inmediatamente)\b", Any)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(?:call|phone|ring)(?:s|ing|ed)?\s+(?:you\b|back\b)|\bcall-?backs?\b|\bgive you a (?:call|ring)\b|\b(?:zurückrufen|rückruf\w*|anrufen)\b|\brufen (?:wir )?Sie\b|\b(?:rappeler\w*|appeler\w* )|\b(?:llamar\w*|llamaremos)\b", Any)]
    private static partial Regex Call();

    [GeneratedRegex(@"\b(?:pass(?:ed|ing|es)?|forward(?:ed|ing|s)?|handed|handing|escalat\w+|transferr?\w*|rout(?:ed|ing)|assign(?:ed|ing)?|refer(?:red|ring))\b[^.!?\n]{0,60}\b(?:you|your|this|it|case|request|message|ticket|to|on)\b|\b(?:connect(?:ing)? you|put(?:ting)? you through|looked at by|being looked at)\b|\b(?:weitergeleitet|weitergegeben|weiterleiten|übergeben|verbinde Sie)\b|\b(?:transmis\w*|transfér\w*|transmettr\w*)\b|\b(?:trasladad[oa]|transferid[oa]|remitid[oa]|derivad[oa])\b", Any)]
    private static partial Regex Passes();

    [GeneratedRegex(@"\b(?:someone|somebody|an? (?:\w+ )?(?:person|colleague|specialist|human|technician|engineer|expert|agent|manager)|(?:our|the) (?:\w+ )?(?:team|specialists?|colleagues?|engineers?|experts?|people))\b[^.!?\n]{0,60}(?:\b(?:will|is going to|are going to|shall|has been|have been|have now)\b|['’]ll\b)", Any)]
    private static partial Regex Somebody();
}
