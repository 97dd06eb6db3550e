using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Baton.Cases;
using Baton.Learning.Online;

namespace Baton.Api;

/// <summary>What a client gets for a ticket that it opened.</summary>
public sealed record TicketAccepted(string TicketId, CaseStatus Status, TicketLinks Links);

public sealed record TicketLinks(string Self, string Events, string Messages);

public sealed record TicketPage(IReadOnlyList<CaseHeader> Items, string? NextCursor);

public sealed record EventPage(string TicketId, IReadOnlyList<EventEntry> Events);

/// <summary>One event of the log: its place, its wire name, and its body as stored.</summary>
public sealed record EventEntry(long Version, string Type, DateTimeOffset At, JsonElement Body)
{
    public static EventEntry Of(StoredEvent e) => new(e.Version, CaseEventCodec.NameOf(e.Event), e.Event.At, JsonSerializer.Deserialize(CaseEventCodec.Encode(e.Event), ApiJson.Default.JsonElement));
}

/// <summary>State of the process for probes.</summary>
public sealed record HealthReport(string Status, IReadOnlyDictionary<string, string> Checks);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CaseView))]
[JsonSerializable(typeof(TicketAccepted))]
[JsonSerializable(typeof(TicketPage))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(LocalModelState))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(FeedbackBody))]
[JsonSerializable(typeof(PersonBody))]
[JsonSerializable(typeof(PersonNoteBody))]
[JsonSerializable(typeof(PersonTextBody))]
[JsonSerializable(typeof(ReopenBody))]
[JsonSerializable(typeof(VerdictBody))]
public sealed partial class ApiJson : JsonSerializerContext;
