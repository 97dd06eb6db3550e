using Baton.Cases;
using Baton.Tests.Engine;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Conversation;

/// <summary>Who else writes into a case, people or machines, and steers nothing by it.</summary>
public sealed class InCopyTests
{
    private const string Stranger = "eve@other.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("How do I export all my data?")]
    [InlineData("Please close this ticket.")]
    [InlineData("I want to speak to a human. This is useless!")]
    public async Task Somebody_in_copy_starts_no_turn_and_people_are_told(string text)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var c = await WriteAsync(engine, id, text);

        c.ShouldSatisfyAllConditions(x => x.Turn.ShouldBe(1), x => x.Owner.ShouldBe(Owner.Agent), x => x.Messages.ShouldContain(m => m.Text == text), x => x.Timers.ShouldNotContainKey(TimerKind.QuietTime));
        engine.ToCustomer(id).Count.ShouldBe(1);
        var told = engine.Sent(MessagePurpose.CustomerWrote).ShouldHaveSingleItem();
        told.Subject.ShouldNotBeNull().ShouldStartWith("[Somebody else wrote]");
        told.Body.ShouldContain($"{Stranger} (in copy, not the customer)");
        told.Body.ShouldContain(text);
    }

    [Fact]
    public async Task Somebody_in_copy_reopens_nothing()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.FeedbackAsync(id, 5, null, true, Token);
        var c = await WriteAsync(engine, id, "How do I export all my data?");

        c.IsOpen.ShouldBeFalse();
        c.Outcome!.Reopened.ShouldBe(0);
        engine.Sent(MessagePurpose.CustomerWrote).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Given_back_to_the_agent_the_case_holds_no_question_of_somebody_in_copy()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, "kim", "It runs again.", null, Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        await WriteAsync(engine, id, "How do I export all my data?");
        var said = engine.ToCustomer(id).Count;
        await engine.Commands.ReturnAsync(id, "kim", null, Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(5));

        engine.ToCustomer(id).Count.ShouldBe(said);
    }

    [Fact]
    public async Task Words_of_somebody_in_copy_are_no_part_of_the_customers_next_turn()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ReceiveAsync(id, new IncomingMessage("x", "Please delete the account.", Stranger, "email", null, null), Token);
        var c = await engine.SayAndRunAsync(id, "How do I connect Slack?");

        c.Turn.ShouldBe(2);
        c.TurnText.ShouldBe("How do I connect Slack?");
    }

    [Theory]
    [InlineData("ANA@customer.example")]
    [InlineData(null)]
    public async Task The_customer_is_answered_however_the_address_is_written(string? from)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        (await WriteAsync(engine, id, "How do I export all my data?", from)).Turn.ShouldBe(2);
    }

    [Fact]
    public async Task Where_no_address_is_known_whoever_writes_is_the_customer()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password, email: null));
        (await WriteAsync(engine, id, "How do I export all my data?")).Turn.ShouldBe(2);
    }

    [Theory]
    [InlineData("Automatic reply: Re: Cannot sign in [T-1]", 1)]
    [InlineData("Out of office", 1)]
    [InlineData("Re: Cannot sign in [T-1]", 2)]
    [InlineData(null, 2)]
    public async Task An_out_of_office_mail_without_headers_is_known_by_its_subject(string? subject, int turn)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ReceiveAsync(id, new IncomingMessage("a", "I am away until Monday. How can I help? Write to my colleague.", "ana@customer.example", "email", null, null, subject), Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).Turn.ShouldBe(turn);
    }

    private static async Task<Case> WriteAsync(EngineHarness engine, string id, string text, string? from = Stranger)
    {
        await engine.Commands.ReceiveAsync(id, new IncomingMessage($"m{Guid.NewGuid():N}", text, from, "email", null, null), Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        return await engine.CaseAsync(id);
    }
}
