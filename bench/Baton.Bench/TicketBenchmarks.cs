using System.Text.Json;
using Baton.Hosting;
using Baton.Intake;
using Baton.Knowledge;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Text;
using BenchmarkDotNet.Attributes;

namespace Baton.Bench;

/// <summary>What one ticket costs in pure work: reading it, judging it, finding an article. Over the sample tickets, per ticket.</summary>
[MemoryDiagnoser]
public class TicketBenchmarks
{
    private const int Samples = 24;
    private readonly LocalReasoner _reasoner = new();
    private string[] _lines = [];
    private ReasoningInput[] _inputs = [];
    private KnowledgeIndex _knowledge = KnowledgeIndex.Empty;

    [GlobalSetup]
    public void SetUp()
    {
        _lines = [.. EmbeddedDefaults.SampleTickets()];
        if (_lines.Length != Samples)
            throw new InvalidOperationException($"there are {_lines.Length} sample tickets, and the figures are divided by {Samples}");
        _inputs = [.. _lines.Select(l => Read(l)).Select(t => new ReasoningInput { Subject = t.Subject, Text = MessageCleaner.Clean(t.Description) })];
        _knowledge = new KnowledgeIndex(EmbeddedDefaults.Articles().Select(ArticleParser.Parse));
    }

    [Benchmark(OperationsPerInvoke = Samples)]
    public int ReadTicket() => _lines.Sum(l => Read(l).Description.Length);

    [Benchmark(OperationsPerInvoke = Samples)]
    public int Tokenise() => _inputs.Sum(i => new TokenizedText(i.Text).Tokens.Count);

    [Benchmark(OperationsPerInvoke = Samples)]
    public async Task<int> ClassifyAndAnalyse()
    {
        var sum = 0;
        foreach (var input in _inputs)
        {
            // A new input each time: the reasoner keeps what it read of the one before.
            var fresh = input with { };
            var labels = await _reasoner.ClassifyAsync(fresh, CancellationToken.None);
            sum += (await _reasoner.AnalyseAsync(fresh, labels, CancellationToken.None)).Frustration ?? 0;
        }
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Samples)]
    public int SearchKnowledge() => _inputs.Sum(i => _knowledge.Search(i.Text, 3).Count);

    private static Ticket Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        return TicketReader.Read(document.RootElement, DateTimeOffset.UnixEpoch.AddYears(56), () => "T-1", "bench").Ticket!;
    }
}
