using System.Text;
using Baton.Cases;
using Baton.Connectors;

namespace Baton.Tests.Connectors;

internal static class TestMessages
{
    public static OutgoingMessage Reply(string id = "TICK-1.1.reply") => new()
    {
        Id = id,
        Purpose = MessagePurpose.Reply,
        Channel = ChannelKind.Mail,
        To = "ada@customer.example",
        Subject = "Re: the export fails",
        Body = "Hello Ada,\n\nplease try it again.",
    };

    public static OutgoingMessage HandoffMail { get; } = new()
    {
        Id = "TICK-1.2.handoff_mail",
        Purpose = MessagePurpose.HandoffMail,
        Channel = ChannelKind.Mail,
        To = "engineering@northwind.example",
        Subject = "Übernahme nötig 🔥: the production API is down since this morning and nobody of our team can work",
        Body = "ISSUE\r\nThe API is down.\n.\n..two dots\n.hidden\nGrüße, 世界 = 100 %   \n" + new string('x', 300),
        Fields = new Dictionary<string, string> { ["urgency"] = "immediate" },
        AttachPackage = true,
    };

    public static MessageContext Context { get; } = new("TICK-1", null);

    public static MessageContext WithPackage { get; } = new("TICK-1", Encoding.UTF8.GetBytes("""{"ticket":{"id":"TICK-1"},"brief":{"issue":"Größe"}}"""));
}
