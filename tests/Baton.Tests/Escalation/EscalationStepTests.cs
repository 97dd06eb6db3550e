using System.Reflection;
using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Baton.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Escalation;

public sealed class EscalationStepTests
{
    private readonly ManualTime _time = new();
    private readonly DeskStore _desk;
    private readonly OperationalContext _operations;

    public EscalationStepTests()
    {
        var store = DispatchProxy.Create<ICaseStore, DeskStore>();
        _desk = (DeskStore)(object)store;
        _operations = new OperationalContext(store, _time, NullLogger<OperationalContext>.Instance);
    }

    [Fact]
    public async Task The_reasoner_is_told_the_threshold_that_holds_here_and_now()
    {
        _desk.Waiting = 25;
        var reasoner = new ScriptedReasoner { Advice = JudgedCase.Keep };
        await RunAsync(reasoner, Judged(JudgedCase.Plain with { CustomerType = CustomerTier.Vip }));
        reasoner.SeenThreshold.ShouldBe(65);
    }

    // Sunday in a company that works from Monday to Friday.
    [Fact]
    public async Task Out_of_hours_the_threshold_is_higher()
    {
        var reasoner = new ScriptedReasoner { Advice = JudgedCase.Keep };
        var sunday = new StepContext(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero), TestPolicy.Default);
        await new EscalationStep(reasoner, _operations).RunAsync(Judged(), sunday, TestContext.Current.CancellationToken);
        reasoner.SeenThreshold.ShouldBe(75);
    }

    [Fact]
    public async Task A_store_that_fails_counts_for_nothing()
    {
        _desk.Fails = true;
        var reasoner = new ScriptedReasoner { Advice = JudgedCase.Keep };
        (await RunAsync(reasoner, Judged())).Decision!.Decision.ShouldBe(EscalationKind.NoEscalation);
        reasoner.SeenThreshold.ShouldBe(70);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_holds_up_no_case()
    {
        _desk.Never = true;
        var running = RunAsync(new ScriptedReasoner { Advice = JudgedCase.Keep }, Judged());
        while (!running.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        (await running).Decision.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_store_is_asked_at_most_every_half_minute()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _desk.Waiting = 3;
        (await _operations.WaitingAsync("finance", cancellationToken)).ShouldBe(3);
        _desk.Waiting = 4;
        _time.Advance(TimeSpan.FromSeconds(29));
        (await _operations.WaitingAsync("finance", cancellationToken)).ShouldBe(3);
        (await _operations.WaitingAsync("product", cancellationToken)).ShouldBe(4);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await _operations.WaitingAsync("finance", cancellationToken)).ShouldBe(4);
    }

    [Fact]
    public async Task A_hit_goes_to_people_whatever_the_reasoner_says()
    {
        var c = await RunAsync(new ScriptedReasoner { Advice = JudgedCase.Keep }, Judged(hits: new RuleHit("legal", RuleKind.Legal, "Threat.", ["sue you"])));
        c.Decision!.Decision.ShouldBe(EscalationKind.ImmediateEscalation);
        c.Decision.PrimaryReason.ShouldBe("Threat: sue you.");
        c.DecidedTurn.ShouldBe(1);
    }

    [Fact]
    public void The_fallback_decides_by_what_is_known_and_says_that_it_did()
    {
        var step = new EscalationStep(new ScriptedReasoner(), _operations);
        var c = Judged();
        c = c.After(step.Fallback(c, JudgedCase.Context, new StepFailure("timeout")));
        c.Decision!.Escalates.ShouldBeFalse();
        c.Degraded.ShouldHaveSingleItem().Part.ShouldBe("escalation");
        step.Holds(c).ShouldBeFalse();
        c.DecidedTurn.ShouldBe(c.Turn);
    }

    [Fact]
    public void Three_fallbacks_in_a_row_still_end_in_a_decision()
    {
        var failure = new StepFailure("nothing works");
        IStep[] steps = [new ClassificationStep(new ScriptedReasoner()), new Baton.Risk.AnalysisStep(new ScriptedReasoner()), new EscalationStep(new ScriptedReasoner(), _operations)];
        var c = JudgedCase.Received("We are taking legal action.");
        foreach (var step in steps)
        {
            step.Holds(c).ShouldBeTrue(step.Name);
            c = c.After(step.Fallback(c, JudgedCase.Context, failure));
        }
        c.Decision!.By.ShouldBe("rule:legal");
        c.Decision.Urgency.ShouldBe(Urgency.Immediate);
        c.Degraded.Count.ShouldBe(3);
        c.ReviewReasons.ShouldBe(["analysis", "classification"]);
    }

    [Fact]
    public async Task A_second_turn_is_decided_anew()
    {
        var c = await RunAsync(new ScriptedReasoner { Advice = JudgedCase.Keep }, Judged());
        var step = new EscalationStep(new ScriptedReasoner(), _operations);
        c = c.Wrote("It did not work.");
        step.Holds(c).ShouldBeFalse();
        c = c.Classified().Analysed();
        step.Holds(c).ShouldBeTrue();
        c = await RunAsync(new ScriptedReasoner { Advice = JudgedCase.Advise(EscalationKind.SpecialistEscalation, EscalationReason.HardTechnical) }, c);
        (c.Escalating, c.DecidedTurn).ShouldBe((true, 2));
    }

    private static Case Judged(TicketClassification? classification = null, params RuleHit[] hits) => JudgedCase.Received("x").Classified(classification, hits).Analysed();

    private async Task<Case> RunAsync(ScriptedReasoner reasoner, Case c) =>
        c.After(await new EscalationStep(reasoner, _operations).RunAsync(c, JudgedCase.Context, TestContext.Current.CancellationToken));

    /// <summary>The two figures of a store that thresholds rest on.</summary>
    public class DeskStore : DispatchProxy
    {
        internal int Waiting { get; set; }
        internal bool Fails { get; set; }
        internal bool Never { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            _ when Fails => throw new IOException("disk"),
            nameof(ICaseStore.CountWaitingAsync) => Never ? new TaskCompletionSource<int>().Task : Task.FromResult(Waiting),
            nameof(ICaseStore.CountOutcomesAsync) => Never ? new TaskCompletionSource<OutcomeCounts>().Task : Task.FromResult(new OutcomeCounts(0, 0, 0, 0)),
            _ => throw new NotSupportedException(targetMethod.Name),
        };
    }
}
