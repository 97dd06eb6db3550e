using Baton.Tests.Engine;

namespace Baton.Tests.Outcomes;

public sealed class DurabilityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resolution_that_held_for_seven_days_held_whatever_comes_later()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.DoubleCharge));
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        await engine.AdvanceAsync(TimeSpan.FromDays(9));
        (await engine.CaseAsync(id)).Outcome!.Durable.ShouldBe(true);

        var c = await engine.SayAndRunAsync(id, "Hello again: how do I invite a colleague?");

        c.IsOpen.ShouldBeTrue();
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Reopened.ShouldBe(1), o => o.Durable.ShouldBe(true));
    }
}
