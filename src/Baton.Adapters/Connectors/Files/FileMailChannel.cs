using Baton.Connectors;

namespace Baton.Adapters.Connectors.Files;

/// <summary>Mail as <c>.eml</c> files under <c>outgoing/mail</c>: what is used where no mail server is configured.</summary>
/// <param name="directory">The data directory.</param>
/// <param name="from">Who the mails come from.</param>
/// <param name="time">For their date.</param>
public sealed class FileMailChannel(string directory, MailSender from, TimeProvider time) : IMailChannel
{
    private readonly OutgoingFolder _folder = new(Path.Combine(directory, "outgoing", "mail"), ".eml");

    public string Name => "file";

    public bool HonoursIdempotencyKey => true;

    public string From => from.Address;

    public Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Mailbox.TryParse(message.To) is { } to
            ? _folder.Write(message, context, () => MimeMessageWriter.Write(message, context, to, from, time.GetUtcNow()))
            : new Delivery.Refused("The recipient is not a mail address."));
}
