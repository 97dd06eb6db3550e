using Baton.Cases;
using Baton.Connectors;
using Baton.Tests.Engine;

namespace Baton.Tests.Distribution;

/// <summary>What people send: once under one key, and once more where it did not arrive.</summary>
public sealed class ResendTests
{
    private const string Kim = "kim@northwind.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DeliveryState.Refused)]
    [InlineData(DeliveryState.Unknown)]
    public async Task A_message_that_did_not_arrive_is_sent_once_more_under_its_own_id(DeliveryState state)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        engine.Mail.Answer = _ => state == DeliveryState.Refused ? new Delivery.Refused("550") : new Delivery.Uncertain("timed out");
        await engine.Commands.ReplyAsync(id, Kim, "It runs again.", null, Token);
        await engine.RunUntilRestAsync();
        var failed = Persons(await engine.CaseAsync(id));
        failed.State.ShouldBe(state);
        engine.Mail.Answer = m => new Delivery.Sent("p-2");

        (await engine.Commands.ResendAsync(id, failed.Message.Id, Kim, Token)).Refusal.ShouldBeNull();
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        Persons(c).ShouldSatisfyAllConditions(o => o.Message.Id.ShouldBe(failed.Message.Id), o => o.State.ShouldBe(DeliveryState.Sent));
        c.ReviewReasons.ShouldBeEmpty();
        c.Timeline.ShouldContain(t => t.What == "message_resent" && t.Who == Kim);
        engine.Sent(MessagePurpose.PersonReply).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_review_reason_stays_while_another_message_has_it()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Refused("no");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        var refused = (await engine.CaseAsync(id)).Outgoing.Values.First(o => o.State == DeliveryState.Refused && !o.Message.ToCustomer).Message.Id;
        engine.Mail.Answer = _ => new Delivery.Sent(null);
        var after = (await engine.Commands.ResendAsync(id, refused, Kim, Token)).Case!;

        after.ReviewReasons.ShouldContain("message_refused");
        after.Outgoing[refused].State.ShouldBe(DeliveryState.Queued);
    }

    [Fact]
    public async Task What_was_sent_or_is_under_way_or_is_not_there_is_not_sent_again()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        var message = (await engine.CaseAsync(id)).Outgoing.Keys.Single();
        await RefusedAsync(RefusalCode.Conflict, "queued");
        await engine.RunUntilRestAsync();
        await RefusedAsync(RefusalCode.Conflict, "sent");
        (await engine.Commands.ResendAsync(id, "nothing", Kim, Token)).Refusal!.Code.ShouldBe(RefusalCode.NotFound);

        async Task RefusedAsync(RefusalCode code, string telling)
        {
            var refusal = (await engine.Commands.ResendAsync(id, message, Kim, Token)).Refusal.ShouldNotBeNull();
            refusal.Code.ShouldBe(code);
            refusal.Message.ShouldContain(telling);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_of_the_agent_that_a_person_overtook_is_not_sent_again(bool givenBack)
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Refused("550");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        engine.Mail.Answer = _ => new Delivery.Sent(null);
        await engine.Commands.ReplyAsync(id, Kim, "I have reset it.", null, Token);
        if (givenBack)
            await engine.Commands.ReturnAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();

        var agents = (await engine.CaseAsync(id)).Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.Reply).Message.Id;
        (await engine.Commands.ResendAsync(id, agents, Kim, Token)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public async Task A_persons_own_refused_reply_can_be_sent_again()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        engine.Mail.Answer = _ => new Delivery.Refused("no");
        await engine.Commands.ReplyAsync(id, Kim, "It runs again.", null, Token);
        await engine.RunUntilRestAsync();
        engine.Mail.Answer = _ => new Delivery.Sent(null);
        var message = (await engine.CaseAsync(id)).Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.PersonReply).Message.Id;
        (await engine.Commands.ResendAsync(id, message, Kim, Token)).Refusal.ShouldBeNull();
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.PersonReply).Count.ShouldBe(1);
        (await engine.CaseAsync(id)).Messages.Count(m => m.Role == Role.Person).ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_and_a_note_under_one_key_are_made_once()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => engine.Commands.ReplyAsync(id, Kim, "On it.", "k", Token)));
        await engine.Commands.NoteAsync(id, Kim, "Known partner.", "k", Token);
        (await engine.Commands.NoteAsync(id, Kim, "Known partner.", "k", Token)).Repeated.ShouldBeTrue();
        await engine.Commands.ReleaseAsync(id, Kim, null, Token);
        (await engine.Commands.ReplyAsync(id, Kim, "On it.", "k", Token)).Case!.Owner.ShouldBe(Owner.Queue);
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.PersonReply).Count.ShouldBe(1);
        (await engine.CaseAsync(id)).InternalMessages.Count(m => m.Text == "Known partner.").ShouldBe(1);
    }

    [Fact]
    public async Task A_key_stands_for_one_text()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, Kim, "On it.", "k", Token);
        await engine.Commands.NoteAsync(id, Kim, "Known partner.", "k", Token);
        await engine.Commands.ReceiveAsync(id, Message("Any news?"), Token);

        (await engine.Commands.ReplyAsync(id, Kim, "It is solved.", "k", Token)).Refusal!.Code.ShouldBe(RefusalCode.KeyReused);
        (await engine.Commands.NoteAsync(id, Kim, "Unknown partner.", "k", Token)).Refusal!.Code.ShouldBe(RefusalCode.KeyReused);
        (await engine.Commands.ReceiveAsync(id, Message("It is urgent."), Token)).Refusal!.Code.ShouldBe(RefusalCode.KeyReused);
        (await engine.Commands.ReceiveAsync(id, Message("Any news?"), Token)).Repeated.ShouldBeTrue();
        await engine.RunUntilRestAsync();
        engine.Sent(MessagePurpose.PersonReply).ShouldHaveSingleItem().Body.ShouldBe("On it.");

        static IncomingMessage Message(string text) => new(IncomingMessage.IdOf("k"), text, null, null, null, null);
    }

    [Fact]
    public async Task A_key_opens_one_ticket_whatever_ids_its_repeats_are_given()
    {
        await using var engine = new EngineHarness();
        var ticket = engine.Ticket(Texts.Password);
        await engine.Commands.OpenAsync(ticket, "k", Token);

        (await engine.Commands.OpenAsync(ticket with { Id = "T-again", ReceivedAt = ticket.ReceivedAt.AddMinutes(1) }, "k", Token)).ShouldBe(new OpenResult(ticket.Id, OpenStatus.Known));
        (await engine.Commands.OpenAsync(ticket with { Id = "T-other", Description = Texts.Vague }, "k", Token)).Status.ShouldBe(OpenStatus.KeyReused);
    }

    [Fact]
    public async Task Replies_under_other_keys_or_none_are_each_sent()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        foreach (var key in (string?[])["a", "b", null, null])
            await engine.Commands.ReplyAsync(id, Kim, "On it.", key, Token);
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.PersonReply).Count.ShouldBe(4);
    }

    private static OutgoingState Persons(Baton.Cases.Case c) => c.Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.PersonReply);
}
