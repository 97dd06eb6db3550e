using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Tests.Contracts;

// Leases, runnable cases, timers, and the search for the stuck.
public abstract partial class CaseStoreContract
{
    private static readonly DateTimeOffset Until = Now.AddSeconds(30);

    [Fact]
    public async Task One_node_at_a_time_holds_a_case()
    {
        await OpenCaseAsync("T-1");

        (await Store.TryLeaseAsync("T-1", "a", Now, Until, Token)).ShouldBeTrue();
        (await Store.TryLeaseAsync("T-1", "b", Now, Until, Token)).ShouldBeFalse();
        (await Store.TryLeaseAsync("T-1", "a", Now, Until.AddSeconds(30), Token)).ShouldBeTrue("its holder may renew it");
        (await Store.TryLeaseAsync("T-1", "b", Until.AddSeconds(29), Until.AddMinutes(2), Token)).ShouldBeFalse("it was renewed");
        (await Store.TryLeaseAsync("T-1", "b", Until.AddSeconds(30), Until.AddMinutes(2), Token)).ShouldBeTrue("it ran out");
        (await Store.TryLeaseAsync("T-2", "a", Now, Until, Token)).ShouldBeFalse("there is no such case");
    }

    [Fact]
    public async Task Of_many_nodes_at_once_one_gets_the_lease()
    {
        await OpenCaseAsync("T-1");
        var got = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => Store.TryLeaseAsync("T-1", $"n{n}", Now, Until, Token))));
        got.Count(g => g).ShouldBe(1);
    }

    [Fact]
    public async Task An_append_takes_and_gives_back_the_lease()
    {
        await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 0, Events = [SampleLife.Received("T-1")], Runnable = true, Lease = new LeaseChange("a", Until) }, Token);
        (await Store.TryLeaseAsync("T-1", "b", Now, Until, Token)).ShouldBeFalse();
        (await Store.LeaseRunnableAsync("b", Now, Until, 10, Token)).ShouldBeEmpty();

        await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 1, Events = [SampleLife.Gathered()], Lease = new LeaseChange(null, default) }, Token);
        (await Store.TryLeaseAsync("T-1", "b", Now, Until, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_append_that_lost_does_not_change_the_lease()
    {
        await OpenCaseAsync("T-1", SampleLife.Gathered());
        await Store.TryLeaseAsync("T-1", "a", Now, Until, Token);
        await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 1, Events = [SampleLife.Gathered()], Lease = new LeaseChange(null, default) }, Token);
        (await Store.TryLeaseAsync("T-1", "b", Now, Until, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_node_gives_back_all_its_leases_and_nobody_elses()
    {
        foreach (var id in new[] { "T-1", "T-2", "T-3" })
            await OpenCaseAsync(id);
        await Store.TryLeaseAsync("T-1", "a", Now, Until, Token);
        await Store.TryLeaseAsync("T-2", "a", Now, Until, Token);
        await Store.TryLeaseAsync("T-3", "b", Now, Until, Token);

        await Store.ReleaseLeasesAsync("a", Token);

        (await Store.TryLeaseAsync("T-1", "c", Now, Until, Token)).ShouldBeTrue();
        (await Store.TryLeaseAsync("T-2", "c", Now, Until, Token)).ShouldBeTrue();
        (await Store.TryLeaseAsync("T-3", "c", Now, Until, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_most_pressing_runnable_cases_are_taken_first_and_only_once()
    {
        await OpenCaseAsync("low", null, true, SampleLife.Classified(priority: Priority.Low));
        await OpenCaseAsync("new", null, true);
        await OpenCaseAsync("urgent", null, true, SampleLife.Classified(priority: Priority.Urgent));
        await OpenCaseAsync("critical", null, true, SampleLife.Classified(priority: Priority.Critical));
        await OpenCaseAsync("critical2", null, true, SampleLife.Classified(priority: Priority.Critical));
        await OpenCaseAsync("done", null, false, SampleLife.Classified(priority: Priority.Critical));

        (await Store.LeaseRunnableAsync("a", Now, Until, 2, Token)).ShouldBe(["critical", "critical2"]);
        (await Store.LeaseRunnableAsync("b", Now, Until, 10, Token)).ShouldBe(["urgent", "new", "low"]);
        (await Store.LeaseRunnableAsync("b", Now, Until, 10, Token)).ShouldBeEmpty();
        (await Store.LeaseRunnableAsync("b", Until, Until.AddMinutes(1), 2, Token)).ShouldBe(["critical", "critical2"], "their leases ran out");
    }

    [Fact]
    public async Task A_case_that_became_more_pressing_is_taken_sooner_and_a_finished_one_not_at_all()
    {
        var first = await OpenCaseAsync("T-1", null, true, SampleLife.Classified(priority: Priority.Medium));
        var second = await OpenCaseAsync("T-2", null, true, SampleLife.Classified(priority: Priority.Medium));
        await OpenCaseAsync("T-3", null, true);
        await AppendAsync(second, SampleLife.Classified(priority: Priority.Critical));
        await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = first.Version, Events = [], Runnable = false }, Token);

        (await Store.LeaseRunnableAsync("a", Now, Until, 10, Token)).ShouldBe(["T-2", "T-3"]);
    }

    [Fact]
    public async Task Timers_of_a_resolved_case_come_due_like_any()
    {
        var c = await OpenCaseAsync("T-1", Timer(TimerKind.SatisfactionSurvey, 20));
        await AppendAsync(c, new CaseResolved(ResolutionKind.ByPerson, "ana", null) { At = Now });

        (await Store.NextTimerAsync(Token)).ShouldBe(Now.AddMinutes(20));
        (await Store.FindDueTimersAsync(Now.AddMinutes(19), 10, Token)).ShouldBeEmpty();
        (await Store.FindDueTimersAsync(Now.AddMinutes(20), 10, Token)).ShouldBe([Due("T-1", TimerKind.SatisfactionSurvey, 20)]);
        (await Store.FindStuckAsync(Now.AddDays(1), 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Timers_come_due_in_order_and_go_when_fired_or_cancelled()
    {
        await OpenCaseAsync("T-1", Timer(TimerKind.FollowUp, 30), Timer(TimerKind.SlaResponse, 10), Timer(TimerKind.QuietTime, 5));
        await OpenCaseAsync("T-2", Timer(TimerKind.SatisfactionSurvey, 20));

        (await Store.NextTimerAsync(Token)).ShouldBe(Now.AddMinutes(5));
        (await Store.FindDueTimersAsync(Now.AddMinutes(20), 10, Token)).ShouldBe(
            [Due("T-1", TimerKind.QuietTime, 5), Due("T-1", TimerKind.SlaResponse, 10), Due("T-2", TimerKind.SatisfactionSurvey, 20)]);
        (await Store.FindDueTimersAsync(Now.AddMinutes(20), 1, Token)).ShouldBe([Due("T-1", TimerKind.QuietTime, 5)]);

        await BookkeepAsync("T-1", new TimerFired(TimerKind.QuietTime) { At = Now }, new TimerCancelled(TimerKind.SlaResponse) { At = Now }, Timer(TimerKind.FollowUp, 15));
        (await Store.FindDueTimersAsync(Now.AddMinutes(20), 10, Token)).ShouldBe([Due("T-1", TimerKind.FollowUp, 15), Due("T-2", TimerKind.SatisfactionSurvey, 20)]);

        await BookkeepAsync("T-1", new TimerFired(TimerKind.FollowUp) { At = Now }, new TimerFired(TimerKind.FollowUp) { At = Now });
        await BookkeepAsync("T-2", new TimerFired(TimerKind.SatisfactionSurvey) { At = Now });
        (await Store.NextTimerAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Open_cases_with_no_deadline_or_one_long_past_are_found_stuck()
    {
        await OpenCaseAsync("none");
        await OpenCaseAsync("past", Timer(TimerKind.FollowUp, -60));
        await OpenCaseAsync("future", Timer(TimerKind.FollowUp, 60));
        await OpenCaseAsync("resolved", new CaseResolved(ResolutionKind.Assumed, "baton", null) { At = Now });

        (await Store.FindStuckAsync(Now.AddMinutes(1), 10, Token)).ShouldBe(["none", "past"], ignoreOrder: true);
        (await Store.FindStuckAsync(Now.AddMinutes(1), 1, Token)).Count.ShouldBe(1);
        (await Store.FindStuckAsync(Now, 10, Token)).ShouldBe(["past"], "nothing was expected of the other one yet");
        (await Store.FindStuckAsync(Now.AddHours(-2), 10, Token)).ShouldBeEmpty();
    }

    private static TimerSet Timer(TimerKind kind, int minutes) => new(kind, Now.AddMinutes(minutes)) { At = Now };

    private static DueTimer Due(string id, TimerKind kind, int minutes) => new(id, new CaseTimer(kind, Now.AddMinutes(minutes)));
}
