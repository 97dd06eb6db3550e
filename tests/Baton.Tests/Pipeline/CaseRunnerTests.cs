using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Cases;
using Baton.Distribution;
using Baton.Pipeline;
using Baton.Tests.Engine;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Pipeline;

public sealed class CaseRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_doubled_wake_up_changes_nothing()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var before = await engine.CaseAsync(id);

        for (var i = 0; i < 3; i++)
            await engine.Queue.AnnounceAsync(new WakeUp(id, Priority.Low), Token);
        await engine.RunUntilRestAsync();
        await engine.Runner.RunAsync(id, Token);

        (await engine.CaseAsync(id)).Version.ShouldBe(before.Version);
        engine.ToCustomer(id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_runners_at_once_make_one_history()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));

        await Task.WhenAll(engine.Runner.RunAsync(id, Token), engine.Runner.RunAsync(id, Token));
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Decisions.Count(d => d.Type == DecisionType.Classification).ShouldBe(1);
        c.Outgoing.Count.ShouldBe(1);
        engine.ToCustomer(id).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 1)] // seconds: too much of the lease is gone, so that it is looked at again
    public async Task A_case_that_was_just_opened_is_not_read_back(int waited, int reads)
    {
        await using var engine = new EngineHarness();
        await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Time.Advance(TimeSpan.FromSeconds(waited));

        await engine.RunCasesAsync();

        engine.Store.Reads.ShouldBe(reads);
    }

    [Fact]
    public async Task What_the_customer_wrote_before_the_first_step_is_not_lost_to_a_case_that_was_not_read_back()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.SayAsync(id, "And it is urgent.", "m1");

        await engine.RunCasesAsync();

        var c = await engine.CaseAsync(id);
        c.CustomerMessages.Select(m => m.Id).ShouldBe(["1", "m1"]);
        c.Classification.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_lost_wake_up_is_made_up_for_by_the_sweep()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Queue.Done(await engine.Queue.TakeAsync(Token));
        await engine.RunUntilRestAsync();
        (await engine.CaseAsync(id)).Version.ShouldBe(1);

        engine.Time.Advance(engine.Node.Lease);
        (await engine.Watchdog.SweepAsync(Token)).ShouldBe(1);
        await engine.RunUntilRestAsync();

        (await engine.CaseAsync(id)).Status.ShouldBe(CaseStatus.Answered);
    }

    [Fact]
    public async Task A_node_leaves_a_case_alone_that_another_holds_and_takes_it_when_that_one_is_dead()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        var other = engine.RunnerOf(engine.Node with { Name = "another" });

        await other.RunAsync(id, Token);
        (await engine.CaseAsync(id)).Version.ShouldBe(1);

        engine.Time.Advance(engine.Node.Lease);
        await other.RunAsync(id, Token);
        (await engine.CaseAsync(id)).Status.ShouldBe(CaseStatus.Answered);
    }

    [Fact]
    public async Task A_result_stands_when_only_bookkeeping_came_between()
    {
        var runs = 0;
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.First(Noting(() => runs++)) });
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Store.BeforeAppend = Once(engine, a => a.Events.Any(e => e is NoteAdded), () => new MessageSent("x", "mail", null, 1) { At = engine.Time.GetUtcNow() });

        await engine.RunUntilRestAsync();

        runs.ShouldBe(1);
        var names = await EventsAsync(engine, id);
        names[..3].ShouldBe(["ticket_received", "message_sent", "note_added"]);
    }

    [Fact]
    public async Task A_result_is_made_anew_when_anything_else_came_between()
    {
        var runs = 0;
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.First(Noting(() => runs++)) });
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Store.BeforeAppend = Once(engine, a => a.Events.Any(e => e is NoteAdded), () => new VerdictGiven("kim", true, null, null) { At = engine.Time.GetUtcNow() });

        await engine.RunUntilRestAsync();

        runs.ShouldBe(2);
        (await EventsAsync(engine, id)).Count(n => n == "note_added").ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_a_person_takes_in_the_middle_of_a_step_gets_no_answer_of_the_agent()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Store.BeforeAppend = Once(engine, a => a.Events.Any(e => e is ReplyPrepared), () => new CaseClaimed("kim") { At = engine.Time.GetUtcNow() });

        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Person);
        c.Reply.ShouldBeNull();
        engine.ToCustomer(id).ShouldBeEmpty();
        (await engine.Store.ReadAsync(id, Token))!.Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_step_that_throws_is_degraded_and_the_case_goes_on()
    {
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.Broken("classification") });
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.Password)));

        c.Degraded.Select(d => d.Part).ShouldBe(["classification"]);
        c.Performance.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_step_that_takes_too_long_is_degraded()
    {
        var hangs = new ScriptedStep("hangs")
        {
            When = c => c.Degraded.IsEmpty,
            Work = async (_, _, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return new StepResult();
            },
            Otherwise = (_, context) => new StepResult(new StepDegraded("hangs", "too slow") { At = context.Now }),
        };
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.First(hangs) });
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = engine.Runner.RunAsync(id, stop.Token);
        while (!running.IsCompleted)
        {
            engine.Time.Advance(engine.Node.StepBudget);
            await Task.Yield();
        }
        await running;
        await stop.CancelAsync();

        (await engine.CaseAsync(id)).Degraded.Select(d => d.Part).ShouldBe(["hangs"]);
        (await engine.CaseAsync(id)).Status.ShouldBe(CaseStatus.Answered);
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("classification")]
    [InlineData("analysis")]
    [InlineData("escalation")]
    [InlineData("conversation")]
    [InlineData("preservation")]
    [InlineData("outcome")]
    [InlineData("analytics")]
    public async Task A_step_whose_fallback_fails_too_takes_the_case_to_people(string step)
    {
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.Broken(step, fallbackToo: true) });
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.SetAside.ShouldBe([step]);
        c.ReviewReasons.ShouldContain("stuck");
        c.Handoff.ShouldNotBeNull();
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
        engine.Sent(MessagePurpose.Acknowledgment).Count.ShouldBe(1);
        (await engine.Store.LeaseRunnableAsync("other", engine.Time.GetUtcNow().AddHours(1), engine.Time.GetUtcNow().AddHours(2), 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_set_aside_is_asked_again_when_a_person_gives_the_case_back()
    {
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.Broken("analysis", fallbackToo: true) });
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));

        (await engine.Commands.ReturnAsync(id, "kim", null, Token)).Case!.SetAside.ShouldBeEmpty();
        await engine.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await engine.CaseAsync(id)).HumanTouches.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_that_runs_in_a_circle_reaches_people()
    {
        var restless = new ScriptedStep("restless") { When = _ => true, Work = (_, context, _) => new(new StepResult(new NoteAdded("restless", "again") { At = context.Now })) };
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.First(restless) });
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.Password)));

        c.SetAside.ShouldBe(["restless"]);
        c.Owner.ShouldBe(Owner.Queue);
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_between_two_steps_leaves_the_case_runnable_and_gives_its_lease_back()
    {
        using var stop = new CancellationTokenSource();
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Store.BeforeAppend = append => append.Events.Any(e => e is TicketClassified) ? stop.CancelAsync() : Task.CompletedTask;
        var pool = new RunnerPool(engine.Runner, engine.Queue, engine.Store, new RestedCases(), engine.Node with { Concurrency = 1 }, Microsoft.Extensions.Logging.Abstractions.NullLogger<RunnerPool>.Instance);

        await pool.RunAsync(stop.Token);

        var log = (await engine.Store.ReadAsync(id, Token))!;
        log.Lease.ShouldBeNull();
        Case.Fold(log.Snapshot, log.Events).ShouldSatisfyAllConditions(c => c.Classification.ShouldNotBeNull(), c => c.Analysis.ShouldBeNull());
        engine.Store.BeforeAppend = null;
        (await engine.Watchdog.SweepAsync(Token)).ShouldBe(1);
        await engine.RunUntilRestAsync();
        (await engine.CaseAsync(id)).Status.ShouldBe(CaseStatus.Answered);
    }

    [Fact]
    public async Task A_store_that_cannot_be_had_is_waited_for_and_the_result_is_kept()
    {
        var (failures, runs) = (3, 0);
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.First(Noting(() => runs++)) });
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        engine.Store.BeforeAppend = a => a.Events.Any(e => e is NoteAdded) && failures-- > 0 ? throw new StoreUnavailableException(StoreFailure.DiskFull, "the disk is full") : Task.CompletedTask;

        var running = engine.Runner.RunAsync(id, Token);
        while (!running.IsCompleted)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await running;

        runs.ShouldBe(1);
        (await engine.CaseAsync(id)).Status.ShouldBe(CaseStatus.Answered);
    }

    [Fact]
    public async Task A_case_read_from_a_snapshot_equals_one_folded_from_the_start()
    {
        await using var engine = new EngineHarness(new EngineParts { SnapshotEvery = 5 });
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        foreach (var text in (string[])["It says error 42.", "This is useless!", "I am very angry. This is still broken."])
            await engine.SayAndRunAsync(id, text);
        await engine.AdvanceAsync(TimeSpan.FromDays(2));

        var log = (await engine.Store.ReadAsync(id, Token))!;
        log.Snapshot.ShouldNotBeNull();
        var fresh = Case.Fold(null, (await engine.Store.ReadEventsAsync(id, 0, Token))!);
        JsonNode.DeepEquals(Json(Case.Fold(log.Snapshot, log.Events)), Json(fresh)).ShouldBeTrue();
    }

    private static JsonNode? Json(Case c) => JsonNode.Parse(JsonSerializer.Serialize(c, CaseJson.Default.Case));

    private static ScriptedStep Noting(Action ran) => new("noting")
    {
        When = c => c.InternalMessages.All(m => m.Author != "noting"),
        Work = (_, context, _) =>
        {
            ran();
            return new(new StepResult(new NoteAdded("noting", "seen") { At = context.Now }));
        },
    };

    // Somebody else appends once, just before an append of that kind.
    private static Func<CaseAppend, Task> Once(EngineHarness engine, Func<CaseAppend, bool> before, Func<CaseEvent> other) => async append =>
    {
        if (!before(append))
            return;
        engine.Store.BeforeAppend = null;
        var c = await engine.CaseAsync(append.CaseId);
        var e = other();
        await engine.Store.AppendAsync(e.IsBookkeeping ? new CaseAppend { CaseId = c.Id, Events = [e] } : CaseAppend.Of(c, c.Apply(e), [e], engine.Pipeline.Next(c.Apply(e)) is not null), Token);
    };

    private static async Task<List<string>> EventsAsync(EngineHarness engine, string id) =>
        [.. (await engine.Store.ReadEventsAsync(id, 0, Token))!.Select(e => CaseEventCodec.NameOf(e.Event))];
}
