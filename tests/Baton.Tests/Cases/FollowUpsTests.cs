using Baton.Cases;
using Baton.Tests.Engine;

namespace Baton.Tests.Cases;

/// <summary>Tickets that are further words on a case which is there already.</summary>
public sealed class FollowUpsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_that_its_source_sends_again_with_other_words_is_the_same_ticket_and_loses_none_of_them()
    {
        await using var engine = new EngineHarness();
        var first = engine.Ticket(Texts.Password) with { Source = "zendesk", ExternalId = "Z-1" };
        await engine.HandleAsync(first);
        for (var i = 0; i < 3; i++)
            (await engine.Commands.OpenAsync(first with { Id = $"T-again-{i}", Description = "How do I connect Slack?" }, null, Token)).ShouldBe(new OpenResult(first.Id, OpenStatus.Known));
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        var c = await engine.CaseAsync(first.Id);
        c.CustomerMessages.Select(m => m.Text).ShouldBe([Texts.Password, "How do I connect Slack?"]);
        c.Turn.ShouldBe(2);
        engine.ToCustomer(first.Id)[^1].Body.ShouldContain("Slack");
    }

    [Fact]
    public async Task The_same_words_again_say_nothing_new_whatever_else_changed()
    {
        await using var engine = new EngineHarness();
        var first = engine.Ticket(Texts.Password) with { Source = "zendesk", ExternalId = "Z-1" };
        await engine.HandleAsync(first);
        await engine.Commands.OpenAsync(first with { Id = "T-again", PreviousTicketCount = 3, ReceivedAt = engine.Time.GetUtcNow().AddHours(1) }, "another-key", Token);

        (await engine.CaseAsync(first.Id)).CustomerMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_idempotency_key_is_the_same_call_whatever_it_says()
    {
        await using var engine = new EngineHarness();
        var first = engine.Ticket(Texts.Password);
        await engine.Commands.OpenAsync(first, "key", Token);
        (await engine.Commands.OpenAsync(first with { Id = "T-2", Description = "Other words." }, "key", Token)).CaseId.ShouldBe(first.Id);
        (await engine.CaseAsync(first.Id)).CustomerMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_source_that_names_the_message_and_its_text_may_say_the_same_twice()
    {
        await using var engine = new EngineHarness();
        var first = engine.Ticket(Texts.Password) with { Source = "zendesk", ExternalId = "Z-1" };
        await engine.HandleAsync(first);
        foreach (var id in (string[])["c1", "c2", "c2"])
            await engine.Commands.OpenAsync(first with { Id = $"T-{id}" }, null, new FollowUp(id, "Any news?"), Token);

        (await engine.CaseAsync(first.Id)).CustomerMessages.Select(m => m.Text).ShouldBe([Texts.Password, "Any news?", "Any news?"]);
    }

    [Fact]
    public async Task A_customers_answer_to_our_mail_joins_its_case_by_the_mark_in_the_subject()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var mail = engine.Ticket("How do I connect Slack?", $"AW: Re: Your request [{id}]") with { Headers = new Dictionary<string, string> { ["Message-ID"] = "<7@customer.example>" } };
        (await engine.Commands.OpenAsync(mail, null, Token)).ShouldBe(new OpenResult(id, OpenStatus.Known));
        (await engine.Commands.OpenAsync(mail with { Id = "T-77" }, null, Token)).CaseId.ShouldBe(id);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).Turn.ShouldBe(2);
        (await engine.CaseAsync(id)).CustomerMessages.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("eve@other.example", "Re: Your request [{0}]")]
    [InlineData(null, "Re: Your request [{0}]")]
    [InlineData("ana@customer.example", "Re: Your request [T-9999]")]
    [InlineData("ana@customer.example", "[URGENT] Your request {0}")]
    public async Task A_mark_joins_only_the_customers_own_case(string? email, string subject)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var other = engine.Ticket("How do I connect Slack?", string.Format(System.Globalization.CultureInfo.InvariantCulture, subject, id), email);
        (await engine.Commands.OpenAsync(other, null, Token)).ShouldBe(new OpenResult(other.Id, OpenStatus.Opened));
        (await engine.CaseAsync(id)).CustomerMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_out_of_office_mail_on_a_marked_case_is_no_turn()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.OpenAsync(engine.Ticket("I am away.", $"Automatic reply: Re: Your request [{id}]"), null, Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).Turn.ShouldBe(1);
    }
}
