using System.Globalization;
using System.Text.Json;

namespace Baton.Connectors;

/// <summary>Where in a JSON document a value is: names divided by dots, and array indexes in brackets (<c>items[0].text</c>).</summary>
internal sealed class JsonPath
{
    // A name, or an index.
    private readonly List<(string? Name, int Index)> _steps = [];

    private JsonPath(string text) => Text = text;

    public string Text { get; }

    /// <summary>Null when the text is not a path.</summary>
    public static JsonPath? TryParse(string text)
    {
        var path = new JsonPath(text);
        foreach (var (position, part) in text.Split('.').Index())
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            // Only at the very start may an index stand without a name before it: the document is an array.
            if (name.Length > 0)
                path._steps.Add((name, 0));
            else if (position > 0 || bracket < 0)
                return null;
            if (bracket >= 0 && !path.TryAddIndexes(part[bracket..]))
                return null;
        }
        return path;
    }

    /// <summary>The value there; null when there is none, or it is null.</summary>
    public JsonElement? Find(JsonElement document)
    {
        var at = document;
        foreach (var (name, index) in _steps)
        {
            if (name is not null)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                    return null;
            }
            else
            {
                if (at.ValueKind != JsonValueKind.Array || index >= at.GetArrayLength())
                    return null;
                at = at[index];
            }
        }
        return at.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : at;
    }

    private bool TryAddIndexes(string brackets)
    {
        if (brackets[^1] != ']')
            return false;
        foreach (var digits in brackets[1..^1].Split("]["))
        {
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                return false;
            _steps.Add((null, index));
        }
        return true;
    }
}
