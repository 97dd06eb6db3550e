using System.Text.Json;

namespace Baton.Acceptance.Running;

/// <summary>A part of a JSON answer, reached by a path of keys: <c>view["decision.targetTeam"].Text</c>. A key that is not there fails the test.</summary>
internal readonly record struct Json(JsonElement Element)
{
    public Json this[string path] => path.Split('.').Aggregate(this, (json, key) => json.Child(key));

    public Json this[int index] => new(Element[index]);

    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public string? Text => Element.ValueKind == JsonValueKind.Null ? null : Element.ValueKind == JsonValueKind.String ? Element.GetString() : Element.GetRawText();

    public int Number => Element.GetInt32();

    public double Real => Element.GetDouble();

    public bool Truth => Element.GetBoolean();

    public DateTimeOffset Time => Element.GetDateTimeOffset();

    public IReadOnlyList<Json> Items => [.. Element.EnumerateArray().Select(e => new Json(e))];

    public IReadOnlyList<string> Words => [.. Element.EnumerateArray().Select(e => e.GetString()!)];

    public IReadOnlyList<string> Keys => [.. Element.EnumerateObject().Select(p => p.Name)];

    public static Json Parse(string text)
    {
        try
        {
            return new(JsonSerializer.Deserialize<JsonElement>(text));
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"this is not JSON ({exception.Message}): {text}", exception);
        }
    }

    public Json? Find(string key) => Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(key, out var value) ? new(value) : null;

    public override string ToString() => Element.ValueKind == JsonValueKind.Undefined ? "(nothing)" : Element.GetRawText();

    private Json Child(string key) => Find(key) ?? throw new InvalidOperationException($"there is no {key} in {this}");
}
