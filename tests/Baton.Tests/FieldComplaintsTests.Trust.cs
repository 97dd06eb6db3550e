using Baton.Cases;
using Baton.Pipeline;
using Baton.Reasoning.Local;
using Baton.Tests.Engine;

namespace Baton.Tests;

// What is sent, to whom, in which language, by when; and what the numbers and the log say of it.
public sealed partial class FieldComplaintsTests
{
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

    [Theory]
    [InlineData("شكرا لكم، التطبيق رائع ولكن لا أستطيع تسجيل الدخول إلى حسابي منذ الأمس", "ar")]
    [InlineData("我从今天早上开始无法登录我的账户，请帮帮我", "zh")]
    [InlineData("Здравствуйте, с меня дважды списали деньги за подписку, верните их", "ru")]
    [InlineData("Dzień dobry, nie mogę się zalogować na swoje konto od wczoraj, proszę o pomoc", "pl")]
    [InlineData("Hej, jag har fått fel faktura och vill ha pengarna tillbaka så snart som möjligt", "sv")]
    [InlineData("Siwezi kuingia kwenye akaunti yangu tangu asubuhi hii nisaidieni tafadhali", "und")]
    public async Task A_language_without_templates_goes_to_people_too_and_is_acknowledged_neutrally(string text, string language)
    {
        await using var engine = new EngineHarness();
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(text)));

        c.Classification!.Language.ShouldBe(language);
        c.Owner.ShouldBe(Owner.Queue);
        c.Reply!.Template.ShouldBe("acknowledgement_neutral");
    }

    [Fact]
    public async Task A_few_words_go_on_in_the_language_of_the_conversation()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket("Guten Tag, ich finde die Rechnung für April nicht. Können Sie mir bitte sagen, wo ich sie herunterladen kann?"));
        await engine.Commands.ReturnAsync(id, "kim", null, Token);

        (await engine.SayAndRunAsync(id, "2041")).Classification!.Language.ShouldBe("de");
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
        await engine.Commands.ReplyAsync(id, Kim, "We are on it.", null, Token);
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
        await engine.Commands.ReplyAsync(byPerson, Kim, "It runs again.", null, Token);
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
}
