using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Baton.Intake;

/// <summary>
/// Finds what the JSON parser lets pass and is no text: bytes that are no UTF-8, and escapes for half of a surrogate pair. Neither can be kept or sent.
/// Looked for once where JSON enters, since a single broken name makes every look-up beside it fail.
/// </summary>
public static class JsonText
{
    /// <summary>The first name or value that is no text, by its path (a name by the path of its object, <c>$</c> for the whole); null when all are.</summary>
    public static FieldError? Fault(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        return (!Utf8.IsValid(raw) || raw.IndexOf("\\u"u8) >= 0) && BrokenAt(json, "") is { } path
            ? new FieldError(path.Length == 0 ? "$" : path, "is no text: it holds half of a surrogate pair, or bytes that are not UTF-8")
            : null;
    }

    private static string? BrokenAt(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return IsText(() => json.GetString()) ? null : path;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select((item, i) => BrokenAt(item, $"{path}[{i}]")).FirstOrDefault(p => p is not null);
            case JsonValueKind.Object:
                return json.EnumerateObject().Select(p => IsText(() => p.Name) ? BrokenAt(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}") : path).FirstOrDefault(p => p is not null);
            default:
                return null;
        }
    }

    private static bool IsText(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
