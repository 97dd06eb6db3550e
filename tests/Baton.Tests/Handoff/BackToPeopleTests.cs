using Baton.Cases;
using Baton.Escalation;
using Baton.Tests.Engine;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Handoff;

/// <summary>Cases that come into the queue by a person's hand: somebody must be told, with all that they need.</summary>
public sealed class BackToPeopleTests
{
    private const string Kim = "kim@northwind.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_taken_from_the_agent_and_released_is_handed_to_a_team()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.Commands.ReleaseAsync(id, Kim, "not mine", Token);
        await engine.RunUntilRestAsync();

        ShouldBeHandedOff(engine, await engine.CaseAsync(id), EscalationReason.PutInQueue);
        engine.Sent(MessagePurpose.HandoffMail).ShouldHaveSingleItem().Body.ShouldContain("not mine");
        engine.ToCustomer(id).ShouldHaveSingleItem("the agent had answered, and people have it now").Purpose.ShouldBe(MessagePurpose.Reply);
    }

    [Fact]
    public async Task A_customer_who_has_heard_nothing_is_told_that_the_released_case_is_with_people()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.RunUntilRestAsync();
        await engine.Commands.ReleaseAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();

        ShouldBeHandedOff(engine, await engine.CaseAsync(id), EscalationReason.PutInQueue);
        engine.ToCustomer(id).ShouldHaveSingleItem().Purpose.ShouldBe(MessagePurpose.Acknowledgment);
    }

    [Fact]
    public async Task A_case_that_the_team_has_is_released_without_a_second_handoff()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.Commands.ReleaseAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_given_back_to_the_agent_and_taken_again_is_handed_off_anew()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, Kim, "It runs again.", null, Token);
        await engine.Commands.ReturnAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.Commands.ReleaseAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(2);
        ShouldBeHandedOff(engine, await engine.CaseAsync(id), EscalationReason.PutInQueue);
    }

    [Theory]
    [InlineData("writes")]
    [InlineData("says that it is not resolved")]
    [InlineData("is reopened")]
    public async Task What_a_person_closed_comes_back_with_a_handoff(string how)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.Commands.ResolveAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();
        _ = how switch
        {
            "writes" => await engine.SayAsync(id, "It is broken again, please help."),
            "is reopened" => await engine.Commands.ReopenAsync(id, "lea", null, Token),
            _ => await engine.Commands.FeedbackAsync(id, 1, null, false, Token),
        };
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        ShouldBeHandedOff(engine, c, EscalationReason.Reopened);
        c.WaitingMessages.ShouldBeEmpty();
        engine.Sent(MessagePurpose.CustomerWrote).ShouldBeEmpty("the package holds it");
        engine.ToCustomer(id).ShouldHaveSingleItem("after people had it the agent is silent").Purpose.ShouldBe(MessagePurpose.Reply);
        if (how == "writes")
            c.Handoff!.Brief.Issue.ShouldContain("broken again");
    }

    private static void ShouldBeHandedOff(EngineHarness engine, Case c, string reason)
    {
        c.Owner.ShouldBe(Owner.Queue);
        c.Handoff!.ShouldSatisfyAllConditions(h => h.Package.Escalation.Reasons.ShouldContain(reason), h => h.Completeness.ShouldBeGreaterThan(0.7), h => engine.Policy.Teams.Keys.ShouldContain(h.Team));
        c.Timers.ShouldContainKey(TimerKind.ClaimDeadline);
        c.Timers.ShouldContainKey(TimerKind.HandoffFollowUp);
        engine.Sent(MessagePurpose.HandoffMail)[^1].To.ShouldBe(engine.Policy.Teams[c.Handoff!.Team].Email);
    }
}
