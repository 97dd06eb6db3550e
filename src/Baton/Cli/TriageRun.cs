using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Distribution;
using Baton.Hosting;
using Baton.Intake;

namespace Baton.Cli;

/// <summary>What a triage is run with; null takes what is built in, or a directory that goes afterwards.</summary>
public sealed record TriageSettings(string? PolicyPath, string? KnowledgePath, string? DataDirectory, string? ModelPath = null);

/// <summary>A triaged case, or why a document is none.</summary>
public sealed record TriageResult(string Place, Case? Case, string? Error);

/// <summary>The server's engine without its outbox, timers and HTTP: cases run until they rest, and nothing leaves.</summary>
public sealed class TriageRun : IAsyncDisposable
{
    private const int InFlight = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly ServiceProvider _services;
    private readonly string? _temporary;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _runners;

    private TriageRun(ServiceProvider services, string? temporary)
    {
        (_services, _temporary) = (services, temporary);
        _runners = _services.GetRequiredService<RunnerPool>().RunAsync(_stop.Token);
    }

    /// <exception cref="StartException">Policy, articles or data directory cannot be used.</exception>
    public static TriageRun Start(TriageSettings settings)
    {
        var temporary = settings.DataDirectory is null ? Directory.CreateTempSubdirectory("baton-triage-").FullName : null;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Directory"] = settings.DataDirectory ?? temporary,
            ["Policy:Path"] = settings.PolicyPath,
            ["Knowledge:Path"] = settings.KnowledgePath,
            ["Reasoning:Local:Model"] = settings.ModelPath,
        }).Build();
        var options = BatonOptions.Read(configuration);
        var policy = StartChecks.FirstPolicy(options);
        StartChecks.Knowledge(options);
        var model = StartChecks.Model(options.ModelPath);
        // A temporary store needs no durability: it goes with the run.
        var store = StartChecks.OpenStore(options, durable: temporary is null, LoggerFactory.Create(Quiet).CreateLogger<SqliteCaseStore>());
        var services = new ServiceCollection();
        services.AddLogging(Quiet);
        services.AddSingleton(store);
        services.AddSingleton<ICaseStore>(store);
        services.AddBatonEngine(options, policy, model);
        return new TriageRun(services.BuildServiceProvider(), temporary);
    }

    private static void Quiet(ILoggingBuilder logging)
    {
        Logs.Configure(logging);
        logging.SetMinimumLevel(LogLevel.Warning);
    }

    /// <summary>Triages documents, many at a time; results come in the order of the documents. Tickets of one customer wait for each other, as they would have come.</summary>
    public async IAsyncEnumerable<TriageResult> TriageAsync(IAsyncEnumerable<TicketDocument> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = Channel.CreateBounded<Task<TriageResult>>(InFlight);
        var feeding = FeedAsync(documents, running.Writer, cancellationToken);
        await foreach (var result in running.Reader.ReadAllAsync(cancellationToken))
            yield return await result;
        await feeding;
    }

    /// <summary>The log of a case of this run.</summary>
    public async Task<IReadOnlyList<StoredEvent>> EventsAsync(string caseId, CancellationToken cancellationToken) =>
        await _services.GetRequiredService<ICaseStore>().ReadEventsAsync(caseId, 0, cancellationToken) ?? [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _runners;
        await _services.DisposeAsync();
        _stop.Dispose();
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }

    private async Task FeedAsync(IAsyncEnumerable<TicketDocument> documents, ChannelWriter<Task<TriageResult>> writer, CancellationToken cancellationToken)
    {
        var latest = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            await foreach (var document in documents)
            {
                var (ticket, error) = Read(document);
                if (ticket is null)
                {
                    await writer.WriteAsync(Task.FromResult(new TriageResult(document.Place, null, error)), cancellationToken);
                    continue;
                }
                var before = ticket.CustomerKey is { } key ? latest.GetValueOrDefault(key, Task.CompletedTask) : Task.CompletedTask;
                var task = TriageAsync(document.Place, ticket, before, cancellationToken);
                if (ticket.CustomerKey is { } customer)
                    latest[customer] = task;
                if (latest.Count > InFlight * 4)
                    latest = latest.Where(t => !t.Value.IsCompleted).ToDictionary(StringComparer.Ordinal);
                await writer.WriteAsync(task, cancellationToken);
            }
            writer.Complete();
        }
        catch (Exception exception)
        {
            writer.Complete(exception);
        }
    }

    private (Ticket? Ticket, string? Error) Read(TicketDocument document)
    {
        if (document.Error is not null)
            return (null, document.Error);
        var (time, ids) = (_services.GetRequiredService<TimeProvider>(), _services.GetRequiredService<TicketIds>());
        var reading = TicketReader.Read(document.Json, time.GetUtcNow(), ids.Next, "cli");
        return (reading.Ticket, reading.Errors.Count == 0 ? null : string.Join("; ", reading.Errors.Select(e => $"{e.Field} {e.Message}")));
    }

    private async Task<TriageResult> TriageAsync(string place, Ticket ticket, Task before, CancellationToken cancellationToken)
    {
        await before;
        var (opened, c) = await _services.GetRequiredService<CaseWaiting>().OpenAsync(ticket, idempotencyKey: null, LongestWait, cancellationToken);
        if (opened.Status == OpenStatus.IdTaken)
            return new TriageResult(place, null, $"id {ticket.Id} was already given to another ticket");
        var error = opened.Status == OpenStatus.Known ? $"is ticket {opened.CaseId} again" : null;
        return new TriageResult(place, c, error);
    }
}
