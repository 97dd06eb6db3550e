namespace Baton.Adapters.Connectors.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a relay on the same machine or network.</summary>
    None,

    /// <summary>Begins in the clear and must be upgraded before anything else is said.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server, under <c>Connectors:Smtp</c>.</summary>
public sealed record SmtpOptions
{
    public string Host { get; init; } = "";

    /// <summary>1 to 65535; 587 is submission, 465 goes with <see cref="SmtpSecurity.Tls"/>.</summary>
    public int Port { get; init; } = 587;
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Null sends without logging in.</summary>
    public string? User { get; init; }

    /// <summary>A secret: never logged.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mail comes from, and answers go to.</summary>
    public string From { get; init; } = "";
    public string? FromName { get; init; }

    /// <summary>How long any one answer of the server may take, 1 to 600 seconds.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>What is wrong, each beginning with the key to mend; empty when nothing is.</summary>
    public IReadOnlyList<string> Errors()
    {
        var errors = new List<string>();
        void Require(bool holds, string key, string sentence)
        {
            if (!holds)
                errors.Add($"Connectors:Smtp:{key} {sentence}");
        }
        Require(Uri.CheckHostName(Host) != UriHostNameType.Unknown, nameof(Host), "must name the mail server");
        Require(Port is >= 1 and <= 65535, nameof(Port), $"must be from 1 to 65535, and is {Port}");
        Require(TimeoutSeconds is >= 1 and <= 600, nameof(TimeoutSeconds), $"must be from 1 to 600, and is {TimeoutSeconds}");
        Require(Mailbox.TryParse(From) is { NeedsUtf8: false } from && from.Address == From, nameof(From), "must be a mail address in ASCII, and nothing beside it");
        Require(User is null == Password is null, User is null ? nameof(User) : nameof(Password), "is missing: a user and a password go together");
        Require(Password is null || Security != SmtpSecurity.None, nameof(Security), "must be starttls or tls where a password is sent");
        return errors;
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security}) as {User ?? "nobody"}";
}
