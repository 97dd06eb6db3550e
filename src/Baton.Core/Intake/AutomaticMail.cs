using System.Text.RegularExpressions;

namespace Baton.Intake;

/// <summary>
/// Tells mail that no person wrote: auto-replies, bounces, newsletters, senders that take no answer (RFC 3834 and what mailers do in practice).
/// Such mail never gets an automatic answer. When in doubt it was a person: a loop is also stopped by the mails an hour, a silence by nobody.
/// </summary>
public static partial class AutomaticMail
{
    /// <summary>Why the ticket counts as automatic mail; null when a person wrote it.</summary>
    public static string? Detect(Ticket ticket) => Detect(ticket.Headers, ticket.CustomerEmail, ticket.Subject);

    /// <summary>Why a message counts as automatic mail; null when a person wrote it. The reason holds none of the customer's words.</summary>
    public static string? Detect(IReadOnlyDictionary<string, string>? headers, string? from, string? subject) =>
        (headers is { Count: > 0 } ? FromHeaders(headers) : null) ?? FromSender(from) ?? FromSubject(subject);

    /// <summary>
    /// True for a report that a mail could not be delivered (RFC 3464, and what mailers write in its place): not for one of a delay, a success or a reading,
    /// nor for an out-of-office note.
    /// </summary>
    public static bool IsBounce(IReadOnlyDictionary<string, string>? headers, string? from, string? subject, string text)
    {
        var reported = Named(headers, "X-Failed-Recipients") is not null || IsReport(Named(headers, "Content-Type")) || Daemon.IsMatch(AddressOf(from)) || Bounce.IsMatch(subject ?? "");
        return reported && !Delivered.IsMatch(subject ?? "") && !DeliveredAction.IsMatch(text);
    }

    // A receipt of reading is a report of another type.
    private static bool IsReport(string? type) =>
        type is not null && type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) && !type.Contains("disposition-notification", StringComparison.OrdinalIgnoreCase);

    private static string? Named(IReadOnlyDictionary<string, string>? headers, string name) =>
        headers?.FirstOrDefault(h => name.Equals(h.Key.Trim(), StringComparison.OrdinalIgnoreCase)).Value?.Trim();

    private static string AddressOf(string? from) => from is null ? "" : from[(from.LastIndexOf('<') + 1)..].Trim();

    private static string? FromHeaders(IReadOnlyDictionary<string, string> headers)
    {
        string? Header(string name) => Named(headers, name);

        // Parameters and comments may follow the word (RFC 3834, section 5).
        if (Header("Auto-Submitted") is { Length: > 0 } submitted && !FirstWord(submitted).Equals("no", StringComparison.OrdinalIgnoreCase))
            return "header Auto-Submitted";
        if (Header("Return-Path") is { } path && path.Replace(" ", "", StringComparison.Ordinal) is "<>")
            return "header Return-Path is empty, as on bounces";
        if (Header("Content-Type") is { } type && type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase))
            return "a delivery report";
        if (FirstWord(Header("Precedence") ?? "").ToLowerInvariant() is "bulk" or "junk" or "auto_reply")
            return "header Precedence";
        if (Header("X-Autoreply") is { Length: > 0 } autoreply && !autoreply.Equals("no", StringComparison.OrdinalIgnoreCase)
            || Header("X-Autorespond") is { Length: > 0 })
            return "header X-Autoreply";
        // Other values of it only ask for no receipts, which people's mail programs do.
        if (Header("X-Auto-Response-Suppress") is { } suppress && suppress.Split(',', StringSplitOptions.TrimEntries).Any(NoAutoReply.Contains))
            return "header X-Auto-Response-Suppress";
        return FromList(Header) ? "mail of a list" : null;
    }

    // A newsletter. Mail that came through a list that people can post to is another thing: support addresses often are such groups.
    private static bool FromList(Func<string, string?> header)
    {
        var list = FirstWord(header("Precedence") ?? "").Equals("list", StringComparison.OrdinalIgnoreCase) || header("List-Id") is not null || header("List-Unsubscribe") is not null;
        return list && !(header("List-Post") is { Length: > 0 } post && !FirstWord(post).Equals("NO", StringComparison.OrdinalIgnoreCase));
    }

    private static string? FromSender(string? from) => Robots.IsMatch(AddressOf(from)) ? "the sender's address takes no answer" : null;

    private static string? FromSubject(string? subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
            return null;
        return Away.IsMatch(subject) ? "the subject of an auto-reply" : Bounce.IsMatch(subject) ? "the subject of a bounce" : null;
    }

    private static string FirstWord(string value) => value.Split([';', ' ', '\t', '('], 2)[0];

    private static readonly HashSet<string> NoAutoReply = new(StringComparer.OrdinalIgnoreCase) { "All", "AutoReply", "OOF" };

    [GeneratedRegex(@"^(mailer-?daemon|postmaster|bounces?|auto-?(reply|responder)|(no|do[-_.]?not|please[-_.]?do[-_.]?not|never)[-_.]?(reply|respond|answer)|(nicht|keine)[-_.]?antwort(en)?|ne[-_.]?pas[-_.]?repondre|no[-_.]?(responder|responda|contestar))([-_.+=][^@]*)?@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Robots { get; }

    // At the very beginning only: "Re: your out of office policy" is a person's. Words that could begin a person's subject
    // count only before a colon or at the end.
    [GeneratedRegex(@"^\s*(\[[^\]]{1,40}\]\s*)*((automatic|auto|autom\.)[- ]?(reply|response)|autoreply|auto:|out[- ]of[- ](the[- ])?office( (auto[- ]?)?(reply|response|message))?|away from (the|my) (office|desk)|automatische antwort|abwesenheits(notiz|meldung|nachricht|benachrichtigung)|abwesend|abwesenheit|nicht im b(ü|ue)ro|r(é|e)ponse automatique|message d['’]absence|absen(t|ce) du bureau|absence|respuesta autom(á|a)tica|fuera de (la )?oficina|ausente de la oficina|mensaje de ausencia)\s*(:|$|(?<=office)\s*-|(?<=auto:))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Away { get; }

    // "Delivery failed" alone may be about a parcel, so what is listed here is only ever said of mail.
    [GeneratedRegex(@"^\s*(\[[^\]]{1,40}\]\s*)*(undeliverable:|undelivered mail returned to sender|mail delivery (failed|failure|subsystem)|mail system error|message (not delivered|undeliverable)|delivery status notification|returned mail:|failure notice\s*$|unzustellbar:|nicht zustellbar:|(ihre|die) (e-?mail|nachricht) konnte nicht zugestellt werden|(é|e)chec de (la )?remise d|non remis\s*:|message non (distribu|remis)|no se puede entregar:|no entregado:|correo (devuelto|no entregado)|mensaje no entregado)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bounce { get; }

    [GeneratedRegex(@"^(mailer-?daemon|postmaster)([-_.+=][^@]*)?@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Daemon { get; }

    [GeneratedRegex(@"\((delay|success|relay)\)|\b(delayed|delivery delay|verzögert)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Delivered { get; }

    // RFC 3464, 2.3.3: of all actions only "failed" ends a delivery.
    [GeneratedRegex(@"^\s*Action:\s*(delayed|delivered|relayed|expanded)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex DeliveredAction { get; }
}
