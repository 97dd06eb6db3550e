using Baton.Cases;
using Baton.Intake;
using Baton.Tests.Engine;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Cases;

/// <summary>Who may do what, in each state that a case can be in.</summary>
public sealed class CaseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public enum State { Agent, Queue, Kim, Other, Resolved, ResolvedByKim }

    [Theory]
    [InlineData(State.Agent, "claim", "case_claimed")]
    [InlineData(State.Queue, "claim", "case_claimed")]
    [InlineData(State.Kim, "claim", "done")]
    [InlineData(State.Other, "claim", "conflict")]
    [InlineData(State.Resolved, "claim", "conflict")]
    [InlineData(State.Agent, "release", "conflict")]
    [InlineData(State.Queue, "release", "conflict")]
    [InlineData(State.Kim, "release", "case_released escalation_decided")]
    [InlineData(State.Other, "release", "conflict")]
    [InlineData(State.Agent, "return", "done")]
    [InlineData(State.Queue, "return", "returned_to_agent timer_set")]
    [InlineData(State.Kim, "return", "returned_to_agent timer_set")]
    [InlineData(State.Other, "return", "conflict")]
    [InlineData(State.Resolved, "return", "conflict")]
    [InlineData(State.Agent, "reply", "case_claimed person_replied message_queued")]
    [InlineData(State.Queue, "reply", "case_claimed person_replied message_queued")]
    [InlineData(State.Kim, "reply", "person_replied message_queued")]
    [InlineData(State.Other, "reply", "conflict")]
    [InlineData(State.Resolved, "reply", "case_reopened case_claimed person_replied message_queued")]
    [InlineData(State.ResolvedByKim, "reply", "case_reopened case_claimed person_replied message_queued")]
    [InlineData(State.Agent, "resolve", "case_resolved")]
    [InlineData(State.Queue, "resolve", "case_resolved")]
    [InlineData(State.Kim, "resolve", "case_resolved")]
    [InlineData(State.Other, "resolve", "conflict")]
    [InlineData(State.Resolved, "resolve", "done")]
    [InlineData(State.Agent, "reopen", "conflict")]
    [InlineData(State.Queue, "reopen", "conflict")]
    [InlineData(State.Resolved, "reopen", "case_reopened escalation_decided")]
    [InlineData(State.ResolvedByKim, "reopen", "case_reopened escalation_decided")]
    [InlineData(State.Agent, "solved", "feedback_given case_resolved")]
    [InlineData(State.Kim, "solved", "feedback_given case_resolved")]
    [InlineData(State.Resolved, "solved", "feedback_given resolution_confirmed")]
    [InlineData(State.Agent, "unsolved", "feedback_given escalation_decided")]
    [InlineData(State.Queue, "unsolved", "feedback_given")]
    [InlineData(State.Kim, "unsolved", "feedback_given")]
    [InlineData(State.Resolved, "unsolved", "feedback_given case_reopened escalation_decided")]
    [InlineData(State.ResolvedByKim, "unsolved", "feedback_given case_reopened escalation_decided")]
    [InlineData(State.Agent, "write", "customer_message_received timer_set")]
    [InlineData(State.Queue, "write", "customer_message_received")]
    [InlineData(State.Other, "write", "customer_message_received")]
    [InlineData(State.Resolved, "write", "customer_message_received timer_set")]
    [InlineData(State.ResolvedByKim, "write", "customer_message_received escalation_decided")]
    public void A_command_does_what_the_owner_allows(State state, string command, string expected)
    {
        var c = In(state);
        var ruling = command switch
        {
            "claim" => CaseRules.Claim(c, "kim", Now),
            "release" => CaseRules.Release(c, "kim", null, TestPolicy.Default, Now),
            "return" => CaseRules.Return(c, "kim", null, Now),
            "reply" => CaseRules.Reply(c, "kim", "Hello", null, Now),
            "resolve" => CaseRules.Resolve(c, "kim", null, Now),
            "reopen" => CaseRules.Reopen(c, "kim", null, TestPolicy.Default, Now),
            "solved" => CaseRules.Feedback(c, 5, null, true, TestPolicy.Default, Now),
            "unsolved" => CaseRules.Feedback(c, 1, null, false, TestPolicy.Default, Now),
            _ => CaseRules.Receive(c, new IncomingMessage("m2", "Hello?", null, null, null, null), TestPolicy.Default, Now),
        };

        var outcome = ruling.Refusal is { } refusal ? Words.Of(refusal.Code) : ruling.Events.Count == 0 ? "done" : string.Join(' ', ruling.Events.Select(CaseEventCodec.NameOf));
        outcome.ShouldBe(expected);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_exactly_one_wins()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => engine.Commands.ClaimAsync(id, $"person{i}", Token)));

        var winner = results.Single(r => r.Refusal is null).Case!.ClaimedBy;
        (await engine.CaseAsync(id)).ClaimedBy.ShouldBe(winner);
        results.Where(r => r.Refusal is not null).ShouldAllBe(r => r.Refusal!.Code == RefusalCode.Conflict && r.Refusal.Message.Contains(winner!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_not_found()
    {
        await using var engine = new EngineHarness();
        (await engine.Commands.ClaimAsync("nothing", "kim", Token)).Refusal!.Code.ShouldBe(RefusalCode.NotFound);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_rating_off_the_scale_is_refused(int satisfaction) =>
        CaseRules.Feedback(In(State.Agent), satisfaction, null, null, TestPolicy.Default, Now).Refusal!.Code.ShouldBe(RefusalCode.Invalid);

    [Fact]
    public async Task The_same_ticket_opened_twice_is_one_case_and_another_under_its_id_is_told_apart()
    {
        await using var engine = new EngineHarness();
        var ticket = engine.Ticket(Texts.Password) with { ExternalId = "ZD-1", Source = "zendesk" };

        (await engine.Commands.OpenAsync(ticket, "key", Token)).Status.ShouldBe(OpenStatus.Opened);
        (await engine.Commands.OpenAsync(ticket, "key", Token)).Status.ShouldBe(OpenStatus.Known);
        (await engine.Commands.OpenAsync(ticket with { Id = "T-other" }, null, Token)).CaseId.ShouldBe(ticket.Id);
        (await engine.Commands.OpenAsync(ticket with { ExternalId = null, Description = "Something else." }, null, Token)).Status.ShouldBe(OpenStatus.IdTaken);
        await engine.RunUntilRestAsync();
        engine.ToCustomer(ticket.Id).Count.ShouldBe(1);
    }

    private static Case In(State state)
    {
        var opened = Case.Open(new TicketReceived(new Ticket { Id = "T-1", Description = "Hello", CustomerEmail = "ana@customer.example", ReceivedAt = Now.AddMinutes(-5) }) { At = Now.AddMinutes(-5) });
        CaseEvent kim = new CaseClaimed("kim") { At = Now.AddMinutes(-3) }, other = new CaseClaimed("other") { At = Now.AddMinutes(-3) }, resolved = new CaseResolved(ResolutionKind.ByPerson, "kim", null) { At = Now.AddMinutes(-1) };
        CaseEvent[] events = state switch
        {
            State.Agent => [],
            State.Queue => [kim, new CaseReleased("kim", null) { At = Now.AddMinutes(-2) }],
            State.Kim => [kim],
            State.Other => [other],
            State.Resolved => [resolved],
            State.ResolvedByKim => [kim, resolved],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        return events.Aggregate(opened, (c, e) => c.Apply(e));
    }
}
