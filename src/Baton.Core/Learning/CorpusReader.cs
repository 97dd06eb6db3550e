using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Cases;

namespace Baton.Learning;

/// <summary>A row that cannot be used, with its line.</summary>
public sealed class CorpusException(string message) : Exception(message);

/// <summary>Reads labelled tickets from JSON lines: the corpus' own fields, and <c>sentiment_score</c> from -4 to 4, which some evaluation sets have.</summary>
public static class CorpusReader
{
    /// <summary>Which part a row belongs to: of a hundred, seventy train, fifteen validate, fifteen test.</summary>
    public static CorpusPart PartOf(string id)
    {
        var share = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id)), 0) % 100;
        return share < 70 ? CorpusPart.Train : share < 85 ? CorpusPart.Validation : CorpusPart.Test;
    }

    /// <exception cref="CorpusException">A row is not JSON, lacks its text, or has a word that is no label.</exception>
    public static IEnumerable<LabelledTicket> Read(string path, double weight = 1)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, $"{Path.GetFileName(path)} line {number}", weight);
        }
    }

    public static LabelledTicket Parse(string line, string place, double weight = 1)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Row(new Fields(document.RootElement, place), weight);
        }
        catch (JsonException exception)
        {
            throw new CorpusException($"{place}: is not JSON: {exception.Message}");
        }
    }

    private static LabelledTicket Row(Fields f, double weight) => new()
    {
        Id = f.Text("id") ?? f.Place,
        Source = f.Text("source") ?? f.Text("industry") ?? "",
        Language = f.Text("lang"),
        Subject = f.Text("subject"),
        Text = f.Text("text") ?? throw new CorpusException($"{f.Place}: text is missing"),
        Category = f.Word<Category>("category"),
        Priority = f.Word<Priority>("priority"),
        Complexity = f.Word<Complexity>("complexity"),
        IssueType = f.Word<IssueType>("issueType"),
        Sentiment = f.Word<Sentiment>("sentiment"),
        Frustration = f.Number("frustration", 0, 100) is { } frustration ? (int)Math.Round(frustration) : null,
        Valence = f.Number("sentiment_score", -4, 4) is { } score ? (score + 4) / 8 : null,
        Escalate = f.Flag("escalate"),
        Why = f.Has("industry") ? f.Text("why") : null,
        // The corpus leaves empty lists out; elsewhere a missing list says nothing.
        Signals = f.Words<EscalationSignal>("signals") ?? (f.Has("industry") ? [] : null),
        Urgency = f.Words<UrgencyIndicator>("urgency") ?? (f.Has("industry") ? [] : null),
        Weight = weight,
    };

    private readonly record struct Fields(JsonElement Row, string Place)
    {
        public bool Has(string name) => Row.TryGetProperty(name, out _);

        public string? Text(string name) => Row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        public bool? Flag(string name) => Row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

        public double? Number(string name, double least, double most)
        {
            if (!Row.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number)
                return null;
            var number = value.GetDouble();
            return number >= least && number <= most ? number : throw new CorpusException($"{Place}: {name} is {number} and must be from {least} to {most}");
        }

        public T? Word<T>(string name) where T : struct, Enum => Text(name) is { } word ? Parse<T>(name, word) : null;

        public List<T>? Words<T>(string name) where T : struct, Enum
        {
            if (!Row.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
                return null;
            var words = new List<T>();
            foreach (var item in list.EnumerateArray())
                words.Add(Parse<T>(name, item.GetString() ?? ""));
            return words;
        }

        private T Parse<T>(string name, string word) where T : struct, Enum =>
            Baton.Cases.Words.TryParse<T>(word, out var value) ? value : throw new CorpusException($"{Place}: {name} is '{word}' and must be one of {string.Join(", ", Baton.Cases.Words.All<T>())}");
    }
}
