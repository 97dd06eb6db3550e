using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Baton.Cli;

/// <summary>A JSON document of an input, and where it stands; <see cref="Error"/> instead, where it is none.</summary>
public sealed record TicketDocument(string Place, JsonElement Json, string? Error);

/// <summary>
/// Reads tickets from files, folders and standard input (<c>-</c>): one document, an array, or a document a line. Lines are read as they come,
/// so that an endless stream needs no more memory than a line; a line that is no JSON is reported and the next one is read.
/// </summary>
public static class TicketFiles
{
    public static async IAsyncEnumerable<TicketDocument> ReadAsync(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths.SelectMany(Expand))
        {
            using var reader = path == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(path, Encoding.UTF8);
            await foreach (var document in ReadAsync(path == "-" ? "standard input" : path, reader, cancellationToken))
                yield return document;
        }
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static async IAsyncEnumerable<TicketDocument> ReadAsync(string name, StreamReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        var first = await NextAsync();
        if (first is null)
            yield break;
        if (Parse(name, number, first) is { Error: not null })
        {
            foreach (var document in Whole(name, number, first + "\n" + await reader.ReadToEndAsync(cancellationToken)))
                yield return document;
            yield break;
        }
        for (var line = first; line is not null; line = await NextAsync())
        {
            foreach (var document in Documents(Parse(name, number, line)))
                yield return document;
        }

        async Task<string?> NextAsync()
        {
            string? line;
            do
            {
                line = await reader.ReadLineAsync(cancellationToken);
                number++;
            }
            while (line is not null && string.IsNullOrWhiteSpace(line));
            return line;
        }
    }

    // The first line is no document of its own. Either all the lines are one, or that line is broken and the others stand for themselves.
    private static IEnumerable<TicketDocument> Whole(string name, int number, string text)
    {
        var whole = Parse(name, number, text);
        if (whole.Error is null)
            return Documents(whole with { Place = name });
        var lines = text.Split('\n').Select((line, i) => (Line: line, Number: number + i)).Where(l => !string.IsNullOrWhiteSpace(l.Line)).Select(l => Parse(name, l.Number, l.Line)).ToList();
        return lines.Exists(d => d.Json.ValueKind == JsonValueKind.Object) ? lines.SelectMany(Documents) : [whole];
    }

    private static IEnumerable<TicketDocument> Documents(TicketDocument document) =>
        document.Json.ValueKind == JsonValueKind.Array
            ? document.Json.EnumerateArray().Select((item, i) => document with { Place = $"{document.Place}[{i}]", Json = item })
            : [document];

    private static TicketDocument Parse(string name, int number, string text)
    {
        try
        {
            return new TicketDocument($"{name}:{number}", JsonSerializer.Deserialize(text, Api.ApiJson.Default.JsonElement), null);
        }
        catch (JsonException exception)
        {
            return new TicketDocument($"{name}:{number + exception.LineNumber ?? number}", default, $"is not valid JSON at byte {exception.BytePositionInLine + 1}");
        }
    }
}
