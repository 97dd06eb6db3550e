using Baton.Cases;
using Baton.Connectors;
using Baton.Knowledge;

namespace Baton.Tests.Conversation;

public class FollowUpStepTests
{
    private static async Task<OutgoingMessage[]> AfterFourHoursAsync(Situation s, Func<Baton.Cases.Case, Baton.Cases.Case>? meanwhile = null)
    {
        var (c, _) = await s.RunAsync(s.Decided());
        c = (meanwhile ?? (x => x))(Situation.Delivered(c, s.Now)).Apply(new TimerFired(TimerKind.FollowUp) { At = s.Now.AddHours(4) });
        var (after, ran) = await s.RunAsync(c, s.Now.AddHours(4));
        after.DueTimers.ShouldBeEmpty();
        return [.. ran.SelectMany(r => r.Result.Messages)];
    }

    [Fact]
    public async Task A_customer_who_owes_a_detail_is_reminded_once() =>
        (await AfterFourHoursAsync(new Situation())).ShouldHaveSingleItem().Purpose.ShouldBe(MessagePurpose.FollowUp);

    [Fact]
    public async Task A_customer_who_got_an_answer_is_left_alone() =>
        (await AfterFourHoursAsync(new Situation { Passages = [new Passage("a", "A", "H", "Do this.", 0.9)] })).ShouldBeEmpty();

    [Fact]
    public async Task A_customer_who_wrote_is_not_reminded() =>
        (await AfterFourHoursAsync(new Situation(), c => c.Apply(new CustomerMessageReceived("m2", "It says 42", null, null, true, false) { At = Situation.Monday }))).ShouldBeEmpty();

    [Fact]
    public async Task Once_a_person_has_the_case_the_agent_is_silent() =>
        (await AfterFourHoursAsync(new Situation(), c => c.Apply(new CaseClaimed("kim@northwind.example") { At = Situation.Monday }))).ShouldBeEmpty();
}
