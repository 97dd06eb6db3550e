using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Baton.Connectors;

namespace Baton.Adapters.Connectors.Smtp;

/// <summary>
/// Mail through a mail server. SMTP has no key by which a repeat is dropped, so it matters when a failure came: before the end of the
/// message nothing was taken and it is tried again; after it, without an answer, nobody can tell.
/// </summary>
public sealed class SmtpMailChannel : IMailChannel
{
    private readonly SmtpOptions _options;
    private readonly TimeProvider _time;
    private readonly SslClientAuthenticationOptions _tls;

    /// <param name="options">Checked options (<see cref="SmtpOptions.Errors"/>).</param>
    /// <param name="time">For the mails' date.</param>
    public SmtpMailChannel(SmtpOptions options, TimeProvider time) : this(options, time, new SslClientAuthenticationOptions { TargetHost = options.Host }) { }

    internal SmtpMailChannel(SmtpOptions options, TimeProvider time, SslClientAuthenticationOptions tls) => (_options, _time, _tls) = (options, time, tls);

    public string Name => "smtp";

    public bool HonoursIdempotencyKey => false;

    public string From => _options.From;

    public async Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken)
    {
        if (Mailbox.TryParse(message.To) is not { } to)
            return new Delivery.Refused("The recipient is not a mail address.");
        var mail = MimeMessageWriter.Write(message, context, to, new MailSender(_options.From, _options.FromName), _time.GetUtcNow());
        var transfer = new SmtpTransfer(_options, _tls);
        try
        {
            return await transfer.SendAsync(to, mail, cancellationToken);
        }
        catch (Exception e) when (e is SmtpException or IOException or SocketException or AuthenticationException)
        {
            return transfer.EndOfMessageSent
                ? new Delivery.Uncertain($"The mail server was lost before it confirmed the message: {e.Message}.")
                : new Delivery.Retry($"The mail server at {_options.Host}:{_options.Port} cannot be used: {e.Message.TrimEnd('.')}.");
        }
        catch (OperationCanceledException) when (!transfer.EndOfMessageSent)
        {
            return new Delivery.Retry("Baton was stopped before the message was handed over.");
        }
    }
}
