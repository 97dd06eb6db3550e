using Baton.Connectors;

namespace Baton.Adapters.Connectors.Files;

/// <summary>Ticket updates as JSON files under <c>outgoing/helpdesk</c>: what is used where no help desk is configured.</summary>
/// <param name="directory">The data directory.</param>
public sealed class FileHelpDesk(string directory) : IHelpDesk
{
    private readonly OutgoingFolder _folder = new(Path.Combine(directory, "outgoing", "helpdesk"), ".json");

    public string Name => "file";

    public bool HonoursIdempotencyKey => true;

    public Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken) =>
        Task.FromResult(_folder.Write(message, context, () => MessageDocument.Write(message, context)));
}
