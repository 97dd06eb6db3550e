using Baton.Cases;
using Baton.Tests.Engine;

namespace Baton.Tests.Pipeline;

/// <summary>Conversation and handoff fail beyond their fallbacks: somebody is told all the same.</summary>
public sealed class NoWayToPeopleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static EngineParts BothBroken => new() { Steps = steps => StepReplacement.Broken("handoff", fallbackToo: true)(StepReplacement.Broken("conversation", fallbackToo: true)(steps)) };

    [Theory]
    [InlineData(Texts.Password)]
    [InlineData(Texts.Legal)]
    public async Task Where_the_handoff_fails_beyond_its_fallback_the_emergency_address_and_channel_are_told_and_the_customer_too(string text)
    {
        await using var engine = new EngineHarness(BothBroken);
        var id = await engine.HandleAsync(engine.Ticket(text));

        var c = await engine.CaseAsync(id);
        c.SetAside.ShouldBe(["conversation", "handoff"]);
        c.ReviewReasons.ShouldContain("manual_intervention");
        c.Timers.ShouldContainKey(TimerKind.ClaimDeadline);
        engine.Sent(MessagePurpose.Emergency).Select(m => m.To).ShouldBe([engine.Policy.Emergency.Email, engine.Policy.Emergency.Channel]);
        engine.ToCustomer(id).ShouldHaveSingleItem().Purpose.ShouldBe(MessagePurpose.Acknowledgment);

        (await engine.Commands.ClaimAsync(id, "kim@northwind.example", Token)).Refusal.ShouldBeNull();
        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Person);
    }

    [Fact]
    public async Task A_case_that_nobody_took_out_of_an_emergency_is_told_again_to_the_people_on_duty_alone()
    {
        await using var engine = new EngineHarness(BothBroken);
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        for (var hour = 0; hour < 60; hour++)
        {
            await engine.AdvanceAsync(TimeSpan.FromHours(1));
            await engine.Watchdog.ReportStuckAsync(Token);
        }
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.Emergency).Count.ShouldBeInRange(4, 40);
        engine.ToCustomer(id).Count(m => m.Purpose == MessagePurpose.Acknowledgment).ShouldBe(1);
    }
}
