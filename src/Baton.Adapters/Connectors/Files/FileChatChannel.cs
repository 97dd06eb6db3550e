using Baton.Connectors;

namespace Baton.Adapters.Connectors.Files;

/// <summary>Chat messages as JSON files under <c>outgoing/chat</c>: what is used where no chat platform is configured.</summary>
/// <param name="directory">The data directory.</param>
public sealed class FileChatChannel(string directory) : IChatChannel
{
    private readonly OutgoingFolder _folder = new(Path.Combine(directory, "outgoing", "chat"), ".json");

    public string Name => "file";

    public bool HonoursIdempotencyKey => true;

    public Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken) =>
        Task.FromResult(_folder.Write(message, context, () => MessageDocument.Write(message, context)));
}
