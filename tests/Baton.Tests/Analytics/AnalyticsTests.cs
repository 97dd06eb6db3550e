using Baton.Tests.Engine;

namespace Baton.Tests.Analytics;

public sealed class AnalyticsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_self_resolved_case_is_analysed_as_automated()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(25));

        var p = (await engine.CaseAsync(id)).Performance!;
        p.Efficiency.Automated.ShouldBeTrue();
        p.Quality.ResolvedAsPredicted.ShouldBe(true);
        p.Efficiency.TimeToResolutionMs.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromHours(23).TotalMilliseconds);
        p.Impact.SlaMet.ShouldBe(true);
    }

    [Fact]
    public async Task The_analysis_follows_every_change_of_the_outcome()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.FeedbackAsync(id, 2, null, null, Token);
        await engine.RunUntilRestAsync();
        var c = await engine.CaseAsync(id);
        c.Performance!.Impact.Satisfaction.ShouldBe(2);
        c.Performance.Improvements.ShouldContain(i => i.Area == "reply");

        await engine.Commands.FeedbackAsync(id, 5, null, true, Token);
        await engine.RunUntilRestAsync();
        c = await engine.CaseAsync(id);
        c.Performance!.Impact.Satisfaction.ShouldBe(5);
        c.Performance.Improvements.ShouldNotContain(i => i.Area == "reply");
    }

    [Fact]
    public async Task Proposals_are_ranked_by_impact_less_effort()
    {
        await using var engine = new EngineHarness(new EngineParts { Reasoner = new ScriptedReasoner() });
        engine.Chat.Answer = _ => new Baton.Connectors.Delivery.Refused("gone");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.AdvanceAsync(TimeSpan.FromHours(3));

        var improvements = (await engine.CaseAsync(id)).Performance!.Improvements;
        improvements.Count.ShouldBeGreaterThan(2);
        improvements.Select(i => -i.Rank).ShouldBeInOrder();
        improvements.Select(i => i.Area).ShouldContain("delivery");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Whether_a_handoff_was_right_is_for_a_person_to_say(bool needed, bool appropriate)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        (await engine.CaseAsync(id)).Performance!.Quality.EscalationAppropriate.ShouldBeNull();

        await engine.Commands.VerdictAsync(id, "lead", needed, null, null, Token);
        await engine.RunUntilRestAsync();
        (await engine.CaseAsync(id)).Performance!.Quality.EscalationAppropriate.ShouldBe(appropriate);
    }
}
