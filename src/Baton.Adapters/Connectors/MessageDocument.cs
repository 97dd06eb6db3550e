using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Cases;
using Baton.Connectors;

namespace Baton.Adapters.Connectors;

/// <summary>An outgoing message as JSON: what a webhook posts, and what the chat and help desk folders hold.</summary>
internal sealed record MessageDocument(
    string Id, MessagePurpose Purpose, string TicketId, string To, string? Subject, string Text, IReadOnlyDictionary<string, string> Fields, JsonElement? Package)
{
    public static byte[] Write(OutgoingMessage message, MessageContext context)
    {
        JsonElement? package = null;
        if (context.PackageJson is { } bytes)
            package = JsonElement.Parse(bytes);
        var document = new MessageDocument(message.Id, message.Purpose, context.CaseId, message.To, message.Subject, message.Body, message.Fields, package);
        return JsonSerializer.SerializeToUtf8Bytes(document, MessageJson.Readable.MessageDocument);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageDocument))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    /// <summary>Other scripts and emoji as they are: it is read by people and programs, not put into HTML.</summary>
    public static MessageJson Readable => Relaxed.Value;

    // A nested class, since the generated half's statics are not yet set while this one's are.
    private static class Relaxed
    {
        public static readonly MessageJson Value = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
