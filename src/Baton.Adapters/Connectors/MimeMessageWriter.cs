using System.Buffers;
using System.Globalization;
using System.Text;
using Baton.Cases;
using Baton.Connectors;

namespace Baton.Adapters.Connectors;

/// <summary>An outgoing message as a mail (RFC 5322 and MIME): seven-bit lines of at most 78 characters, so that any server takes it as it is.</summary>
internal static class MimeMessageWriter
{
    private const int InitialSize = 4096;

    // Neither quoted-printable nor base64 can hold "=_", so no text can fake the boundary.
    private const string Boundary = "=_baton";

    public static byte[] Write(OutgoingMessage message, MessageContext context, Mailbox to, MailSender from, DateTimeOffset at)
    {
        var mail = new ArrayBufferWriter<byte>(InitialSize);
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
        return mail.WrittenSpan.ToArray();
    }

    /// <summary>The same for every attempt, so that the other side and people can tell a repeat.</summary>
    public static string MessageId(OutgoingMessage message) => $"<{SafeName.Of(message.Id)}@baton.local>";

    private static void Multipart(ArrayBufferWriter<byte> mail, OutgoingMessage message, byte[] package)
    {
        Header(mail, "Content-Type", $"multipart/mixed; boundary=\"{Boundary}\"");
        Put(mail, $"\r\n--{Boundary}\r\n");
        Text(mail, message.Body);
        Put(mail, $"--{Boundary}\r\n");
        Header(mail, "Content-Type", "application/json; name=\"handoff.json\"");
        Header(mail, "Content-Disposition", "attachment; filename=\"handoff.json\"");
        Header(mail, "Content-Transfer-Encoding", "base64");
        Put(mail, "\r\n");
        MimeText.Base64(package, mail);
        Put(mail, $"\r\n--{Boundary}--\r\n");
    }

    private static void Text(ArrayBufferWriter<byte> mail, string body)
    {
        Header(mail, "Content-Type", "text/plain; charset=utf-8");
        Header(mail, "Content-Transfer-Encoding", "quoted-printable");
        Put(mail, "\r\n");
        MimeText.QuotedPrintable(body, mail);
        Put(mail, "\r\n");
    }

    private static void Header(ArrayBufferWriter<byte> mail, string name, string value)
    {
        Put(mail, name);
        Put(mail, ": ");
        Put(mail, value);
        Put(mail, "\r\n");
    }

    private static void Put(ArrayBufferWriter<byte> mail, string text) => Encoding.UTF8.GetBytes(text, mail);
}
