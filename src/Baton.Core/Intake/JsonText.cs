using System.Runtime.InteropServices;
using System.Text.Json;

namespace Baton.Intake;

/// <summary>
/// Finds what JSON allows and text does not: an escape may stand for half of a surrogate pair, which can be neither kept nor sent.
/// Looked for once where JSON enters, since a single broken name makes every look-up beside it fail.
/// </summary>
public static class JsonText
{
    /// <summary>The first name or value that is no text, by its path (<c>$</c> where a name is); null when all are.</summary>
    public static FieldError? Fault(JsonElement json) =>
        JsonMarshal.GetRawUtf8Value(json).IndexOf("\\u"u8) >= 0 && BrokenAt(json, "") is { } path
            ? new FieldError(path, "holds half of a surrogate pair, which is no text: send valid UTF-8")
            : null;

    private static string? BrokenAt(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return IsText(() => json.GetString()) ? null : path;
            case JsonValueKind.Array:
                return json.EnumerateArray().Select((item, i) => BrokenAt(item, $"{path}[{i}]")).FirstOrDefault(p => p is not null);
            case JsonValueKind.Object:
                return json.EnumerateObject().Select(p => IsText(() => p.Name) ? BrokenAt(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}") : "$").FirstOrDefault(p => p is not null);
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
