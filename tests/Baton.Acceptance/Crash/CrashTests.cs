using System.Diagnostics;
using System.Security.Cryptography;

namespace Baton.Acceptance.Crash;

/// <summary>The promise of the name: whatever happens to the process, and whenever, no ticket is dropped and no customer hears the same thing twice.</summary>
public class CrashTests(ITestOutputHelper output)
{
    private const int Tickets = 300;
    private const int Lives = 30;
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Killed_again_and_again_it_completes_every_ticket_once()
    {
        var random = Seeded();
        await using var server = new KillableServer();
        using var client = new RetryingClient(server);
        using var stories = new Stories(Tickets);
        var playing = stories.PlayAsync(client, Token);
        async Task WhilePlaying(Task wanted) => await await Task.WhenAny(wanted, FailureOf(playing));

        var inFlight = 0;
        for (var life = 0; life < Lives; life++)
        {
            stories.Begin(Tickets / Lives);
            server.Start();
            if (life % 5 == 4)
                await Task.Delay(random.Next(600), Token); // still starting, twice in a row with the next one's early end
            else
                await WhilePlaying(client.AnswersAsync(random.Next(1, Tickets / Lives), Token));
            await Task.Delay(random.Next(30), Token);
            inFlight += client.Waiting > 0 ? 1 : 0;
            await server.KillAsync();
        }
        var started = Stopwatch.GetTimestamp();
        server.Start();
        await server.UpAsync().WaitAsync(Token);
        var up = Stopwatch.GetElapsedTime(started);
        await playing;
        await Rest.OfAllAsync(stories.All, client, Token);
        output.WriteLine($"{inFlight} of {Lives} kills with requests in flight, {client.Retries} repeats; last start: listening after {up.TotalMilliseconds:0} ms, all at rest after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        inFlight.ShouldBeGreaterThanOrEqualTo(20);
        await StopAndAuditAsync(server, stories);
    }

    [Fact(Timeout = 60_000)]
    public async Task Told_to_stop_under_load_it_ends_in_order_and_goes_on_later()
    {
        var random = Seeded();
        await using var server = new KillableServer();
        using var client = new RetryingClient(server);
        using var stories = new Stories(60);
        var playing = stories.PlayAsync(client, Token);
        async Task WhilePlaying(Task wanted) => await await Task.WhenAny(wanted, FailureOf(playing));
        server.Start();
        for (var half = 0; half < 2; half++)
        {
            stories.Begin(30);
            await WhilePlaying(client.AnswersAsync(random.Next(5, 25), Token));
            var (exitCode, took) = await server.StopAsync(Token);
            output.WriteLine($"stopped after {took.TotalMilliseconds:0} ms with {client.Waiting} requests in flight");
            exitCode.ShouldBe(0);
            took.ShouldBeLessThan(LongestStop);
            server.Start();
        }
        await playing;
        await Rest.OfAllAsync(stories.All, client, Token);
        await StopAndAuditAsync(server, stories);
    }

    // A story that fails ends the test at once, instead of being waited for.
    private static async Task FailureOf(Task playing)
    {
        await playing;
        await Task.Delay(Timeout.Infinite, Token);
    }

    private static async Task StopAndAuditAsync(KillableServer server, Stories stories)
    {
        var (exitCode, _) = await server.StopAsync(Token);
        exitCode.ShouldBe(0);
        server.Complaints.ShouldBeEmpty();
        using var audit = new StoreAudit(server.Data);
        await audit.CheckAsync(stories.All, Token);
        audit.Snapshots.ShouldBeGreaterThan(stories.All.Count / 2);
    }

    // BATON_CRASH_SEED repeats a run's choices; the instants themselves are the machine's.
    private Random Seeded()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BATON_CRASH_SEED"), out var given) ? given : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
