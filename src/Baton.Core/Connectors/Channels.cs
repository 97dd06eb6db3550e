using Baton.Cases;

namespace Baton.Connectors;

/// <summary>The configured way out for each kind of channel; the file channels where nothing is configured.</summary>
public sealed record Channels(IMailChannel Mail, IChatChannel Chat, IHelpDesk HelpDesk)
{
    public IOutboundChannel For(ChannelKind kind) => kind switch
    {
        ChannelKind.Mail => Mail,
        ChannelKind.Chat => Chat,
        ChannelKind.HelpDesk => HelpDesk,
    };
}
