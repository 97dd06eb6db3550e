using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Baton.Adapters.Connectors;

/// <summary>A mail address that was checked: one, without a display name or line breaks, its domain in ASCII.</summary>
internal sealed record Mailbox(string Address)
{
    // RFC 5321, 4.5.3.1.3: a path has 256 characters, with its angle brackets.
    private const int Longest = 254;

    /// <summary>The part before the @ has other than ASCII letters, which only a server with SMTPUTF8 takes.</summary>
    public bool NeedsUtf8 => !Ascii.IsValid(Address);

    /// <summary>Null when the text is not one mail address.</summary>
    public static Mailbox? TryParse(string text)
    {
        if (!MailAddress.TryCreate(text, out var parsed) || parsed.User.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>'))
            return null;
        // "a@x, b@y" parses as b@y under the name of a@x.
        if (parsed.DisplayName.Contains('@', StringComparison.Ordinal))
            return null;
        try
        {
            var address = $"{parsed.User}@{new IdnMapping().GetAscii(parsed.Host)}";
            return address.Length <= Longest ? new Mailbox(address) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>Whose name stands on the mail that Baton writes.</summary>
/// <param name="Address">A mail address that answers can be sent to.</param>
/// <param name="Name">Shown beside it; null shows the address alone.</param>
public sealed record MailSender(string Address, string? Name);
