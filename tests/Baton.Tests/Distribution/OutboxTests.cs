using Baton.Cases;
using Baton.Connectors;
using Baton.Distribution;
using Baton.Tests.Engine;

namespace Baton.Tests.Distribution;

public sealed class OutboxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_goes_from_intent_to_sent_and_the_log_says_so()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        Only(await engine.CaseAsync(id)).State.ShouldBe(DeliveryState.Queued);

        await engine.Outbox.DispatchAsync(Token);

        var sent = Only(await engine.CaseAsync(id));
        sent.State.ShouldBe(DeliveryState.Sent);
        sent.SentAt.ShouldBe(engine.Time.GetUtcNow());
        (await engine.CaseAsync(id)).Reply!.SentAt.ShouldBe(sent.SentAt);
    }

    [Fact]
    public async Task Dispatching_again_sends_nothing_twice()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        for (var i = 0; i < 3; i++)
            await engine.Outbox.DispatchAsync(Token);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => engine.Outbox.DispatchAsync(Token)));

        engine.Mail.Attempts.Count(m => m.Id.StartsWith(id, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_attempt_is_repeated_later_under_the_same_id()
    {
        var failures = 3;
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => failures-- > 0 ? new Delivery.Retry("451 try later") : new Delivery.Sent(null);
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        Only(await engine.CaseAsync(id)).State.ShouldBe(DeliveryState.Queued);
        Only(await engine.CaseAsync(id)).Error.ShouldBe("451 try later");

        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        engine.Mail.Attempts.Select(m => m.Id).Distinct().Count().ShouldBe(1);
        engine.Mail.Attempts.Count.ShouldBe(4);
        Only(await engine.CaseAsync(id)).ShouldSatisfyAllConditions(o => o.State.ShouldBe(DeliveryState.Sent), o => o.Attempts.ShouldBe(4), o => o.Error.ShouldBeNull());
    }

    [Fact]
    public async Task An_attempt_waits_as_long_as_the_other_side_asks()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => engine.Mail.Attempts.Count == 1 ? new Delivery.Retry("429", TimeSpan.FromMinutes(10)) : new Delivery.Sent(null);
        await engine.HandleAsync(engine.Ticket(Texts.Password));

        await engine.AdvanceAsync(TimeSpan.FromMinutes(9.9));
        engine.Mail.Attempts.Count.ShouldBe(1);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(0.2));
        engine.Mail.Attempts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_message_is_shown_to_people_and_not_tried_again()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Refused("550 no such mailbox");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(1));

        var c = await engine.CaseAsync(id);
        Only(c).State.ShouldBe(DeliveryState.Refused);
        c.ReviewReasons.ShouldContain("message_refused");
        Attempts(engine).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_is_given_up_after_the_most_attempts()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => m.Purpose == MessagePurpose.Reply ? new Delivery.Retry("down") : new Delivery.Sent(null);
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(12));

        var reply = (await engine.CaseAsync(id)).Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.Reply);
        reply.State.ShouldBe(DeliveryState.Refused);
        reply.Attempts.ShouldBe(RetrySchedule.MostAttempts);
        reply.Error!.ShouldContain("given up after 16 attempts");
    }

    [Fact]
    public async Task A_channel_that_fails_in_a_row_is_spared_and_tried_by_one_message_while_others_go_on()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Retry("connection refused");
        await OpenManyAsync(engine, 20);
        engine.Mail.Attempts.Count.ShouldBeInRange(5, 20);
        var before = engine.Mail.Attempts.Count;

        await engine.AdvanceAsync(TimeSpan.FromSeconds(29));
        engine.Mail.Attempts.Count.ShouldBe(before, "it is spared");
        engine.Chat.Sent.ShouldNotBeEmpty("the others go on");

        await engine.AdvanceAsync(TimeSpan.FromSeconds(3));
        engine.Mail.Attempts.Count.ShouldBe(before + 1, "one message tries it");
    }

    [Fact]
    public async Task Once_the_probe_gets_through_everything_that_waited_goes()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Retry("connection refused");
        await OpenManyAsync(engine, 20);
        engine.Mail.Answer = m => new Delivery.Sent(m.Id);

        await engine.AdvanceAsync(TimeSpan.FromMinutes(2));

        engine.Mail.Sent.Count(m => m.Purpose == MessagePurpose.HandoffMail).ShouldBe(20);
        engine.Mail.Sent.Select(m => m.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_channel_that_refuses_is_there_and_is_not_spared()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Refused("550 no such mailbox");
        await OpenManyAsync(engine, 20);

        engine.Mail.Attempts.Count(m => m.Purpose == MessagePurpose.HandoffMail).ShouldBe(20);
    }

    [Fact]
    public async Task Where_every_channel_stays_away_people_are_still_given_up_on_in_time_and_the_emergency_is_raised()
    {
        await using var engine = new EngineHarness();
        foreach (var channel in (RecordingChannel[])[engine.Mail, engine.Chat, engine.Desk])
            channel.Answer = m => m.Purpose == MessagePurpose.Emergency ? new Delivery.Sent(m.Id) : new Delivery.Retry("away");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.AdvanceAsync(TimeSpan.FromHours(16));

        (await engine.CaseAsync(id)).ReviewReasons.ShouldContain("manual_intervention");
    }

    [Theory]
    [InlineData(false, DeliveryState.Unknown)]
    [InlineData(true, DeliveryState.Queued)]
    public async Task What_a_channel_throws_is_repeated_only_where_a_repeat_does_no_harm(bool honoursKey, DeliveryState expected)
    {
        await using var engine = new EngineHarness();
        engine.Mail.HonoursIdempotencyKey = honoursKey;
        engine.Mail.Answer = _ => throw new IOException("connection reset");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));

        var c = await engine.CaseAsync(id);
        Only(c).State.ShouldBe(expected);
        c.ReviewReasons.Contains("message_uncertain").ShouldBe(!honoursKey);
    }

    [Fact]
    public async Task An_uncertain_message_is_shown_and_never_silently_sent_again()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = _ => new Delivery.Uncertain("timed out after the data");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.RestartAsync();
        await engine.AdvanceAsync(TimeSpan.FromHours(1));

        Attempts(engine).ShouldBe(1);
        var view = CaseView.Of(await engine.CaseAsync(id));
        view.NeedsReview.ShouldBeTrue();
        view.Outgoing.Single(o => o.Purpose == MessagePurpose.Reply).State.ShouldBe(DeliveryState.Unknown);
    }

    [Theory]
    [InlineData(true, DeliveryState.Sent, 2)]
    [InlineData(false, DeliveryState.Unknown, 1)]
    public async Task A_message_cut_off_by_a_crash_is_repeated_where_the_channel_honours_keys_and_else_unknown(bool honoursKey, DeliveryState expected, int attempts)
    {
        await using var engine = new EngineHarness();
        engine.Mail.HonoursIdempotencyKey = honoursKey;
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        // It left, and the process dies before it can say so.
        engine.Store.BeforeAppend = append => append.Events.Any(e => e is MessageSent) ? throw new IOException("killed") : Task.CompletedTask;
        await Should.ThrowAsync<IOException>(engine.Outbox.DispatchAsync(Token));

        await engine.RestartAsync();
        await engine.AdvanceAsync(TimeSpan.FromSeconds(5));

        Only(await engine.CaseAsync(id)).State.ShouldBe(expected);
        Attempts(engine).ShouldBe(attempts);
        engine.Mail.Attempts.Where(m => m.Purpose == MessagePurpose.Reply).Select(m => m.Id).Distinct().Count().ShouldBe(1);
        (await engine.CaseAsync(id)).ReviewReasons.Contains("message_uncertain").ShouldBe(!honoursKey);
    }

    [Fact]
    public async Task An_answer_is_withheld_when_a_person_stepped_in_before_it_left()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.RunUntilRestAsync();

        engine.Mail.Attempts.ShouldBeEmpty();
        Only(await engine.CaseAsync(id)).ShouldSatisfyAllConditions(o => o.State.ShouldBe(DeliveryState.Withdrawn), o => o.Error.ShouldBe("a person has taken over"));
    }

    [Fact]
    public async Task An_acknowledgement_is_withheld_when_a_person_has_already_replied()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Legal));
        await engine.RunCasesAsync();
        await engine.Commands.ReplyAsync(id, "kim", "This is Kim; I am on it.", null, Token);
        await engine.RunUntilRestAsync();

        engine.ToCustomer(id).Select(m => m.Purpose).ShouldBe([MessagePurpose.PersonReply]);
    }

    [Fact]
    public async Task No_more_than_the_policys_mails_an_hour_leave_to_one_address()
    {
        await using var engine = new EngineHarness();
        for (var i = 0; i < 8; i++)
            await engine.HandleAsync(engine.Ticket(Texts.Vague));

        engine.Mail.Sent.Count(m => m.To == "ana@customer.example").ShouldBe(engine.Policy.Conversation.MailsPerHour);
        await engine.HandleAsync(engine.Ticket(Texts.Vague, email: "ben@customer.example"));
        engine.Mail.Sent.Count(m => m.To == "ben@customer.example").ShouldBe(1);
    }

    [Fact]
    public async Task The_package_goes_with_the_handoffs_mail_and_with_nothing_else()
    {
        await using var engine = new EngineHarness();
        await engine.HandleAsync(engine.Ticket(Texts.Legal));

        engine.Mail.Sent.Where(m => m.AttachPackage).Select(m => m.Purpose).ShouldBe([MessagePurpose.HandoffMail]);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task The_package_leaves_as_it_was_recorded_and_is_read_back_only_after_a_restart(bool restarted, int reads)
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Legal));
        await engine.RunCasesAsync();
        var recorded = CaseJson.Write((await engine.CaseAsync(id)).Handoff!.Package, CaseJson.Default.HandoffPackage);
        if (restarted)
            await engine.RestartAsync();
        var before = restarted ? 0 : engine.Store.Reads;

        await engine.Outbox.DispatchAsync(Token);

        engine.Mail.Packages.ShouldContain(p => p != null && p.SequenceEqual(recorded), 1);
        (engine.Store.Reads - before).ShouldBe(reads);
    }

    private static async Task OpenManyAsync(EngineHarness engine, int count)
    {
        for (var i = 0; i < count; i++)
            await engine.OpenAsync(engine.Ticket(Texts.Legal, email: $"c{i}@customer.example"));
        await engine.RunCasesAsync();
        await engine.Outbox.DispatchAsync(Token);
        while (await engine.Outbox.DispatchAsync(Token) > 0)
        {
        }
    }

    // The agent's reply; where it fails, people are told by further messages.
    private static OutgoingState Only(Baton.Cases.Case c) => c.Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.Reply);

    private static int Attempts(EngineHarness engine) => engine.Mail.Attempts.Count(m => m.Purpose == MessagePurpose.Reply);
}
