using Baton.Cases;
using Baton.Handoff;
using Baton.Tests.Conversation;

namespace Baton.Tests.Handoff;

public sealed class PressingTests
{
    [Theory]
    [InlineData(Priority.Medium, Urgency.Immediate, Priority.Critical)]
    [InlineData(Priority.Low, Urgency.Urgent, Priority.Urgent)]
    [InlineData(Priority.Critical, Urgency.Urgent, Priority.Critical)]
    [InlineData(Priority.High, Urgency.Standard, Priority.High)]
    [InlineData(Priority.Low, Urgency.Scheduled, Priority.Low)]
    [InlineData(null, Urgency.Immediate, Priority.Critical)]
    [InlineData(null, Urgency.Standard, null)]
    public void The_stricter_of_priority_and_urgency_counts(Priority? priority, Urgency urgency, Priority? expected) => Pressing.Of(priority, urgency).ShouldBe(expected);

    [Theory]
    [InlineData(Priority.Medium, Urgency.Immediate, "urgent")]
    [InlineData(Priority.Low, Urgency.Urgent, "urgent")]
    [InlineData(Priority.High, Urgency.Standard, "high")]
    [InlineData(Priority.Medium, Urgency.Standard, "normal")]
    [InlineData(Priority.Low, Urgency.Scheduled, "low")]
    public async Task The_help_desk_gets_the_stricter_one(Priority priority, Urgency urgency, string expected)
    {
        var s = new Situation { Kind = EscalationKind.ImmediateEscalation, Priority = priority, Urgency = urgency };
        var (_, ran) = await s.RunAsync(s.Decided());
        ran.SelectMany(r => r.Result.Messages).Single(m => m.Purpose == MessagePurpose.TicketUpdate).Fields["priority"].ShouldBe(expected);
    }

    [Theory]
    [InlineData(Urgency.Immediate, 480, 15)]
    [InlineData(Urgency.Urgent, 480, 30)]
    [InlineData(Urgency.Standard, 480, 480)]
    [InlineData(Urgency.Scheduled, 480, 480)]
    [InlineData(Urgency.Immediate, 10, 10)]
    public async Task The_time_to_respond_is_moved_up_and_never_back(Urgency urgency, int minutesSet, int expected)
    {
        var s = new Situation { Kind = EscalationKind.ImmediateEscalation, Urgency = urgency };
        var c = s.Decided().Apply(new TimerSet(TimerKind.SlaResponse, s.Now.AddMinutes(minutesSet)) { At = s.Now });
        var (after, _) = await s.RunAsync(c);
        after.RespondBy.ShouldBe(s.Now.AddMinutes(expected));
        after.Timers[TimerKind.SlaResponse].ShouldBe(s.Now.AddMinutes(expected));
    }

    [Fact]
    public void The_handoffs_fallback_moves_it_up_too()
    {
        var s = new Situation { Kind = EscalationKind.ImmediateEscalation, Urgency = Urgency.Immediate };
        var c = s.Decided().Apply(new TimerSet(TimerKind.SlaResponse, s.Now.AddHours(8)) { At = s.Now });
        var result = new HandoffStep(new EmptyStore()).Fallback(c, s.Context, new("broken"));
        result.Timers.Single(t => t.Kind == TimerKind.SlaResponse).Due.ShouldBe(s.Now.AddMinutes(15));
    }

    [Fact]
    public async Task A_response_that_was_given_sets_no_new_time()
    {
        var s = new Situation { Kind = EscalationKind.ImmediateEscalation, Urgency = Urgency.Immediate };
        var (after, _) = await s.RunAsync(s.Decided() with { FirstResponseAt = s.Now });
        after.Timers.ShouldNotContainKey(TimerKind.SlaResponse);
    }
}
