using Baton.Cases;
using Baton.Tests.Engine;
using FsCheck;
using FsCheck.Fluent;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Pipeline;

/// <summary>That a message left is appended at any version and wakes nobody; so it may change no step's condition.</summary>
public sealed class DeliveryChangesNoConditionTests
{
    [Fact]
    public async Task A_delivery_changes_no_steps_condition()
    {
        await using var engine = new EngineHarness();
        Prop.ForAll(Life.Scripts(12), script =>
        {
            var cases = Life.PlayAsync(engine, script, settle: false).GetAwaiter().GetResult();
            foreach (var c in cases)
                Unchanged(engine, c);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    private static void Unchanged(EngineHarness engine, Case c)
    {
        foreach (var waiting in c.Outgoing.Values.Where(o => o.State is DeliveryState.Queued or DeliveryState.Sending))
        {
            var after = c.Apply(new MessageSent(waiting.Message.Id, "mail", null, 1) { At = c.UpdatedAt });
            foreach (var step in engine.Pipeline.Steps)
                step.Holds(after).ShouldBe(step.Holds(c), $"{step.Name} on {waiting.Message.Purpose}");
        }
    }
}
