using Baton.Connectors;

namespace Baton.Tests.Engine;

/// <summary>A way out that keeps what it was given, and answers as a test wants.</summary>
internal sealed class RecordingChannel(string name) : IMailChannel, IChatChannel, IHelpDesk
{
    private readonly List<OutgoingMessage> _sent = [];
    private readonly List<OutgoingMessage> _attempts = [];
    private readonly Lock _gate = new();

    public string Name => name;

    public bool HonoursIdempotencyKey { get; set; } = true;

    public string From => "support@northwind.example";

    /// <summary>What comes of an attempt; what it throws is thrown.</summary>
    public Func<OutgoingMessage, Delivery> Answer { get; set; } = m => new Delivery.Sent($"provider-{m.Id}");

    public IReadOnlyList<OutgoingMessage> Attempts
    {
        get
        {
            lock (_gate)
                return [.. _attempts];
        }
    }

    public IReadOnlyList<OutgoingMessage> Sent
    {
        get
        {
            lock (_gate)
                return [.. _sent];
        }
    }

    /// <summary>The package that came with each attempt, null where none did.</summary>
    public List<byte[]?> Packages { get; } = [];

    public Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _attempts.Add(message);
            Packages.Add(context.PackageJson);
            var delivery = Answer(message);
            if (delivery is Delivery.Sent)
                _sent.Add(message);
            return Task.FromResult(delivery);
        }
    }
}
