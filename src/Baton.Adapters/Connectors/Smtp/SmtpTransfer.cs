using System.Net.Security;
using System.Text;
using Baton.Connectors;

namespace Baton.Adapters.Connectors.Smtp;

/// <summary>One mail handed to the server, from greeting to its answer to the end of the message.</summary>
internal sealed class SmtpTransfer(SmtpOptions options, SslClientAuthenticationOptions tls)
{
    /// <summary>The server may have the whole message: from here only its answer tells.</summary>
    public bool EndOfMessageSent { get; private set; }

    public async Task<Delivery> SendAsync(Mailbox to, byte[] mail, CancellationToken cancellationToken)
    {
        await using var connection = await SmtpConnection.OpenAsync(options.Host, options.Port, TimeSpan.FromSeconds(options.TimeoutSeconds), cancellationToken);
        var hello = await GreetAsync(connection, cancellationToken);
        if (options.Password is not null)
            await LogInAsync(connection, hello, cancellationToken);
        if (to.NeedsUtf8 && !hello.Offers("SMTPUTF8", out _))
            return new Delivery.Refused("The mail server does not take addresses in other scripts than Latin.");

        foreach (var command in new[] { $"MAIL FROM:<{options.From}>{(to.NeedsUtf8 ? " SMTPUTF8" : "")}", $"RCPT TO:<{to.Address}>", "DATA" })
        {
            var reply = await connection.CommandAsync(command, cancellationToken);
            if (!reply.Positive)
                return Declined(reply);
        }
        await connection.WriteAsync(DotStuffed(mail), cancellationToken);
        EndOfMessageSent = true;
        // Not cut short by a stop: the wait is bounded, and without this answer a person has to find out what became of the mail.
        var end = await connection.CommandAsync(".", CancellationToken.None);
        if (!end.Positive)
            return Declined(end);
        await LeaveAsync(connection, cancellationToken);
        return new Delivery.Sent(null);
    }

    private async Task<SmtpReply> GreetAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        if (options.Security == SmtpSecurity.Tls)
            await connection.SecureAsync(tls, cancellationToken);
        Expect(await connection.ReadAsync(cancellationToken), "the greeting");
        var hello = await HelloAsync(connection, cancellationToken);
        if (options.Security != SmtpSecurity.StartTls)
            return hello;
        // Going on in the clear is what somebody on the line would want.
        if (!hello.Offers("STARTTLS", out _))
            throw new SmtpException("it does not offer STARTTLS");
        Expect(await connection.CommandAsync("STARTTLS", cancellationToken), "STARTTLS");
        await connection.SecureAsync(tls, cancellationToken);
        return await HelloAsync(connection, cancellationToken);
    }

    private static async Task<SmtpReply> HelloAsync(SmtpConnection connection, CancellationToken cancellationToken) =>
        Expect(await connection.CommandAsync("EHLO baton.local", cancellationToken), "EHLO");

    private async Task LogInAsync(SmtpConnection connection, SmtpReply hello, CancellationToken cancellationToken)
    {
        hello.Offers("AUTH", out var listed);
        var mechanisms = listed.Split(' ');
        if (mechanisms.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            Expect(await connection.CommandAsync($"AUTH PLAIN {Base64($"\0{options.User}\0{options.Password}")}", cancellationToken), "the login");
            return;
        }
        if (!mechanisms.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
            throw new SmtpException("it offers no login that Baton knows (PLAIN, LOGIN)");
        foreach (var line in new[] { "AUTH LOGIN", Base64(options.User!), Base64(options.Password!) })
            Expect(await connection.CommandAsync(line, cancellationToken), "the login");
    }

    private static async Task LeaveAsync(SmtpConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.CommandAsync("QUIT", cancellationToken);
        }
        catch (Exception e) when (e is IOException or SmtpException or OperationCanceledException)
        {
            // It has the message; how it says goodbye changes nothing.
        }
    }

    // About the message: a no for good is the message's end. What fails before it is about the server or its settings, and passes.
    private static Delivery Declined(SmtpReply reply) =>
        reply.Permanent ? new Delivery.Refused($"The mail server refused it: {reply}") : new Delivery.Retry($"The mail server put it off: {reply}");

    private static SmtpReply Expect(SmtpReply reply, string what) => reply.Positive ? reply : throw new SmtpException($"it answered {what} with {reply}");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // A line with a dot alone would end the message (RFC 5321, 4.5.2). The mail ends with a line break.
    private static byte[] DotStuffed(byte[] mail)
    {
        var stuffed = new MemoryStream(mail.Length + 64);
        var lineStart = true;
        foreach (var b in mail)
        {
            if (lineStart && b == '.')
                stuffed.WriteByte((byte)'.');
            stuffed.WriteByte(b);
            lineStart = b == '\n';
        }
        return stuffed.ToArray();
    }
}
