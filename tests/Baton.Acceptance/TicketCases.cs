using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Acceptance.Running;

namespace Baton.Acceptance;

/// <summary>The judged tickets under <c>Tickets/</c>: a name, a ticket, and what must be made of it. All of them go through one <c>baton triage</c>.</summary>
public sealed class TicketCases : IAsyncLifetime
{
    private static readonly string[] Files = ["paraphrases.jsonl", "neighbours.jsonl"];
    private Dictionary<string, Json> _views = [];

    public static TheoryData<string> NamesOf(string file) => [.. Read(file).Select(c => c["case"].Text!)];

    /// <summary>What the ticket of this name is expected to become, and what became of it.</summary>
    internal (Json Expected, Json View) Of(string name) => (Files.SelectMany(Read).First(c => c["case"].Text == name)["expect"], _views[name]);

    public async ValueTask InitializeAsync()
    {
        var cases = Files.SelectMany(Read).Select((c, i) => (Name: c["case"].Text!, Id: $"T-{i}", Ticket: c["ticket"])).ToList();
        var run = await BatonCli.RunAsync(["triage", "--json", "-"], string.Join('\n', cases.Select(c => WithId(c.Ticket, c.Id))));
        run.ExitCode.ShouldBe(0, run.Error);
        var views = run.Cases.ToDictionary(v => v["ticketId"].Text!);
        _views = cases.ToDictionary(c => c.Name, c => views[c.Id]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<Json> Read(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tickets", file)).Select(Json.Parse);

    private static string WithId(Json ticket, string id)
    {
        var with = JsonSerializer.Deserialize<JsonObject>(ticket.Element)!;
        with["id"] = id;
        return with.ToJsonString();
    }
}
