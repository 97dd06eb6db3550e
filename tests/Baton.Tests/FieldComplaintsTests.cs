using System.Text.RegularExpressions;
using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Knowledge;
using Baton.Pipeline;
using Baton.Reasoning.Local;
using Baton.Tests.Engine;

namespace Baton.Tests;

/// <summary>What users of today's systems complain about, line by line (spec section 15), each on the whole engine.</summary>
public sealed partial class FieldComplaintsTests
{
    private const string Kim = "kim@northwind.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The agent talks over a person

    [Fact]
    public async Task The_agent_says_nothing_while_a_person_has_the_case()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.SayAndRunAsync(id, "How do I reset my password?");
        await engine.AdvanceAsync(TimeSpan.FromDays(2));

        engine.ToCustomer(id).Count.ShouldBe(1);
        engine.Sent(MessagePurpose.CustomerWrote).Single().To.ShouldBe(Kim);
    }

    [Fact]
    public async Task An_answer_of_the_agent_that_a_person_overtook_never_leaves()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        await engine.Commands.ReplyAsync(id, Kim, "Hello Ana, Kim here. I have sent you a link.", Token);
        await engine.RunUntilRestAsync();

        engine.ToCustomer(id).Select(m => m.Purpose).ShouldBe([MessagePurpose.PersonReply]);
    }

    [Fact]
    public async Task Given_back_unanswered_the_agent_answers_what_the_customer_asked()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket($"{Texts.Password} I would rather speak to a human."));
        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Queue);

        await engine.Commands.ReturnAsync(id, Kim, "an article answers this", Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Agent);
        c.Reply!.Type.ShouldBe(ReplyType.Solution);
        engine.ToCustomer(id).Select(m => m.Purpose).ShouldBe([MessagePurpose.Acknowledgment, MessagePurpose.Reply]);
    }

    [Fact]
    public async Task Given_back_answered_the_agent_says_nothing_until_the_customer_writes()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, Kim, "We are sorry; it runs again.", Token);
        await engine.Commands.ReturnAsync(id, Kim, null, Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(1));
        var before = engine.ToCustomer(id).Count;

        var c = await engine.SayAndRunAsync(id, "Thank you. And how do I reset my password?");

        c.Owner.ShouldBe(Owner.Agent);
        engine.ToCustomer(id).Count.ShouldBe(before + 1);
        engine.ToCustomer(id)[^1].Body.ShouldContain("password", Shouldly.Case.Insensitive);
    }

    [Fact]
    public async Task After_a_reopening_the_agent_answers_the_new_words_and_not_the_old()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(30));

        var c = await engine.SayAndRunAsync(id, "How can I export my data?");

        c.TurnText.ShouldBe("How can I export my data?");
        c.Reply!.Citations.ShouldAllBe(x => !x.Title.Contains("password", StringComparison.OrdinalIgnoreCase));
    }

    // Silent handoff, or a promised one that never happens

    [Fact]
    public async Task The_customer_hears_of_a_handoff_by_the_transaction_that_makes_it()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        var appends = new List<IReadOnlyList<CaseEvent>>();
        engine.Store.BeforeAppend = append =>
        {
            appends.Add(append.Events);
            return Task.CompletedTask;
        };
        await engine.HandleAsync(engine.Ticket(Texts.Legal, email: "ben@customer.example"));

        var handoff = appends.Single(events => events.Any(e => e is HandedOff));
        handoff.OfType<MessageQueued>().Select(q => q.Message.Purpose).ShouldContain(MessagePurpose.Acknowledgment);
        handoff.OfType<MessageQueued>().Select(q => q.Message.Purpose).ShouldContain(MessagePurpose.HandoffMail);
        appends.Where(events => events != handoff).SelectMany(e => e).OfType<MessageQueued>().ShouldNotContain(q => q.Message.Purpose == MessagePurpose.Acknowledgment);
        (await engine.CaseAsync(id)).Handoff.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_handoff_that_cannot_be_stored_is_announced_to_nobody()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Legal));
        engine.Store.BeforeAppend = append => append.Events.Any(e => e is HandedOff) ? throw new IOException("killed") : Task.CompletedTask;
        await Should.ThrowAsync<IOException>(engine.RunCasesAsync());
        await engine.Outbox.DispatchAsync(Token);

        engine.ToCustomer(id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("We will refund the full amount to your card today.")]
    [InlineData("I am transferring you to a colleague now.")]
    [InlineData("Somebody will call you back within the hour.")]
    public async Task A_promise_that_nothing_backs_is_not_sent(string promise)
    {
        await using var engine = new EngineHarness(new EngineParts
        {
            Policy = p => p with { Templates = p.Templates.ToDictionary(t => t.Key, t => t.Value.Name.StartsWith("answer", StringComparison.Ordinal) ? t.Value with { Text = $"{t.Value.Text}\n{promise}" } : t.Value) },
        });
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));

        engine.ToCustomer(id).ShouldAllBe(m => !m.Body.Contains(promise, StringComparison.Ordinal));
        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Queue);
    }

    // Double answers

    [Fact]
    public async Task A_burst_gets_one_answer_and_a_repeated_webhook_none()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        foreach (var (message, text) in new[] { ("a", "I forgot my password"), ("b", "how do I reset my password?"), ("a", "I forgot my password") })
            await engine.SayAsync(id, text, message);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        engine.ToCustomer(id).Count.ShouldBe(2);
        (await engine.CaseAsync(id)).CustomerMessages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_goodbye_is_said_once()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.SayAndRunAsync(id, "That solved it, thank you!");
        var said = engine.ToCustomer(id).Count;
        await engine.SayAndRunAsync(id, "Thanks again!");
        await engine.SayAndRunAsync(id, "Thank you!");

        engine.ToCustomer(id).Count.ShouldBe(said);
        (await engine.CaseAsync(id)).IsOpen.ShouldBeFalse();
    }

    // Sent or not?

    [Fact]
    public async Task Every_send_is_an_intent_before_it_leaves()
    {
        await using var engine = new EngineHarness();
        var unknown = new List<string>();
        engine.Mail.Answer = m =>
        {
            var log = engine.Store.ReadEventsAsync(m.Id.Split('.')[0], 0, Token).GetAwaiter().GetResult()!;
            if (!log.Any(e => e.Event is MessageQueued q && q.Message.Id == m.Id))
                unknown.Add(m.Id);
            return new Delivery.Sent(null);
        };
        await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.HandleAsync(engine.Ticket(Texts.Password));

        engine.Mail.Sent.ShouldNotBeEmpty();
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_send_whose_end_nobody_saw_is_shown_to_a_person_and_not_repeated()
    {
        await using var engine = new EngineHarness();
        engine.Mail.HonoursIdempotencyKey = false;
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.RunCasesAsync();
        engine.Store.BeforeAppend = append => append.Events.Any(e => e is MessageSent) ? throw new IOException("killed") : Task.CompletedTask;
        await Should.ThrowAsync<IOException>(engine.Outbox.DispatchAsync(Token));
        await engine.RestartAsync();
        await engine.AdvanceAsync(TimeSpan.FromHours(1));

        engine.ToCustomer(id).Count.ShouldBe(1);
        var c = await engine.CaseAsync(id);
        c.Outgoing.Values.Single().State.ShouldBe(DeliveryState.Unknown);
        c.ReviewReasons.ShouldContain("message_uncertain");
    }

    // Stuck

    [Fact]
    public async Task Every_open_case_has_an_owner_and_a_deadline()
    {
        await using var engine = new EngineHarness();
        foreach (var text in (string[])[Texts.Password, Texts.Vague, Texts.Legal, Texts.DoubleCharge])
        {
            var id = await engine.HandleAsync(engine.Ticket(text, email: null));
            for (var day = 0; day < 4; day++)
            {
                var c = await engine.CaseAsync(id);
                (!c.IsOpen || c.Timers.Count > 0).ShouldBeTrue();
                await engine.AdvanceAsync(TimeSpan.FromHours(20));
            }
        }
        (await engine.Watchdog.ReportStuckAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_model_nobody_online_and_no_channel_a_case_still_waits_loudly_for_people()
    {
        await using var engine = new EngineHarness(new EngineParts { Reasoner = new ScriptedReasoner() });
        foreach (var channel in (RecordingChannel[])[engine.Mail, engine.Chat, engine.Desk])
            channel.Answer = m => m.Purpose == MessagePurpose.Emergency ? new Delivery.Sent(null) : new Delivery.Refused("down");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.Handoff!.ManualIntervention.ShouldBeTrue();
        c.ReviewReasons.ShouldContain("manual_intervention");
        engine.Sent(MessagePurpose.Emergency).Count.ShouldBe(2);
    }

    // Invented answers

    [Fact]
    public async Task What_is_sent_rests_on_an_article_an_account_or_a_template_and_says_which()
    {
        await using var engine = new EngineHarness();
        foreach (var text in (string[])[Texts.Password, Texts.Vague, Texts.Legal, "Thank you, you are wonderful people!"])
        {
            var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(text)));
            c.Reply!.Grounding.ShouldNotBe(Grounding.Ungrounded);
            if (c.Reply.Grounding == Grounding.Article)
                c.Reply.Citations.ShouldContain(x => c.Reply.Text.Contains(x.Passage, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_no_article_answers_is_asked_or_handed_over_and_never_made_up()
    {
        await using var engine = new EngineHarness(new EngineParts { Knowledge = new OneAnswer("Turn it off and on again.", score: 0.05) });
        var id = await engine.HandleAsync(engine.Ticket("The frobnicator of my quux does not gyre."));
        await engine.SayAndRunAsync(id, "It simply does not gyre, as I said.");

        engine.ToCustomer(id).ShouldAllBe(m => !m.Body.Contains("off and on", StringComparison.Ordinal));
        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Queue);
    }

    // Mail loops

    [Fact]
    public async Task Automatic_mail_gets_no_automatic_mail()
    {
        await using var engine = new EngineHarness();
        foreach (var (headers, from) in new[] { (("Auto-Submitted", "auto-replied"), "ana@customer.example"), (("X-Any", "x"), "no-reply@shop.example"), (("Return-Path", "<>"), "mailer-daemon@shop.example") })
        {
            var id = await engine.HandleAsync(engine.Ticket(Texts.Password, email: from) with { Headers = new Dictionary<string, string> { [headers.Item1] = headers.Item2 } });
            await engine.AdvanceAsync(TimeSpan.FromDays(3));
            engine.ToCustomer(id).ShouldBeEmpty();
            (await engine.CaseAsync(id)).Preservation.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Two_machines_that_answer_each_other_stop()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        for (var i = 0; i < 30; i++)
            await engine.SayAndRunAsync(id, $"Thank you for your message number {i}. We will look into it.");

        engine.ToCustomer(id).Count.ShouldBeLessThanOrEqualTo(engine.Policy.Conversation.MailsPerHour);
    }

    [Fact]
    public async Task Somebody_in_copy_cannot_close_the_case()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ReceiveAsync(id, new IncomingMessage("cc", "That solved it, thank you!", "someone@else.example", "email", null, null), Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await engine.CaseAsync(id)).IsOpen.ShouldBeTrue();
    }

    // Wrong language

    [Theory]
    [InlineData("Guten Tag, ich finde die Rechnung für April nicht. Können Sie mir bitte sagen, wo ich sie herunterladen kann? Viele Grüße", "de")]
    [InlineData("Bonjour, depuis la mise à jour de lundi, l’application sur mon téléphone n’affiche plus mes tâches. Que dois-je faire ? Merci d’avance.", "fr")]
    public async Task A_language_that_replies_are_not_written_in_goes_to_people_and_is_acknowledged_in_itself(string text, string language)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(text));

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.Reply!.Language.ShouldBe(language);
        engine.ToCustomer(id).Single().Purpose.ShouldBe(MessagePurpose.Acknowledgment);
    }

    // Clock tricks

    [Fact]
    public async Task An_acknowledgement_and_a_handoff_do_not_stop_the_response_clock()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        var c = await engine.CaseAsync(id);
        c.FirstResponseAt.ShouldBeNull();

        await engine.AdvanceAsync(c.RespondBy!.Value - engine.Time.GetUtcNow() + TimeSpan.FromMinutes(1));

        c = await engine.CaseAsync(id);
        c.SlaBreached.ShouldBeTrue();
        c.Outcome!.SlaMet.ShouldBe(false);
    }

    [Fact]
    public async Task A_persons_answer_stops_it()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, Kim, "We are on it.", Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(10));

        (await engine.CaseAsync(id)).SlaBreached.ShouldBeFalse();
        (await engine.CaseAsync(id)).Outcome!.SlaMet.ShouldBe(true);
    }

    [Fact]
    public async Task A_night_and_a_weekend_do_not_count_against_a_plain_ticket()
    {
        await using var engine = new EngineHarness();
        // Friday, a quarter to six in Berlin.
        await engine.AdvanceAsync(new DateTimeOffset(2026, 3, 6, 16, 45, 0, TimeSpan.Zero) - engine.Time.GetUtcNow());
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.DoubleCharge)));

        c.RespondBy!.Value.ShouldBeGreaterThan(new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
    }

    // Flattering numbers

    [Fact]
    public async Task Resolutions_are_told_apart_by_how_they_are_known_and_who_caused_them()
    {
        await using var engine = new EngineHarness();
        var confirmed = await engine.HandleAsync(engine.Ticket(Texts.Password, email: "a@customer.example"));
        var assumed = await engine.HandleAsync(engine.Ticket(Texts.Password, email: "b@customer.example"));
        var byPerson = await engine.HandleAsync(engine.Ticket(Texts.Legal, email: "c@customer.example"));
        await engine.SayAndRunAsync(confirmed, "That solved it, thank you!");
        await engine.Commands.ReplyAsync(byPerson, Kim, "It runs again.", Token);
        await engine.Commands.ResolveAsync(byPerson, Kim, null, Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(25));

        (await OutcomeAsync(confirmed)).ShouldBe((ResolutionKind.Confirmed, "customer", null));
        (await OutcomeAsync(assumed)).ShouldBe((ResolutionKind.Assumed, "silence", null));
        (await OutcomeAsync(byPerson)).ShouldBe((ResolutionKind.ByPerson, Kim, null));
        await engine.AdvanceAsync(TimeSpan.FromDays(8));
        (await OutcomeAsync(confirmed)).Durable.ShouldBe(true);

        async Task<(ResolutionKind? Kind, string? By, bool? Durable)> OutcomeAsync(string id)
        {
            var o = (await engine.CaseAsync(id)).Outcome!;
            return (o.Resolution, o.ResolvedBy, o.Durable);
        }
    }

    // Test tool unlike production, replay

    [Fact]
    public async Task The_steps_that_tests_and_tools_run_are_the_steps_of_production()
    {
        await using var engine = new EngineHarness();
        var production = Steps.Create(engine.Store, new LocalReasoner(), new OneAnswer(""), null, engine.Time, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        engine.Pipeline.Steps.Select(s => s.GetType()).ShouldBe(production.Steps.Select(s => s.GetType()));
    }

    [Fact]
    public async Task The_same_ticket_at_the_same_time_is_decided_the_same_way()
    {
        var logs = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var engine = new EngineHarness();
            var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
            logs.Add(string.Join('\n', (await engine.Store.ReadEventsAsync(id, 0, Token))!.Select(e => $"{CaseEventCodec.NameOf(e.Event)} {System.Text.Encoding.UTF8.GetString(CaseEventCodec.Encode(e.Event))}")));
        }
        logs[0].ShouldBe(logs[1]);
    }

    [Fact]
    public async Task Every_decision_names_who_proposed_it_and_under_which_policy()
    {
        await using var engine = new EngineHarness();
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.Password)));
        c.Decisions.Select(d => d.Type).ShouldBe([DecisionType.Classification, DecisionType.Escalation, DecisionType.Strategy, DecisionType.Reply]);
        c.Decisions.ShouldAllBe(d => d.Proposer.Length > 0 && PolicyHash().IsMatch(d.Policy));
    }

    [GeneratedRegex("^[0-9a-f]{12,}$")]
    private static partial Regex PolicyHash();

    private sealed class OneAnswer(string text, double score = 0.95) : IKnowledge
    {
        public IReadOnlyList<Passage> Search(string query, int limit) => text.Length == 0 ? [] : [new Passage("one", "Reset your password", "Reset", text, score)];
    }
}
