using Baton.Cases;
using Baton.Connectors;
using Baton.Escalation;
using Baton.Tests.Conversation;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Handoff;

public class AfterHandoffTests
{
    private static readonly Situation Urgent = new() { Kind = EscalationKind.ManagementEscalation, Urgency = Urgency.Urgent, Category = Category.Billing, Reasons = [EscalationReason.RepeatContact] };

    private static async Task<Case> HandedOffAsync(Situation? s = null) => (await (s ?? Urgent).RunAsync((s ?? Urgent).Decided())).Case;

    private static async Task<(Case Case, OutgoingMessage[] Messages)> FireAsync(Case c, TimerKind timer, DateTimeOffset at)
    {
        var (after, ran) = await Urgent.RunAsync(c.Apply(new TimerFired(timer) { At = at }), at);
        after.DueTimers.ShouldBeEmpty();
        return (after, [.. ran.SelectMany(r => r.Result.Messages)]);
    }

    [Fact]
    public async Task An_unclaimed_case_climbs_its_path_and_then_rings_the_emergency_every_four_hours()
    {
        var c = await HandedOffAsync();
        var told = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var at = c.Timers[TimerKind.ClaimDeadline];
            (c, var messages) = await FireAsync(c, TimerKind.ClaimDeadline, at);
            told.AddRange(messages.Select(m => m.To));
            if (i >= 3)
                (c.Timers[TimerKind.ClaimDeadline] - at).ShouldBe(TimeSpan.FromHours(4));
        }
        told.ShouldBe(["billing-specialist@northwind.example", "account-manager@northwind.example", "finance-director@northwind.example",
            "emergency@northwind.example", "#support-alerts", "emergency@northwind.example", "#support-alerts"]);
    }

    [Fact]
    public async Task A_claimed_case_does_not_climb() =>
        (await Urgent.RunAsync((await HandedOffAsync()).Apply(new TimerFired(TimerKind.ClaimDeadline) { At = Urgent.Now }).Apply(new CaseClaimed("kim@northwind.example") { At = Urgent.Now }))).Ran.ShouldBeEmpty();

    [Fact]
    public async Task The_follow_up_reminds_whoever_has_the_case_until_a_person_answered()
    {
        var waiting = await HandedOffAsync();
        var at = waiting.Timers[TimerKind.HandoffFollowUp];
        (await FireAsync(waiting, TimerKind.HandoffFollowUp, at)).Messages.ShouldHaveSingleItem().To.ShouldBe("finance@northwind.example");

        var claimed = waiting.Apply(new CaseClaimed("kim@northwind.example") { At = Urgent.Now });
        var (c, messages) = await FireAsync(claimed, TimerKind.HandoffFollowUp, at);
        messages.ShouldHaveSingleItem().To.ShouldBe("kim@northwind.example");
        c.Timers.ShouldContainKey(TimerKind.HandoffFollowUp);

        var answered = claimed.Apply(new PersonReplied("kim@northwind.example", "Hello Ana") { At = at });
        (await FireAsync(answered, TimerKind.HandoffFollowUp, at)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_customer_writes_while_people_have_the_case_reaches_the_people_only()
    {
        var c = (await HandedOffAsync()).Apply(new CustomerMessageReceived("m2", "Any news?", "ana@customer.example", "email", true, false) { At = Urgent.Now })
            .Apply(new CustomerMessageReceived("m3", "I am the new manager", "eve@other.example", "email", false, false) { At = Urgent.Now });
        var (after, ran) = await Urgent.RunAsync(c);
        var message = ran.Single().Result.Messages.ShouldHaveSingleItem();
        message.Purpose.ShouldBe(MessagePurpose.CustomerWrote);
        message.Body.ShouldContain("Any news?");
        message.Body.ShouldContain("eve@other.example (in copy, not the customer)");
        after.WaitingMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_no_channel_got_through_the_emergency_is_told_and_so_is_the_customer()
    {
        var c = Refuse(await HandedOffAsync(Urgent with { ExternalId = "ZD-9" }), _ => true);
        var (after, ran) = await Urgent.RunAsync(c);
        var messages = ran.Single().Result.Messages;
        messages.Select(m => m.To).ShouldBe(["emergency@northwind.example", "#support-alerts", "ZD-9"]);
        messages.Select(m => m.Id).ShouldBeUnique();
        messages[2].Body.ShouldContain("alerted directly");
        after.Handoff!.ManualIntervention.ShouldBeTrue();
    }

    [Fact]
    public async Task A_customer_whose_acknowledgement_left_is_not_told_twice() =>
        (await Urgent.RunAsync(Refuse(Situation.Delivered(await HandedOffAsync(), Urgent.Now), _ => false, all: true))).Ran.Single().Result.Messages.ShouldNotContain(m => m.ToCustomer);

    [Fact]
    public async Task One_channel_that_works_or_still_tries_is_enough()
    {
        var c = Refuse(await HandedOffAsync(), m => m.Purpose != MessagePurpose.HandoffChat);
        (await Urgent.RunAsync(c)).Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_response_tells_the_next_level_and_a_met_one_only_consumes_its_timer()
    {
        var c = (await HandedOffAsync()).Apply(new TimerSet(TimerKind.SlaResponse, Urgent.Now) { At = Urgent.Now });
        var (late, messages) = await FireAsync(c, TimerKind.SlaResponse, Urgent.Now);
        late.SlaBreached.ShouldBeTrue();
        messages.ShouldHaveSingleItem().To.ShouldBe("billing-specialist@northwind.example");

        var (met, none) = await FireAsync(c with { FirstResponseAt = Urgent.Now }, TimerKind.SlaResponse, Urgent.Now);
        met.SlaBreached.ShouldBeFalse();
        none.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_the_agent_left_unanswered_goes_to_people_with_a_fresh_acknowledgement()
    {
        var s = new Situation();
        var (c, _) = await s.RunAsync(s.Decided());
        var (late, ran) = await s.RunAsync(c.Apply(new TimerFired(TimerKind.SlaResponse) { At = s.Now }));
        ran.Select(r => r.Step).ShouldBe(["sla", "handoff"], ignoreOrder: true);
        late.Decision!.Reasons.ShouldContain(EscalationReason.OpenTooLong);
        Situation.ToCustomer(ran.Single(r => r.Step == "handoff").Result)!.Body.ShouldContain("Someone will write to you within 30 minutes");
        late.Owner.ShouldBe(Owner.Queue);
    }

    [Theory]
    [InlineData(Owner.Agent)]
    [InlineData(Owner.Queue)]
    [InlineData(Owner.Person)]
    public async Task A_case_that_stood_still_moves_whoever_has_it(Owner owner)
    {
        var s = new Situation();
        var c = owner == Owner.Agent ? (await s.RunAsync(s.Decided())).Case : await HandedOffAsync();
        c = owner == Owner.Person ? c.Apply(new CaseClaimed("kim@northwind.example") { At = s.Now }) : c;
        var (after, ran) = await s.RunAsync(c.Apply(new StuckFound("no deadline") { At = s.Now }));
        ran.ShouldNotBeEmpty();
        after.Stuck.ShouldBeNull();
        after.Timers.ShouldNotBeEmpty();
    }

    private static Case Refuse(Case c, Func<OutgoingMessage, bool> which, bool all = false) => c.Outgoing.Values
        .Where(o => all ? o.Message.Purpose is MessagePurpose.HandoffMail or MessagePurpose.HandoffChat or MessagePurpose.TicketUpdate : which(o.Message))
        .Aggregate(c, (state, o) => state.Apply(new MessageRefused(o.Message.Id, "smtp", "550", 3) { At = Urgent.Now }));
}
