using Baton.Cases;
using Baton.Tests.Engine;

namespace Baton.Tests.Pipeline;

/// <summary>Customers write in bursts, twice, and out of order.</summary>
public sealed class BurstTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_burst_is_one_turn_and_gets_one_answer()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        foreach (var part in (string[])["I forgot my password", "and cannot reset it", "how do I reset my password?"])
        {
            await engine.SayAsync(id, part);
            await engine.AdvanceAsync(TimeSpan.FromSeconds(2));
        }
        engine.ToCustomer(id).Count.ShouldBe(1);

        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        var c = await engine.CaseAsync(id);
        c.Turn.ShouldBe(2);
        c.TurnText.ShouldContain("I forgot my password");
        c.TurnText.ShouldContain("how do I reset");
        engine.ToCustomer(id).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Words_that_come_before_the_answer_is_ready_are_answered_with_the_first()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket("Good morning, I have a question about my account."));
        engine.Store.BeforeAppend = async append =>
        {
            if (!append.Events.Any(e => e is SentimentAnalysed))
                return;
            engine.Store.BeforeAppend = null;
            await engine.SayAsync(id, Texts.Password);
        };
        await engine.RunUntilRestAsync();
        engine.ToCustomer(id).ShouldBeEmpty();

        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        var c = await engine.CaseAsync(id);
        c.TurnText.ShouldContain("Good morning");
        c.TurnText.ShouldContain("forgot my password");
        engine.ToCustomer(id).Count.ShouldBe(1);
        c.Reply!.Type.ShouldBe(ReplyType.Solution);
    }

    [Fact]
    public async Task Words_that_come_after_the_answer_was_made_get_an_answer_of_their_own()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        await engine.SayAsync(id, "By the way, how can I export my data as CSV?");
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).Turn.ShouldBe(2);
        engine.ToCustomer(id).Count.ShouldBe(2);
        engine.ToCustomer(id).Select(m => m.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task The_way_to_people_waits_for_no_burst_and_takes_it_along()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Legal));
        engine.Store.BeforeAppend = async append =>
        {
            if (!append.Events.Any(e => e is EscalationDecided))
                return;
            engine.Store.BeforeAppend = null;
            await engine.SayAsync(id, "And it is getting worse by the minute.");
        };
        await engine.RunUntilRestAsync();

        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Queue);
        (await engine.CaseAsync(id)).WaitingMessages.ShouldBeEmpty();
        (engine.Sent(MessagePurpose.HandoffMail).Single().Body + engine.Sent(MessagePurpose.CustomerWrote).SingleOrDefault()?.Body).ShouldContain("worse by the minute");
    }

    [Fact]
    public async Task A_message_that_comes_twice_under_one_id_counts_once()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        (await engine.SayAsync(id, "It says error 42.", "msg-1")).Repeated.ShouldBeFalse();
        (await engine.SayAsync(id, "It says error 42.", "msg-1")).Repeated.ShouldBeTrue();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => engine.SayAsync(id, "Hello?", "msg-2")));
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).CustomerMessages.Select(m => m.Id).ShouldBe(["1", "msg-1", "msg-2"]);
    }

    [Fact]
    public async Task Messages_that_come_out_of_order_are_read_in_the_order_they_were_written()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        var now = engine.Time.GetUtcNow();
        await engine.SayAsync(id, "second", sentAt: now.AddMinutes(2));
        await engine.SayAsync(id, "first", sentAt: now.AddMinutes(1));

        (await engine.CaseAsync(id)).Messages.Where(m => m.Role == Role.Customer).Select(m => m.Text).ShouldBe([Texts.Vague, "first", "second"]);
    }

    [Fact]
    public async Task Automatic_mail_starts_no_turn()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        await engine.Commands.ReceiveAsync(id, new IncomingMessage("a", "I am away until Monday.", null, "email", null, new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" }), Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).Turn.ShouldBe(1);
        engine.ToCustomer(id).Count.ShouldBe(1);
    }
}
