using System.Text.Json.Nodes;

namespace Baton.Acceptance.Crash;

/// <summary>Many stories, told by a few clients side by side, no faster than the gate lets them begin.</summary>
internal sealed class Stories(int count) : IDisposable
{
    private const int SideBySide = 16;
    private readonly SemaphoreSlim _gate = new(0);

    public IReadOnlyList<Story> All { get; } = [.. Tickets(count).Select((ticket, i) => new Story(i, ticket))];

    /// <summary>Lets so many more of them begin.</summary>
    public void Begin(int more) => _gate.Release(more);

    public Task PlayAsync(RetryingClient client, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(All, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (story, token) =>
        {
            await _gate.WaitAsync(token);
            await story.PlayAsync(client, token);
        });

    public void Dispose() => _gate.Dispose();

    // The sample tickets and the scenarios in turn, each for a customer of its own: the same one again and again would be repeat contact, and would soon get no more mail.
    private static IEnumerable<JsonObject> Tickets(int count)
    {
        var samples = File.ReadLines(Repository.File("samples", "tickets.jsonl")).Where(line => line.Length > 0).Select(line => Ticket(JsonNode.Parse(line)!))
            .Concat(Directory.GetFiles(Repository.File("samples", "scenarios"), "*.json").Order(StringComparer.Ordinal).Select(file => Ticket(JsonNode.Parse(File.ReadAllText(file))!)))
            .ToList();
        for (var i = 0; i < count; i++)
        {
            var ticket = (JsonObject)samples[i % samples.Count].DeepClone();
            ticket.Remove("id");
            ticket["customerId"] = $"C-{i}";
            ticket["customerEmail"] = $"customer-{i}@shop.example";
            if (i % 7 == 0)
                (ticket["source"], ticket["externalId"]) = ("desk", $"desk-{i}");
            yield return ticket;
        }
    }

    private static JsonObject Ticket(JsonNode document) => (JsonObject)(document["support"]?["ticket"] ?? document);
}
