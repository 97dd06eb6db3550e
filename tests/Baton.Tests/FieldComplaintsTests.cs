using System.Text.RegularExpressions;
using Baton.Cases;
using Baton.Connectors;
using Baton.Knowledge;
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
        await engine.Commands.ReplyAsync(id, Kim, "Hello Ana, Kim here. I have sent you a link.", null, Token);
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
        await engine.Commands.ReplyAsync(id, Kim, "We are sorry; it runs again.", null, Token);
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

        engine.ToCustomer(id).Count(m => m.Purpose == MessagePurpose.Reply).ShouldBe(1);
        var c = await engine.CaseAsync(id);
        c.Outgoing.Values.Single(o => o.Message.Purpose == MessagePurpose.Reply).State.ShouldBe(DeliveryState.Unknown);
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

    [GeneratedRegex("^[0-9a-f]{12,}$")]
    private static partial Regex PolicyHash();

    private sealed class OneAnswer(string text, double score = 0.95) : IKnowledge
    {
        public IReadOnlyList<Passage> Search(string query, int limit) => text.Length == 0 ? [] : [new Passage("one", "Reset your password", "Reset", text, score)];
    }
}
