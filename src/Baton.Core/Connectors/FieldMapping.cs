using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Cases;

namespace Baton.Connectors;

/// <summary>
/// Makes a ticket's JSON (spec section 10) out of whatever JSON another system sends, by configuration: each ticket field names a path
/// (<c>Subject = "ticket.title"</c>, <c>Description = "comments[0].body"</c>) or a constant (<c>Source = "=zendesk"</c>).
/// What it makes is not yet a ticket: the API's reader checks it like any other.
/// </summary>
public sealed class FieldMapping
{
    // Of a further message on a ticket that comes again; no fields of the ticket itself.
    private const string MessageId = "messageId";
    private const string MessageText = "messageText";

    private static readonly Dictionary<string, Func<JsonElement, JsonNode?>> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = Text,
        ["subject"] = Text,
        ["description"] = Text,
        ["customerEmail"] = Text,
        ["customerName"] = Text,
        ["channel"] = Text,
        ["customerId"] = Text,
        ["customerTier"] = Text,
        ["accountValue"] = Number,
        ["lifetimeValue"] = Number,
        ["previousTicketCount"] = Number,
        ["supportHistory"] = List,
        ["escalationHistory"] = List,
        ["externalId"] = Text,
        ["source"] = Text,
        ["receivedAt"] = Time,
        ["headers"] = Headers,
        [MessageId] = Text,
        [MessageText] = Text,
    };

    private readonly List<Rule> _rules = [];

    private FieldMapping() { }

    /// <summary>Reads a mapping from configuration; what is wrong comes back in <paramref name="errors"/>, each naming its field.</summary>
    /// <param name="configuration">Ticket field (in any case) to path or constant.</param>
    /// <param name="errors">Empty when the mapping is good.</param>
    public static FieldMapping? TryParse(IEnumerable<KeyValuePair<string, string>> configuration, out IReadOnlyList<string> errors)
    {
        var mapping = new FieldMapping();
        var found = new List<string>();
        foreach (var (key, value) in configuration)
        {
            if (Fields.Keys.FirstOrDefault(f => f.Equals(key, StringComparison.OrdinalIgnoreCase)) is not { } field)
                found.Add($"{key} is not a field of a ticket; the fields are {string.Join(", ", Fields.Keys)}");
            else if (value.StartsWith('='))
                mapping._rules.Add(new Rule(field, null, JsonSerializer.SerializeToElement(value[1..])));
            else if (JsonPath.TryParse(value) is { } path)
                mapping._rules.Add(new Rule(field, path, default));
            else
                found.Add($"{field}: '{value}' is not a path like ticket.comments[0].body, nor a constant like =web");
        }
        if (mapping._rules.All(r => r.Field != "description"))
            found.Add("description must be mapped: a ticket is nothing without the customer's words");
        errors = found;
        return found.Count == 0 ? mapping : null;
    }

    /// <summary>
    /// The ticket's JSON, or what was wrong, each naming field and path. A path that leads nowhere leaves its field out,
    /// but for the description, which there must be.
    /// </summary>
    public FieldMappingResult Apply(JsonElement document)
    {
        var ticket = new JsonObject();
        var errors = new List<string>();
        foreach (var rule in _rules)
        {
            if ((rule.Path is null ? rule.Constant : rule.Path.Find(document)) is not { } value)
            {
                if (rule.Field == "description")
                    errors.Add($"description: there is nothing at '{rule.Path?.Text}'");
            }
            else if (Fields[rule.Field](value) is { } node)
                ticket[rule.Field] = node;
            else
                errors.Add($"{rule.Field}: what is at '{rule.Path?.Text ?? "the constant"}' cannot be used ({Describe(value)})");
        }
        var followUp = new FollowUp(Take(ticket, MessageId), Take(ticket, MessageText));
        return new FieldMappingResult(errors.Count == 0 ? ticket : null, followUp, errors);
    }

    private static string? Take(JsonObject ticket, string field) => ticket.Remove(field, out var value) ? value?.GetValue<string>() : null;

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    // Systems write ids as numbers: their digits are taken as they are.
    private static JsonValue? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(value.GetString()),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => JsonValue.Create(value.GetRawText()),
        _ => null,
    };

    private static JsonValue? Number(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;
    }

    private static JsonArray? List(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Text(value) is { } single ? new JsonArray(single) : null;
        var items = value.EnumerateArray().Select(Text).ToArray();
        return items.Contains(null) ? null : new JsonArray(items);
    }

    // A number is unix seconds; a text is for the ticket's reader to judge.
    private static JsonValue? Time(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            return value.ValueKind == JsonValueKind.String ? Text(value) : null;
        return value.TryGetInt64(out var seconds) && seconds >= 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? JsonValue.Create(DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            : null;
    }

    private static JsonObject? Headers(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var headers = new JsonObject();
        foreach (var header in value.EnumerateObject().Where(h => h.Value.ValueKind == JsonValueKind.String))
            headers[header.Name] = header.Value.GetString();
        return headers;
    }

    private sealed record Rule(string Field, JsonPath? Path, JsonElement? Constant);
}

/// <summary>A ticket's JSON, or (null) the reasons why there is none; and what was found of a further message, should the ticket be known already.</summary>
public sealed record FieldMappingResult(JsonObject? Ticket, FollowUp FollowUp, IReadOnlyList<string> Errors);
