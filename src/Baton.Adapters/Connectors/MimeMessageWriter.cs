using System.Globalization;
using System.Text;
using Baton.Cases;
using Baton.Connectors;

namespace Baton.Adapters.Connectors;

/// <summary>An outgoing message as a mail (RFC 5322 and MIME): seven-bit lines of at most 78 characters, so that any server takes it as it is.</summary>
internal static class MimeMessageWriter
{
    public static byte[] Write(OutgoingMessage message, MessageContext context, Mailbox to, MailSender from, DateTimeOffset at)
    {
        var mail = new StringBuilder();
        Header(mail, "Date", at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mail, "From", from.Name is null ? from.Address : $"{MimeText.Phrase(from.Name)} <{from.Address}>");
        Header(mail, "To", to.Address);
        Header(mail, "Subject", MimeText.Words(message.Subject ?? "", "Subject: ".Length));
        Header(mail, "Message-ID", MessageId(message));
        Header(mail, "X-Baton-Ticket", MimeText.Words(context.CaseId, "X-Baton-Ticket: ".Length));
        if (message.Purpose != MessagePurpose.PersonReply)
        {
            // RFC 3834, and the header by which Exchange is told the same: no machine answers a machine.
            Header(mail, "Auto-Submitted", message.ToCustomer ? "auto-replied" : "auto-generated");
            Header(mail, "X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        Header(mail, "MIME-Version", "1.0");
        if (context.PackageJson is { } package)
            Multipart(mail, message, package);
        else
            Text(mail, message.Body);
        return Encoding.UTF8.GetBytes(mail.ToString());
    }

    /// <summary>The same for every attempt, so that the other side and people can tell a repeat.</summary>
    public static string MessageId(OutgoingMessage message) => $"<{SafeName.Of(message.Id)}@baton.local>";

    private static void Multipart(StringBuilder mail, OutgoingMessage message, byte[] package)
    {
        // Neither quoted-printable nor base64 can hold "=_", so no text can fake the boundary.
        const string boundary = "=_baton";
        Header(mail, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        mail.Append("\r\n--").Append(boundary).Append("\r\n");
        Text(mail, message.Body);
        mail.Append("--").Append(boundary).Append("\r\n");
        Header(mail, "Content-Type", "application/json; name=\"handoff.json\"");
        Header(mail, "Content-Disposition", "attachment; filename=\"handoff.json\"");
        Header(mail, "Content-Transfer-Encoding", "base64");
        mail.Append("\r\n").Append(MimeText.Base64(package)).Append("\r\n--").Append(boundary).Append("--\r\n");
    }

    private static void Text(StringBuilder mail, string body)
    {
        Header(mail, "Content-Type", "text/plain; charset=utf-8");
        Header(mail, "Content-Transfer-Encoding", "quoted-printable");
        mail.Append("\r\n").Append(MimeText.QuotedPrintable(body)).Append("\r\n");
    }

    private static void Header(StringBuilder mail, string name, string value) => mail.Append(name).Append(": ").Append(value).Append("\r\n");
}
