using System.Text.Json;
using Baton.Cases;
using Baton.Cli;
using Baton.Hosting;
using BenchmarkDotNet.Attributes;

namespace Baton.Bench;

/// <summary>What the log of one escalated case costs: writing its events, reading and folding them, showing the case.</summary>
[MemoryDiagnoser]
public class CaseBenchmarks
{
    private StoredEvent[] _events = [];
    private (string Type, byte[] Body)[] _stored = [];
    private Case _case = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        await using var run = TriageRun.Start(new TriageSettings(null, null, null));
        var tickets = EmbeddedDefaults.SampleTickets().Select((l, i) => new TicketDocument($"{i}", JsonSerializer.Deserialize<JsonElement>(l), null)).ToAsyncEnumerable();
        await foreach (var result in run.TriageAsync(tickets, CancellationToken.None))
        {
            if (result.Case is { Handoff: not null } c)
                _case = c;
        }
        _events = [.. await run.EventsAsync(_case.Id, CancellationToken.None)];
        _stored = [.. _events.Select(e => (CaseEventCodec.NameOf(e.Event), CaseEventCodec.Encode(e.Event)))];
    }

    [Benchmark]
    public int Encode() => _events.Sum(e => CaseEventCodec.Encode(e.Event).Length);

    [Benchmark]
    public int Decode() => _stored.Sum(e => CaseEventCodec.Decode(e.Type, e.Body).At.Second);

    [Benchmark]
    public long Fold() => Case.Fold(null, _events).Version;

    [Benchmark]
    public int View() => JsonSerializer.SerializeToUtf8Bytes(CaseView.Of(_case), Api.ApiJson.Default.CaseView).Length;
}
