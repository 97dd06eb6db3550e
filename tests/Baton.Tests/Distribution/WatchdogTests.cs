using Baton.Cases;
using Baton.Tests.Engine;

namespace Baton.Tests.Distribution;

public sealed class WatchdogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_stands_still_with_the_agent_goes_to_people()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await LoseTimersAsync(engine, id);

        (await engine.Watchdog.ReportStuckAsync(Token)).ShouldBe(1);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.Stuck.ShouldBeNull();
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
        engine.Sent(MessagePurpose.Acknowledgment).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_whose_time_passed_without_anything_happening_goes_to_people()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        engine.Time.Advance(TimeSpan.FromHours(3));

        await engine.Watchdog.ReportStuckAsync(Token);
        await engine.RunCasesAsync();

        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Queue);
    }

    [Fact]
    public async Task A_case_that_waits_for_a_runner_is_not_stuck()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Time.Advance(TimeSpan.FromHours(3));

        (await engine.Watchdog.ReportStuckAsync(Token)).ShouldBe(1);

        (await engine.CaseAsync(id)).Stuck.ShouldBeNull();
    }

    [Fact]
    public async Task Cases_in_good_order_are_left_alone()
    {
        await using var engine = new EngineHarness();
        await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.HandleAsync(engine.Ticket(Texts.Legal));

        (await engine.Watchdog.ReportStuckAsync(Token)).ShouldBe(0);
        (await engine.Watchdog.SweepAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task After_a_standstill_late_timers_are_fired_before_anything_counts_as_stuck()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        engine.Time.Advance(TimeSpan.FromHours(30));

        using var stop = new CancellationTokenSource();
        var watching = engine.Watchdog.RunAsync(stop.Token);
        await engine.RunUntilRestAsync();
        await stop.CancelAsync();
        await watching;

        var c = await engine.CaseAsync(id);
        c.ReviewReasons.ShouldNotContain("stuck");
        c.Outcome!.Resolution.ShouldBe(ResolutionKind.Assumed);
    }

    [Fact]
    public async Task After_a_kill_the_next_process_goes_on_with_every_case()
    {
        await using var engine = new EngineHarness();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await engine.OpenAsync(engine.Ticket(Texts.Password, email: $"c{i}@customer.example")));
        engine.Store.BeforeAppend = append => append.Events.Any(e => e is SentimentAnalysed) ? throw new IOException("killed") : Task.CompletedTask;
        await Should.ThrowAsync<IOException>(engine.RunCasesAsync());

        await engine.RestartAsync();
        (await engine.Watchdog.SweepAsync(Token)).ShouldBe(5);
        await engine.RunUntilRestAsync();

        foreach (var id in ids)
        {
            (await engine.CaseAsync(id)).Status.ShouldBe(CaseStatus.Answered);
            engine.ToCustomer(id).Count.ShouldBe(1);
        }
    }

    private static async Task LoseTimersAsync(EngineHarness engine, string id)
    {
        var c = await engine.CaseAsync(id);
        CaseEvent[] events = [.. c.Timers.Keys.Where(k => k != TimerKind.SatisfactionSurvey).Select(k => new TimerCancelled(k) { At = engine.Time.GetUtcNow() })];
        // What a fault in the store would do: the case no longer has its last timer, and nobody is told.
        events = [.. events, new TimerSet(TimerKind.SatisfactionSurvey, engine.Time.GetUtcNow().AddDays(-1)) { At = engine.Time.GetUtcNow() }];
        var next = events.Aggregate(c, (state, e) => state.Apply(e));
        await engine.Store.AppendAsync(CaseAppend.Of(c, next, events, runnable: false), Token);
    }
}
