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

    public static LabelledTicket Parse(string line, string place, double weight = 1) => Parse(line, place, f => Row(f, weight));

    /// <summary>Reads a line, naming its place where it is not JSON.</summary>
    internal static T Parse<T>(string line, string place, Func<RowFields, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(new RowFields(document.RootElement, place));
        }
        catch (JsonException exception)
        {
            throw new CorpusException($"{place}: is not JSON: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new CorpusException($"{place}: is no text: a name in it escapes half a character");
        }
    }

    internal static LabelledTicket Row(RowFields f, double weight = 1) => new()
    {
        Id = f.Id("id") ?? f.Place,
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
}
