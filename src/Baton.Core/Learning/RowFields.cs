using System.Text.Json;

namespace Baton.Learning;

/// <summary>The fields of a labelled row. A field that is missing or null says nothing; one that is there and wrong is named with its place.</summary>
internal readonly record struct RowFields
{
    private readonly JsonElement _row;

    /// <exception cref="CorpusException">The line holds no JSON object.</exception>
    public RowFields(JsonElement row, string place)
    {
        if (row.ValueKind != JsonValueKind.Object)
            throw new CorpusException($"{place}: is not a JSON object: a row is {{\"text\": …}} on one line");
        (_row, Place) = (row, place);
    }

    public string Place { get; }

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Find(name) is not { } value ? null : value.ValueKind == JsonValueKind.String ? TextOf(name, value) : throw Wrong(name, value, "text");

    /// <summary>An id may be a number; it is known by how it is written.</summary>
    public string? Id(string name) => Find(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(name);

    public bool? Flag(string name) => Find(name) is not { } value ? null : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, value, "true or false");

    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Number)
            throw Wrong(name, value, $"a number from {least} to {most}");
        var number = value.GetDouble();
        return number >= least && number <= most ? number : throw new CorpusException($"{Place}: {name} is {number} and must be from {least} to {most}");
    }

    public T? Word<T>(string name) where T : struct, Enum => Text(name) is { } word ? Parse<T>(name, word) : null;

    /// <summary>A word that must be one of these.</summary>
    public string? Word(string name, IEnumerable<string> words) => Text(name) is not { } word ? null : words.Contains(word) ? word : throw Unknown(name, word, words);

    public List<T>? Words<T>(string name) where T : struct, Enum
    {
        if (Find(name) is not { } list)
            return null;
        var (place, fields) = (name, this);
        return list.ValueKind != JsonValueKind.Array ? throw Wrong(name, list, "a list of words")
            : [.. list.EnumerateArray().Select(item => fields.Parse<T>(place, item.ValueKind == JsonValueKind.String ? fields.TextOf(place, item) : item.GetRawText()))];
    }

    /// <summary>The rows of a list of objects.</summary>
    public List<RowFields>? Rows(string name)
    {
        if (Find(name) is not { } list)
            return null;
        var place = Place;
        return list.ValueKind != JsonValueKind.Array ? throw Wrong(name, list, "a list") : [.. list.EnumerateArray().Select((item, i) => new RowFields(item, $"{place}: {name}[{i}]"))];
    }

    private JsonElement? Find(string name) => _row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    // JSON can escape half a character, which no text holds.
    private string TextOf(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new CorpusException($"{Place}: {name} is no text: it escapes half a character");
        }
    }

    private T Parse<T>(string name, string word) where T : struct, Enum => Baton.Cases.Words.TryParse<T>(word, out var value) ? value : throw Unknown(name, word, Baton.Cases.Words.All<T>());

    private CorpusException Unknown(string name, string word, IEnumerable<string> words) => new($"{Place}: {name} is '{Short(word)}' and must be one of {string.Join(", ", words)}");

    private CorpusException Wrong(string name, JsonElement value, string wanted) => new($"{Place}: {name} is {Short(value.GetRawText())} and must be {wanted}");

    // What stands in a row may be long, and may hold what a terminal obeys.
    private static string Short(string text)
    {
        var plain = string.Concat(text.Take(60).Select(ch => char.IsControl(ch) || char.IsSurrogate(ch) ? '?' : ch));
        return text.Length > 60 ? plain + "…" : plain;
    }
}
