using Baton.Cases;
using Baton.Pipeline;
using Baton.Tests.Conversation;
using FsCheck;
using FsCheck.Fluent;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Handoff;

/// <summary>Whatever happened to a case, each step that acts on it settles what made it act, also when its work failed.</summary>
public class TerminationTests
{
    private static readonly Arbitrary<int[]> Histories = Gen.Choose(0, 13).ArrayOf(20).ToArbitrary();

    private static readonly Situation[] Beginnings =
    [
        new(), new() { Automatic = true }, new() { Language = "pl", Email = null }, new() { Kind = EscalationKind.ImmediateEscalation, Urgency = Urgency.Immediate, Frustration = 95 },
        new() { Kind = EscalationKind.ScheduledEscalation, Urgency = Urgency.Scheduled, Now = Situation.Weekend, Automatic = true },
    ];

    [Fact]
    public void Every_step_settles_what_made_it_act() => Prop.ForAll(Histories, history =>
    {
        foreach (var s in Beginnings)
        {
            foreach (var c in States(s, history))
                EachSettles(s, c);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static void EachSettles(Situation s, Case c)
    {
        foreach (var step in s.Steps.Where(step => step.Holds(c)))
        {
            Settles(step, c, s, step.RunAsync(c, s.Context, CancellationToken.None).AsTask().GetAwaiter().GetResult());
            Settles(step, c, s, step.Fallback(c, s.Context, new StepFailure("test")));
        }
    }

    private static void Settles(IStep step, Case c, Situation s, StepResult result)
    {
        step.Holds(Situation.Apply(c, result, s.Now)).ShouldBeFalse(step.Name);
        result.Messages.Select(m => m.Id).ShouldBeUnique();
        result.Messages.ShouldAllBe(m => !c.Outgoing.ContainsKey(m.Id) && (m.Subject == null || !m.Subject.Any(char.IsControl)));
        // Only a customer whom no acknowledgement reached hears of the agent again while people have the case.
        if (c.Owner != Owner.Agent && step.Name != "handoff_delivery")
            result.Messages.ShouldNotContain(m => m.ToCustomer);
        result.Messages.Count(m => m.ToCustomer).ShouldBeLessThanOrEqualTo(1);
    }

    private static IEnumerable<Case> States(Situation s, int[] history)
    {
        var c = s.Decided();
        yield return c;
        foreach (var what in history)
            yield return c = Next(s, c, what);
    }

    private static Case Next(Situation s, Case c, int what) => what switch
    {
        0 => s.NextTurn(c, "It still says error 42."),
        1 => s.NextTurn(c, "That solved it, thank you!"),
        2 => c.Apply(new CustomerMessageReceived($"x{c.Version}", "Any news?", null, null, true, false) { At = s.Now }),
        3 => c.Owner == Owner.Queue ? c.Apply(new CaseClaimed("kim@northwind.example") { At = s.Now }) : c,
        4 => c.Owner == Owner.Person ? c.Apply(new PersonReplied("kim", "Hello") { At = s.Now }) : c,
        5 => c.Owner == Owner.Person ? c.Apply(new ReturnedToAgent("kim", null) { At = s.Now }) : c,
        6 => c.Owner == Owner.Person ? c.Apply(new CaseReleased("kim", null) { At = s.Now }) : c,
        7 => c.Timers.Keys.Aggregate(c, (state, t) => state.Apply(new TimerFired(t) { At = s.Now })),
        8 => c.Apply(new TimerFired(TimerKind.SlaResponse) { At = s.Now }),
        9 => c.Apply(new StuckFound("no deadline") { At = s.Now }),
        10 => Situation.Delivered(c, s.Now),
        11 => c.Outgoing.Values.Where(o => o.State == DeliveryState.Queued).Aggregate(c, (state, o) => state.Apply(new MessageRefused(o.Message.Id, "smtp", "550", 3) { At = s.Now })),
        12 => c.IsOpen ? c.Apply(new CaseResolved(ResolutionKind.ByPerson, "kim", null) { At = s.Now }) : c,
        _ => s.Steps.FirstOrDefault(step => step.Holds(c)) is { } step
            ? Situation.Apply(c, step.RunAsync(c, s.Context, CancellationToken.None).AsTask().GetAwaiter().GetResult(), s.Now) : c,
    };
}
