using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Connectors;
using Baton.Distribution;
using Baton.Hosting;
using Baton.Intake;
using Baton.Knowledge;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Microsoft.Extensions.Logging.Abstractions;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Engine;

/// <summary>
/// The real engine on a clock that a test moves: store, steps, runner, outbox, timers and watchdog, pumped one after the other instead of by loops,
/// so that every run of a test is the same.
/// </summary>
internal sealed class EngineHarness : IAsyncDisposable
{
    private static readonly Lazy<Policy> BuiltIn = new(() => PolicyLoading.Check(PolicyLoading.Files(null)).Policy!);
    private static readonly Lazy<KnowledgeSource> Articles = new(() => new KnowledgeSource(EmbeddedDefaults.Articles(), NullLogger<KnowledgeSource>.Instance));

    private readonly TestDirectory _directory = new();
    private readonly EngineParts _parts;
    private readonly Signal _signal = new();
    private readonly CurrentPolicy _policy;
    private SqliteCaseStore _file = null!;
    private int _opened;

    public EngineHarness(EngineParts? parts = null)
    {
        _parts = parts ?? new EngineParts();
        _policy = new CurrentPolicy((_parts.Policy ?? (p => p))(BuiltIn.Value));
        Start();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ManualTime Time { get; } = new();
    public RecordingChannel Mail { get; } = new("mail");
    public RecordingChannel Chat { get; } = new("chat");
    public RecordingChannel Desk { get; } = new("desk");
    public Policy Policy => _policy.Current;
    public IPolicySource Policies => _policy;
    public InterceptedStore Store { get; private set; } = null!;
    public InProcessQueue Queue { get; private set; } = null!;
    public BatonPipeline Pipeline { get; private set; } = null!;
    public CaseCommands Commands { get; private set; } = null!;
    public CaseRunner Runner { get; private set; } = null!;
    public OutboxDispatcher Outbox { get; private set; } = null!;
    public TimerService Timers { get; private set; } = null!;
    public Watchdog Watchdog { get; private set; } = null!;
    public NodeOptions Node { get; private set; } = null!;

    /// <summary>Ends the process, as a kill does, and starts the next one on the same data.</summary>
    public async Task RestartAsync()
    {
        _file.Dispose();
        Queue.Dispose();
        Start();
        await Outbox.ResolveInterruptedAsync(Token);
    }

    /// <summary>Opens a case and gives its id; nothing has run yet.</summary>
    public async Task<string> OpenAsync(Ticket ticket) => (await Commands.OpenAsync(ticket, null, Token)).CaseId;

    /// <summary>Opens a case and brings it to rest.</summary>
    public async Task<string> HandleAsync(Ticket ticket)
    {
        var id = await OpenAsync(ticket);
        await RunUntilRestAsync();
        return id;
    }

    /// <summary>A ticket of a customer who is not escalated for who they are.</summary>
    public Ticket Ticket(string text, string? subject = null, string? email = "ana@customer.example") => new()
    {
        Id = $"T-{++_opened}",
        Subject = subject,
        Description = text,
        CustomerEmail = email,
        CustomerTier = CustomerTier.Paid,
        ReceivedAt = Time.GetUtcNow(),
    };

    public async Task<Case> CaseAsync(string id) => (await Commands.FindAsync(id, Token)).ShouldNotBeNull();

    /// <summary>The customer writes; nothing has run yet.</summary>
    public async Task<CommandResult> SayAsync(string id, string text, string? messageId = null, DateTimeOffset? sentAt = null) =>
        await Commands.ReceiveAsync(id, new IncomingMessage(messageId ?? $"m{Guid.NewGuid():N}", text, null, null, sentAt, null), Token);

    /// <summary>The customer writes, the quiet time passes, and everything that follows has run.</summary>
    public async Task<Case> SayAndRunAsync(string id, string text)
    {
        await SayAsync(id, text);
        await AdvanceAsync(TimeSpan.FromSeconds(Policy.Conversation.QuietSeconds));
        return await CaseAsync(id);
    }

    /// <summary>Runs runners, outbox and due timers until none finds anything to do.</summary>
    public async Task RunUntilRestAsync()
    {
        for (var rounds = 0; ; rounds++)
        {
            rounds.ShouldBeLessThan(500, "the engine never comes to rest");
            var (ran, sent, fired) = (await RunCasesAsync(), await Outbox.DispatchAsync(Token), await Timers.FireDueAsync(Token));
            if (ran + sent + fired == 0)
                return;
        }
    }

    /// <summary>Advances every announced case; sends nothing.</summary>
    public async Task<int> RunCasesAsync()
    {
        var ran = 0;
        for (; Queue.Depth > 0; ran++)
        {
            var wakeUp = await Queue.TakeAsync(Token);
            await Runner.RunAsync(wakeUp.CaseId, wakeUp.Opened, Token);
            Queue.Done(wakeUp);
        }
        return ran;
    }

    /// <summary>Moves the clock, stopping at every timer and every delayed message on the way.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        var end = Time.GetUtcNow() + by;
        while (true)
        {
            await RunUntilRestAsync();
            var now = Time.GetUtcNow();
            if (now >= end)
                return;
            var (timer, message) = (await Store.NextTimerAsync(Token) ?? end, await Store.NextMessageAsync(Token) ?? end);
            var next = timer < message ? timer : message;
            Time.Advance(next < end && next > now ? next - now : next <= now ? TimeSpan.FromSeconds(1) : end - now);
        }
    }

    /// <summary>What left for this case's customer, oldest first.</summary>
    public IReadOnlyList<OutgoingMessage> ToCustomer(string id) => [.. Mail.Sent.Concat(Desk.Sent).Where(m => m.ToCustomer && m.Id.StartsWith($"{id}.", StringComparison.Ordinal))];

    public IReadOnlyList<OutgoingMessage> Sent(MessagePurpose purpose) => [.. Mail.Sent.Concat(Chat.Sent).Concat(Desk.Sent).Where(m => m.Purpose == purpose)];

    public async ValueTask DisposeAsync()
    {
        _file.Dispose();
        Queue.Dispose();
        _signal.Dispose();
        _directory.Dispose();
        await ValueTask.CompletedTask;
    }

    private void Start()
    {
        Node = new NodeOptions { Name = $"node-{Guid.NewGuid():N}", SnapshotEvery = _parts.SnapshotEvery };
        _file = SqliteCaseStore.Open(new SqliteStoreOptions { Directory = _directory.Path, Durable = false }, NullLogger.Instance, Time);
        Store = new InterceptedStore(_file);
        Queue = new InProcessQueue(_signal);
        var steps = Steps.Create(Store, _parts.Reasoner ?? new LocalReasoner(), _parts.Knowledge ?? Articles.Value, crm: null, Time, NullLoggerFactory.Instance);
        Pipeline = new BatonPipeline((_parts.Steps ?? (s => s))(steps.Steps));
        Commands = new CaseCommands(Store, Queue, Pipeline, _policy, Time, Node);
        Runner = RunnerOf(Node);
        Outbox = new OutboxDispatcher(Store, Commands, new Channels(Mail, Chat, Desk), _policy, _signal, Time, new Random(1), NullLogger<OutboxDispatcher>.Instance);
        Timers = new TimerService(Store, Commands, Time, NullLogger<TimerService>.Instance);
        Watchdog = new Watchdog(Store, Queue, Commands, Time, Node, NullLogger<Watchdog>.Instance);
    }

    /// <summary>A runner of another process on the same store.</summary>
    public CaseRunner RunnerOf(NodeOptions node) => new(Store, Queue, Pipeline, _policy, Time, node, NullLogger<CaseRunner>.Instance);

    private sealed class CurrentPolicy(Policy policy) : IPolicySource
    {
        public Policy Current => policy;
    }
}

/// <summary>What a test replaces in the engine; the rest is as in production.</summary>
internal sealed record EngineParts
{
    public IReasoner? Reasoner { get; init; }
    public IKnowledge? Knowledge { get; init; }
    public Func<Policy, Policy>? Policy { get; init; }
    public Func<IReadOnlyList<IStep>, IReadOnlyList<IStep>>? Steps { get; init; }
    public int SnapshotEvery { get; init; } = 100;
}
