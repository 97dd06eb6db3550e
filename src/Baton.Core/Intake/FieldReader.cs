using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Baton.Cases;

namespace Baton.Intake;

/// <summary>Reads typed fields of a JSON object without <see cref="JsonText.Fault"/> and collects what is wrong with each. A field that is absent or null is simply not there.</summary>
public sealed partial class FieldReader(JsonElement root)
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    public void Error(string field, string message) => _errors.Add(new FieldError(field, message));

    public bool HasError(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (_errors.Exists(e => e.Field == field))
                return true;
        }
        return false;
    }

    /// <summary>Text over several lines, without the NUL that no mail can hold.</summary>
    public string? Text(string field, int longest)
    {
        if (!TryGet(field, JsonValueKind.String, "a text", out var value))
            return null;
        var text = value.GetString()!;
        if (text.Length > longest)
        {
            Error(field, $"has {text.Length:N0} characters; at most {longest:N0} are taken".ToString(CultureInfo.InvariantCulture));
            return null;
        }
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>Text on one line: line breaks become spaces, blanks around it go, empty is absent.</summary>
    public string? Line(string field, int longest)
    {
        var text = Text(field, longest)?.ReplaceLineEndings(" ").Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public string? Id(string field)
    {
        var id = Line(field, TextLimits.Name);
        if (id is null || IdForm().IsMatch(id))
            return id;
        Error(field, "may hold letters, digits and . _ : - only, 100 at most, since it is part of addresses");
        return null;
    }

    public string? Email(string field)
    {
        var email = Line(field, TextLimits.Name);
        if (email is null || EmailForm().IsMatch(email))
            return email;
        Error(field, $"is not a mail address: '{Shortened(email)}'");
        return null;
    }

    public T Word<T>(string field) where T : struct, Enum
    {
        var word = Line(field, TextLimits.Name);
        if (word is not null && !Words.TryParse<T>(word.ToLowerInvariant(), out _))
            Error(field, $"is '{Shortened(word)}', and must be one of {string.Join(", ", Words.All<T>())}");
        return Words.TryParse<T>(word?.ToLowerInvariant(), out var value) ? value : default;
    }

    public decimal? Amount(string field)
    {
        if (!TryGet(field, JsonValueKind.Number, "a number", out var value))
            return null;
        if (value.TryGetDecimal(out var amount) && amount is >= 0 and <= 1_000_000_000_000m)
            return amount;
        Error(field, "must be a number from 0 to 1,000,000,000,000");
        return null;
    }

    public int? Count(string field)
    {
        if (!TryGet(field, JsonValueKind.Number, "a whole number", out var value))
            return null;
        if (value.TryGetInt32(out var count) && count is >= 0 and <= 10_000_000)
            return count;
        Error(field, "must be a whole number from 0 to 10,000,000");
        return null;
    }

    /// <summary>A whole number without a range of its own.</summary>
    public int? Whole(string field)
    {
        if (!TryGet(field, JsonValueKind.Number, "a whole number", out var value))
            return null;
        if (value.TryGetInt32(out var whole))
            return whole;
        Error(field, "must be a whole number");
        return null;
    }

    public bool? Truth(string field)
    {
        if (!root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Error(field, $"must be true or false, not {TicketReader.Name(value.ValueKind)}");
        return null;
    }

    public DateTimeOffset? Time(string field)
    {
        if (!TryGet(field, JsonValueKind.String, "a time such as 2026-03-02T10:00:00Z", out var value))
            return null;
        if (value.TryGetDateTimeOffset(out var time))
            return time;
        Error(field, "must be an ISO 8601 time such as 2026-03-02T10:00:00Z");
        return null;
    }

    public IReadOnlyList<string> Lines(string field)
    {
        if (!TryGet(field, JsonValueKind.Array, "a list of texts", out var value))
            return [];
        if (value.GetArrayLength() > TextLimits.ListItems)
        {
            Error(field, $"has more than {TextLimits.ListItems} items");
            return [];
        }
        var items = new List<string>();
        foreach (var (i, item) in value.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: <= TextLimits.Line } text)
                items.Add(text.ReplaceLineEndings(" "));
            else
                Error($"{field}[{i}]", $"must be a text of at most {TextLimits.Line} characters");
        }
        return items;
    }

    /// <summary>An object of texts; of numbers too, by their digits, where it says so.</summary>
    public IReadOnlyDictionary<string, string>? Map(string field, bool numbers = false)
    {
        if (!TryGet(field, JsonValueKind.Object, "an object of texts", out var value))
            return null;
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String)
                map[property.Name] = property.Value.GetString()!;
            else if (numbers && property.Value.ValueKind == JsonValueKind.Number)
                map[property.Name] = property.Value.GetRawText();
            else
                Error($"{field}.{property.Name}", "must be a text");
        }
        return map;
    }

    private bool TryGet(string field, JsonValueKind kind, string expected, out JsonElement value)
    {
        if (!root.TryGetProperty(field, out value) || value.ValueKind == JsonValueKind.Null)
            return false;
        if (value.ValueKind == kind)
            return true;
        Error(field, $"must be {expected}, not {TicketReader.Name(value.ValueKind)}");
        return false;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:\-]{0,99}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[^\s@<>,;""()\[\]\\]{1,64}@[^\s@<>,;""()\[\]\\]{1,189}\z")]
    private static partial Regex EmailForm();
}
