using System.Text.Json;
using Baton.Cases;

namespace Baton.Intake;

/// <summary>A field that cannot be taken as it is: its name, and how to mend it.</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>A ticket, or what is wrong with it.</summary>
public sealed record TicketReading(Ticket? Ticket, IReadOnlyList<FieldError> Errors);

/// <summary>
/// Reads the ticket JSON of every entrance (API, command line, webhooks). All faults are named at once. Unknown fields are kept;
/// <c>{"support":{"ticket":{…}}}</c> is the same as the bare object.
/// </summary>
public static class TicketReader
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id", "subject", "description", "message", "customerEmail", "customerName", "channel", "customerId", "customerTier", "accountValue",
        "lifetimeValue", "previousTicketCount", "supportHistory", "escalationHistory", "externalId", "source", "receivedAt", "headers",
    };

    /// <param name="json">The document.</param>
    /// <param name="now">When it came; a time of its own that cannot be true gives way to this.</param>
    /// <param name="newId">Names a ticket that brings no id.</param>
    /// <param name="source">The entrance, where the ticket names none.</param>
    public static TicketReading Read(JsonElement json, DateTimeOffset now, Func<string> newId, string source)
    {
        if (JsonText.Fault(json) is { } fault)
            return new TicketReading(null, [fault]);
        var root = Unwrap(json);
        if (root.ValueKind != JsonValueKind.Object)
            return new TicketReading(null, [new FieldError("$", $"a ticket is a JSON object, not {Name(root.ValueKind)}")]);
        var fields = new FieldReader(root);
        var text = fields.Text("description", TextLimits.Message) ?? fields.Text("message", TextLimits.Message);
        if (string.IsNullOrWhiteSpace(text) && !fields.HasError("description", "message"))
            fields.Error("description", "is missing or empty: give the customer's words as description or message");
        var received = fields.Time("receivedAt");
        var plausible = received is { } at && at >= Earliest && at <= now.AddDays(1);
        var ticket = new Ticket
        {
            Id = fields.Id("id") ?? newId(),
            Subject = fields.Line("subject", TextLimits.Line),
            Description = text ?? "",
            CustomerEmail = fields.Email("customerEmail"),
            CustomerName = fields.Line("customerName", TextLimits.Name),
            Channel = fields.Line("channel", TextLimits.Name)?.ToLowerInvariant() ?? "email",
            CustomerId = fields.Line("customerId", TextLimits.Name),
            CustomerTier = fields.Word<CustomerTier>("customerTier"),
            AccountValue = fields.Amount("accountValue"),
            LifetimeValue = fields.Amount("lifetimeValue"),
            PreviousTicketCount = fields.Count("previousTicketCount"),
            SupportHistory = fields.Lines("supportHistory"),
            EscalationHistory = fields.Lines("escalationHistory"),
            ExternalId = fields.Line("externalId", TextLimits.Name),
            Source = fields.Line("source", TextLimits.Name) ?? source,
            ReceivedAt = plausible ? received!.Value.ToUniversalTime() : now,
            Headers = fields.Map("headers"),
            Extra = Unknown(root, keepReceivedAt: received is not null && !plausible),
        };
        return fields.Errors.Count > 0 ? new TicketReading(null, fields.Errors) : new TicketReading(ticket, []);
    }

    private static JsonElement Unwrap(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("support", out var support) && support.ValueKind == JsonValueKind.Object
        && support.TryGetProperty("ticket", out var ticket) ? ticket : json;

    private static Dictionary<string, JsonElement>? Unknown(JsonElement root, bool keepReceivedAt)
    {
        Dictionary<string, JsonElement>? extra = null;
        foreach (var property in root.EnumerateObject())
        {
            if (!Known.Contains(property.Name))
                (extra ??= [])[property.Name] = property.Value.Clone();
            else if (keepReceivedAt && property.Name == "receivedAt")
                (extra ??= [])["receivedAtGiven"] = property.Value.Clone();
        }
        return extra;
    }

    internal static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}

/// <summary>Lengths, in characters, that fields are taken up to.</summary>
public static class TextLimits
{
    public const int Message = 1_000_000;
    public const int Line = 1_000;
    public const int Name = 254;
    public const int ListItems = 200;
}
