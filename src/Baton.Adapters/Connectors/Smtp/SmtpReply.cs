namespace Baton.Adapters.Connectors.Smtp;

/// <summary>What the server answered: a code of three digits, and its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestQuote = 200;

    public bool Positive => Code is >= 200 and < 400;

    public bool Permanent => Code is >= 500 and < 600;

    /// <summary>Whether an answer to EHLO lists an extension; <paramref name="parameters"/> is what follows its name.</summary>
    public bool Offers(string extension, out string parameters)
    {
        var line = Lines.Skip(1).FirstOrDefault(l => l.Equals(extension, StringComparison.OrdinalIgnoreCase) || l.StartsWith(extension + ' ', StringComparison.OrdinalIgnoreCase));
        parameters = line is null ? "" : line[extension.Length..].Trim();
        return line is not null;
    }

    /// <summary>For people: code and first line, cut to a sane length.</summary>
    public override string ToString() => $"{Code} {(Lines[0].Length > LongestQuote ? Lines[0][..LongestQuote] : Lines[0])}".TrimEnd();
}

/// <summary>The server answered no to what it must say yes to, or does not speak SMTP.</summary>
internal sealed class SmtpException(string message) : Exception(message);
