using Baton.Cases;

namespace Baton.Tests.Contracts;

public abstract partial class CaseStoreContract
{
    private Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(DateTimeOffset? now = null, int mailsPerHour = 100, int limit = 100) =>
        Store.ClaimMessagesAsync(now ?? Now, mailsPerHour, limit, Token);

    [Fact]
    public async Task A_queued_message_is_handed_out_once_as_it_was_queued()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("T-1.1.reply"));
        (await Store.NextMessageAsync(Token)).ShouldBe(Now);

        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();

        claimed.CaseId.ShouldBe("T-1");
        (claimed.Attempts, claimed.Withheld).ShouldBe((1, null));
        claimed.Message.Body.ShouldBe(SampleLife.Queued("x").Message.Body);
        claimed.Message.Fields.ShouldBe(new Dictionary<string, string> { ["case"] = "T-1.1.reply" });
        (await ClaimAsync()).ShouldBeEmpty();
        (await Store.NextMessageAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Messages_are_handed_out_oldest_first_and_not_before_their_time()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("c", at: Now.AddSeconds(3)), SampleLife.Queued("a", at: Now.AddSeconds(1)), SampleLife.Queued("b", at: Now.AddSeconds(2)));

        (await ClaimAsync(Now)).ShouldBeEmpty();
        (await ClaimAsync(Now.AddSeconds(2), limit: 1)).Select(m => m.Message.Id).ShouldBe(["a"]);
        (await ClaimAsync(Now.AddSeconds(5))).Select(m => m.Message.Id).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task A_delayed_message_is_tried_again_at_its_time_with_its_attempts_counted()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("m"));
        await ClaimAsync();
        await BookkeepAsync("T-1", new MessageDelayed("m", "smtp", "timed out", 1, Now.AddMinutes(2)) { At = Now });

        (await Store.NextMessageAsync(Token)).ShouldBe(Now.AddMinutes(2));
        (await ClaimAsync(Now.AddMinutes(1))).ShouldBeEmpty();
        (await ClaimAsync(Now.AddMinutes(2))).ShouldHaveSingleItem().Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_sent_refused_uncertain_or_withdrawn_does_not_come_again()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("a"), SampleLife.Queued("b"), SampleLife.Queued("c"), SampleLife.Queued("d"));
        await ClaimAsync();
        await BookkeepAsync("T-1",
            new MessageSent("a", "smtp", null, 1) { At = Now }, new MessageRefused("b", "smtp", "no", 1) { At = Now },
            new MessageUncertain("c", "smtp", "?") { At = Now }, new MessageWithdrawn("d", "no") { At = Now });
        await ReopenAsync();

        (await ClaimAsync(Now.AddDays(1))).ShouldBeEmpty();
        (await Store.FindInterruptedMessagesAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_being_sent_when_the_process_ended_is_found_by_the_next_one()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("a"), SampleLife.Queued("b", at: Now.AddMinutes(1)));
        await ClaimAsync();
        (await Store.FindInterruptedMessagesAsync(Token)).ShouldBeEmpty("this process is still sending it");
        await ReopenAsync();

        var found = (await Store.FindInterruptedMessagesAsync(Token)).ShouldHaveSingleItem();
        (found.CaseId, found.Message.Id, found.Attempts).ShouldBe(("T-1", "a", 1));
        (await ClaimAsync()).ShouldBeEmpty("nothing is silently sent again");

        await BookkeepAsync("T-1", new MessageUncertain("a", "smtp", "died while sending") { At = Now });
        (await Store.FindInterruptedMessagesAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_can_queue_a_refused_message_again()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("a"));
        await ClaimAsync();
        await BookkeepAsync("T-1", new MessageRefused("a", "smtp", "mailbox full", 1) { At = Now });
        await BookkeepAsync("T-1", SampleLife.Queued("a", at: Now.AddHours(1)));

        (await ClaimAsync(Now.AddHours(1))).ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData(MessagePurpose.Reply, true)]
    [InlineData(MessagePurpose.FollowUp, true)]
    [InlineData(MessagePurpose.Acknowledgment, false)]
    [InlineData(MessagePurpose.HandoffMail, false)]
    [InlineData(MessagePurpose.PersonReply, false)]
    public async Task What_the_agent_answers_is_withheld_when_a_person_took_over_since(MessagePurpose purpose, bool withheld)
    {
        var c = await OpenCaseAsync("T-1", SampleLife.Queued("m", purpose));
        c = await AppendAsync(c, new CaseClaimed("ana") { At = Now });
        await AppendAsync(c, new ReturnedToAgent("ana", null) { At = Now });

        var claimed = (await ClaimAsync()).ShouldHaveSingleItem();
        claimed.Withheld.ShouldBe(withheld ? "a person has taken over" : null);
        claimed.Attempts.ShouldBe(withheld ? 0 : 1);
    }

    [Fact]
    public async Task A_withheld_message_stays_until_it_is_withdrawn()
    {
        var c = await OpenCaseAsync("T-1", SampleLife.Queued("m"));
        await AppendAsync(c, new CaseClaimed("ana") { At = Now });

        (await ClaimAsync()).ShouldHaveSingleItem().Withheld.ShouldNotBeNull();
        (await ClaimAsync()).ShouldHaveSingleItem();
        await BookkeepAsync("T-1", new MessageWithdrawn("m", "a person has taken over") { At = Now });
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_of_the_same_append_as_the_handoff_knows_who_has_the_case_after_it()
    {
        await OpenCaseAsync("T-1", SampleLife.HandedOff("T-1"), SampleLife.Queued("ack", MessagePurpose.Acknowledgment), SampleLife.Queued("team", MessagePurpose.HandoffMail));
        (await ClaimAsync()).ShouldAllBe(m => m.Withheld == null);
    }

    [Fact]
    public async Task An_acknowledgment_is_withheld_when_a_person_was_quicker()
    {
        var c = await OpenCaseAsync("T-1", SampleLife.HandedOff("T-1"), SampleLife.Queued("ack", MessagePurpose.Acknowledgment), SampleLife.Queued("survey", MessagePurpose.Survey));
        await AppendAsync(c, new PersonReplied("ana", "On it.") { At = Now });

        var claimed = await ClaimAsync();
        claimed.Single(m => m.Message.Id == "ack").Withheld.ShouldBe("a person has already replied");
        claimed.Single(m => m.Message.Id == "survey").Withheld.ShouldBeNull();
    }

    [Fact]
    public async Task No_more_than_so_many_automatic_mails_an_hour_go_to_one_address()
    {
        foreach (var n in Enumerable.Range(0, 5))
            await OpenCaseAsync($"T-{n}", SampleLife.Queued($"m{n}", to: n % 2 == 0 ? "Loop@Shop.example" : "loop@shop.example "));
        await OpenCaseAsync("T-8", SampleLife.Queued("other", to: "other@shop.example"));
        await OpenCaseAsync("T-9", SampleLife.Queued("person", MessagePurpose.PersonReply, "loop@shop.example"));

        var claimed = await ClaimAsync(mailsPerHour: 3);
        claimed.Where(m => m.Withheld is null).Select(m => m.Message.Id).ShouldBe(["m0", "m1", "m2", "other", "person"], ignoreOrder: true);
        claimed.Where(m => m.Withheld is not null).ShouldAllBe(m => m.Withheld == "more than 3 mails an hour to this address");

        foreach (var n in Enumerable.Range(0, 3))
            await BookkeepAsync($"T-{n}", new MessageSent($"m{n}", "smtp", null, 1) { At = Now });
        (await ClaimAsync(Now.AddMinutes(59), mailsPerHour: 3)).ShouldAllBe(m => m.Withheld != null);
        (await ClaimAsync(Now.AddMinutes(60), mailsPerHour: 3)).Select(m => m.Withheld).ShouldBe([null, null]);
    }

    [Fact]
    public async Task A_mail_that_did_not_leave_does_not_count()
    {
        await OpenCaseAsync("T-1", SampleLife.Queued("a", to: "jo@shop.example"));
        await ClaimAsync(mailsPerHour: 1);
        await BookkeepAsync("T-1", new MessageRefused("a", "smtp", "no", 1) { At = Now });
        await OpenCaseAsync("T-2", SampleLife.Queued("b", to: "jo@shop.example"));

        (await ClaimAsync(mailsPerHour: 1)).ShouldHaveSingleItem().Withheld.ShouldBeNull();
    }
}
