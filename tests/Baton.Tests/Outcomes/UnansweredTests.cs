using Baton.Cases;
using Baton.Connectors;
using Baton.Escalation;
using Baton.Tests.Engine;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Outcomes;

/// <summary>Silence after an answer that never arrived says nothing: people get the case, and no figure counts it as resolved.</summary>
public sealed class UnansweredTests
{
    private const string Ana = "ana@customer.example";

    private static readonly Dictionary<string, string> Report = new() { ["Content-Type"] = "multipart/report; report-type=delivery-status", ["Auto-Submitted"] = "auto-replied" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DeliveryState.Refused, "message_refused")]
    [InlineData(DeliveryState.Unknown, "message_uncertain")]
    public async Task An_answer_that_did_not_arrive_goes_to_people_at_once(DeliveryState state, string reason)
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => !m.ToCustomer ? new Delivery.Sent(null) : state == DeliveryState.Refused ? new Delivery.Refused("550 no such user") : new Delivery.Uncertain("timed out");
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));

        ShouldBeWithPeople(await engine.CaseAsync(id), reason);
        engine.Sent(MessagePurpose.HandoffMail).ShouldHaveSingleItem().Body.ShouldContain(state == DeliveryState.Refused ? "it did not arrive" : "it may not have arrived");
        await engine.AdvanceAsync(TimeSpan.FromDays(4));
        (await engine.CaseAsync(id)).ShouldSatisfyAllConditions(c => c.IsOpen.ShouldBeTrue(), c => c.Outcome!.Resolved.ShouldBeNull());
    }

    [Fact]
    public async Task An_answer_that_was_too_much_for_this_hour_goes_to_people_too()
    {
        await using var engine = new EngineHarness(new EngineParts { Policy = p => p with { Conversation = p.Conversation with { MailsPerHour = 1 } } });
        var answered = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var withheld = await engine.HandleAsync(engine.Ticket("How do I export all my tasks to CSV?"));
        await engine.AdvanceAsync(TimeSpan.FromHours(30));

        ShouldBeWithPeople(await engine.CaseAsync(withheld), "message_withheld");
        (await engine.CaseAsync(answered)).Closed!.Kind.ShouldBe(ResolutionKind.Assumed);
    }

    [Fact]
    public async Task An_answer_that_came_back_was_none()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        (await engine.CaseAsync(id)).FirstResponseAt.ShouldNotBeNull();
        await engine.Commands.ReceiveAsync(id, Bounce("The mail could not be delivered: 550 user unknown"), Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        ShouldBeWithPeople(c, "message_refused");
        c.ShouldSatisfyAllConditions(x => x.FirstResponseAt.ShouldBeNull(), x => x.Timers.ShouldContainKey(TimerKind.SlaResponse), x => x.Messages.ShouldNotContain(m => m.Role == Role.Agent && m.Text == x.Outgoing.Values.First().Message.Body));
    }

    [Fact]
    public async Task An_answer_that_came_back_after_silence_had_closed_the_case_opens_it_again()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(30));
        var reply = (await engine.CaseAsync(id)).Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.Reply).Message.Id;
        await engine.Commands.ReceiveAsync(id, Bounce($"It could not be delivered within four days.\nMessage-ID: <{reply}@baton.local>"), Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        ShouldBeWithPeople(c, "message_refused");
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Resolved.ShouldBeNull(), o => o.Durable.ShouldBe(false));
    }

    [Theory]
    [InlineData("text", "Action: delayed\nStatus: 4.4.1")]
    [InlineData("text", "Action: delivered\nStatus: 2.0.0")]
    [InlineData("receipt", "Disposition: manual-action/MDN-sent-manually; displayed")]
    [InlineData("away", "I am away until Monday.")]
    public async Task A_report_of_a_delay_or_a_reading_and_an_absence_note_take_no_answer_back(string kind, string text)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var headers = kind switch
        {
            "receipt" => new Dictionary<string, string> { ["Content-Type"] = "multipart/report; report-type=disposition-notification" },
            "away" => new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" },
            _ => Report,
        };
        await engine.Commands.ReceiveAsync(id, new IncomingMessage("r", text, kind == "text" ? "mailer-daemon@relay.example" : Ana, "email", null, headers), Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(30));

        (await engine.CaseAsync(id)).Closed!.Kind.ShouldBe(ResolutionKind.Assumed);
    }

    [Fact]
    public async Task Automatic_mail_is_closed_and_counts_as_no_resolution()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket("I am away until Monday.") with { Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-replied" } });
        await engine.AdvanceAsync(TimeSpan.FromDays(9));

        var c = await engine.CaseAsync(id);
        c.Closed!.Kind.ShouldBe(ResolutionKind.NotOwed);
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Resolved.ShouldBeNull(), o => o.Durable.ShouldBeNull(), o => o.SurveySentAt.ShouldBeNull());
        engine.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_an_answer_did_not_arrive_is_still_known_after_the_case_was_closed_without_another()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => m.ToCustomer ? new Delivery.Refused("550") : new Delivery.Sent(null);
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        (await engine.CaseAsync(id)).ReviewReasons.ShouldBe(["message_refused"]);

        engine.Mail.Answer = _ => new Delivery.Sent(null);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        await engine.Commands.ReplyAsync(id, "kim", "Here is your link.", null, Token);
        await engine.RunUntilRestAsync();
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        (await engine.CaseAsync(id)).ReviewReasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_survey_that_was_refused_was_not_sent()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => m.Purpose == MessagePurpose.Survey ? new Delivery.Refused("550") : new Delivery.Sent(null);
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(30));

        (await engine.CaseAsync(id)).Outcome!.SurveySentAt.ShouldBeNull();
    }

    private static IncomingMessage Bounce(string text) => new("dsn", text, "mailer-daemon@relay.example", "email", null, Report, "Undelivered Mail Returned to Sender");

    private static void ShouldBeWithPeople(Case c, string reason)
    {
        c.ShouldSatisfyAllConditions(x => x.Owner.ShouldBe(Owner.Queue), x => x.IsOpen.ShouldBeTrue(), x => x.ReviewReasons.ShouldContain(reason));
        c.Handoff!.Package.Escalation.Reasons.ShouldContain(EscalationReason.NotDelivered);
    }
}
