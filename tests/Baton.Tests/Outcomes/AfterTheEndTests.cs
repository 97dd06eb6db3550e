using Baton.Cases;
using Baton.Escalation;
using Baton.Tests.Engine;

namespace Baton.Tests.Outcomes;

/// <summary>What customers say when their case is closed, or should not be: ratings, thanks, and that it is not solved.</summary>
public sealed class AfterTheEndTests
{
    private const string Kim = "kim@northwind.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // The survey

    [Fact]
    public async Task The_survey_answered_as_it_asks_is_a_rating_and_reopens_nothing()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);
        var said = engine.ToCustomer(id).Count;

        var c = await engine.SayAndRunAsync(id, "4 - quick, thanks");
        await engine.AdvanceAsync(TimeSpan.FromDays(8));

        c.IsOpen.ShouldBeFalse();
        c = await engine.CaseAsync(id);
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Satisfaction.ShouldBe(4), o => o.Comment.ShouldBe("quick, thanks"), o => o.Reopened.ShouldBe(0), o => o.Durable.ShouldBe(true));
        c.Messages.ShouldContain(m => m.Text == "4 - quick, thanks");
        engine.ToCustomer(id).Count.ShouldBe(said);
    }

    [Fact]
    public async Task A_rating_sent_twice_is_one_and_a_corrected_one_counts()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);
        await engine.SayAndRunAsync(id, "4");
        await engine.SayAndRunAsync(id, "4");
        var c = await engine.SayAndRunAsync(id, "5");

        c.IsOpen.ShouldBeFalse();
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Satisfaction.ShouldBe(5), o => o.Reopened.ShouldBe(0));
    }

    [Fact]
    public async Task A_question_beside_the_rating_is_answered()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);
        var said = engine.ToCustomer(id).Count;

        var c = await engine.SayAndRunAsync(id, "5 - great! And how do I export my data?");

        c.Outcome!.ShouldSatisfyAllConditions(o => o.Satisfaction.ShouldBe(5), o => o.Reopened.ShouldBe(1));
        c.IsOpen.ShouldBeTrue();
        engine.ToCustomer(id).Count.ShouldBe(said + 1);
    }

    [Fact]
    public async Task A_low_rating_of_what_is_still_open_goes_to_people_with_its_words()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);

        var c = await engine.SayAndRunAsync(id, "1 - I still cannot sign in.");

        c.Outcome!.ShouldSatisfyAllConditions(o => o.Satisfaction.ShouldBe(1), o => o.Reopened.ShouldBe(1));
        c.Owner.ShouldBe(Owner.Queue);
        c.SaidUnresolved.ShouldBeTrue();
        c.WaitingMessages.ShouldBeEmpty();
        engine.Sent(MessagePurpose.HandoffMail).ShouldHaveSingleItem().Body.ShouldContain("still cannot sign in");
        engine.ToCustomer(id)[^1].Purpose.ShouldBe(MessagePurpose.Acknowledgment);
    }

    [Fact]
    public async Task A_number_that_answers_the_agents_question_is_no_rating()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);
        (await engine.SayAndRunAsync(id, "It does not work for some of us any more.")).IsOpen.ShouldBeTrue();
        var c = await engine.SayAndRunAsync(id, "4");

        c.Outcome!.Satisfaction.ShouldBeNull();
    }

    [Fact]
    public async Task A_rating_after_the_customer_said_that_it_is_solved_needs_no_survey_and_reopens_nothing()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        (await engine.SayAndRunAsync(id, "That solved it, thank you!")).Closed!.Kind.ShouldBe(ResolutionKind.Confirmed);

        var c = await engine.SayAndRunAsync(id, "5");

        c.ShouldSatisfyAllConditions(x => x.IsOpen.ShouldBeFalse(), x => x.Outcome!.Satisfaction.ShouldBe(5), x => x.Outcome!.Reopened.ShouldBe(0));
        await engine.AdvanceAsync(TimeSpan.FromHours(30));
        engine.Sent(MessagePurpose.Survey).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_before_any_survey_is_no_rating()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        (await engine.SayAndRunAsync(id, "4")).Outcome!.Satisfaction.ShouldBeNull();
    }

    [Fact]
    public async Task The_rating_of_a_case_that_a_person_closed_is_recorded_and_leaves_it_closed()
    {
        await using var engine = new EngineHarness();
        var id = await ClosedByKimAsync(engine);
        await engine.AdvanceAsync(TimeSpan.FromHours(25));
        engine.Sent(MessagePurpose.Survey).Count.ShouldBe(1);

        var c = await engine.SayAndRunAsync(id, "five");

        c.IsOpen.ShouldBeFalse();
        c.Outcome!.Satisfaction.ShouldBe(5);
    }

    [Fact]
    public async Task Somebody_elses_number_rates_nothing()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);
        await engine.Commands.ReceiveAsync(id, new IncomingMessage("x", "1", "eve@other.example", "email", null, null), Token);
        (await engine.CaseAsync(id)).Outcome!.Satisfaction.ShouldBeNull();
    }

    [Fact]
    public async Task A_case_that_was_rated_already_is_not_surveyed()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.FeedbackAsync(id, 5, null, null, Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(30));

        (await engine.CaseAsync(id)).IsOpen.ShouldBeFalse();
        engine.Sent(MessagePurpose.Survey).ShouldBeEmpty();
    }

    // Not resolved

    [Fact]
    public async Task An_answered_case_that_the_customer_says_is_not_resolved_goes_to_people()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.FeedbackAsync(id, 1, "still locked out", false, Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(30));

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.IsOpen.ShouldBeTrue();
        c.Decision!.Reasons.ShouldContain(EscalationReason.Reopened);
        engine.Sent(MessagePurpose.HandoffMail).ShouldHaveSingleItem().Body.ShouldContain("still locked out");
        engine.Sent(MessagePurpose.Survey).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_customer_says_is_not_resolved_is_never_assumed_to_be()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.FeedbackAsync(id, null, null, false, Token);
        await engine.RunUntilRestAsync();
        await engine.Commands.ReplyAsync(id, Kim, "Try the second link, please.", null, Token);
        await engine.Commands.ReturnAsync(id, Kim, null, Token);
        await engine.AdvanceAsync(TimeSpan.FromDays(3));

        var c = await engine.CaseAsync(id);
        c.IsOpen.ShouldBeTrue();
        c.Owner.ShouldNotBe(Owner.Agent);
    }

    [Fact]
    public async Task People_who_have_the_case_keep_it_when_the_customer_says_that_it_is_not_resolved()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.Commands.FeedbackAsync(id, 2, null, false, Token);
        await engine.RunUntilRestAsync();

        (await engine.CaseAsync(id)).Owner.ShouldBe(Owner.Person);
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
    }

    // Thanks

    [Fact]
    public async Task Thanks_for_what_a_person_closed_confirm_it_and_start_nothing()
    {
        await using var engine = new EngineHarness();
        var id = await ClosedByKimAsync(engine);
        var left = engine.Mail.Sent.Count;

        var c = await engine.SayAndRunAsync(id, "Thank you, all good now!");

        c.ShouldSatisfyAllConditions(x => x.IsOpen.ShouldBeFalse(), x => x.Timers.ShouldNotContainKey(TimerKind.ClaimDeadline), x => x.Messages.ShouldContain(m => m.Text.StartsWith("Thank you, all")));
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Resolution.ShouldBe(ResolutionKind.Confirmed), o => o.ResolvedBy.ShouldBe(Kim), o => o.Reopened.ShouldBe(0));
        engine.Mail.Sent.Count.ShouldBe(left);
        await engine.AdvanceAsync(TimeSpan.FromDays(8));
        (await engine.CaseAsync(id)).Outcome!.Durable.ShouldBe(true);
    }

    [Fact]
    public async Task A_mere_thank_you_leaves_it_closed_and_does_not_say_that_it_is_solved()
    {
        await using var engine = new EngineHarness();
        var c = await engine.SayAndRunAsync(await ClosedByKimAsync(engine), "Thanks a lot!");

        c.IsOpen.ShouldBeFalse();
        c.Outcome!.Resolution.ShouldBe(ResolutionKind.ByPerson);
    }

    [Fact]
    public async Task Thanks_after_silence_make_an_assumed_resolution_a_confirmed_one()
    {
        await using var engine = new EngineHarness();
        var id = await SurveyedAsync(engine);
        var c = await engine.SayAndRunAsync(id, "That solved it, thank you!");

        c.IsOpen.ShouldBeFalse();
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Resolution.ShouldBe(ResolutionKind.Confirmed), o => o.ResolvedBy.ShouldBe("customer"), o => o.Reopened.ShouldBe(0));
    }

    [Theory]
    [InlineData("Thank you, but it is down again.")]
    [InlineData("Thanks! When do I get the refund?")]
    public async Task Thanks_with_a_doubt_or_a_question_reopen_what_a_person_closed(string text)
    {
        await using var engine = new EngineHarness();
        var c = await engine.SayAndRunAsync(await ClosedByKimAsync(engine), text);

        c.ShouldSatisfyAllConditions(x => x.IsOpen.ShouldBeTrue(), x => x.Owner.ShouldBe(Owner.Queue), x => x.Outcome!.Reopened.ShouldBe(1));
    }

    // The guess of a false escalation

    [Fact]
    public async Task A_false_escalation_that_was_guessed_is_forgotten_when_the_case_comes_back()
    {
        await using var engine = new EngineHarness();
        var id = await ClosedByKimAsync(engine);
        (await engine.CaseAsync(id)).Outcome!.FalseEscalation.ShouldBe(true);
        (await engine.SayAndRunAsync(id, "It is down again.")).Outcome!.FalseEscalation.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_verdict_outlives_a_reopening_and_another_quick_end(bool needed)
    {
        await using var engine = new EngineHarness();
        var id = await ClosedByKimAsync(engine);
        await engine.Commands.VerdictAsync(id, "lead", needed, null, null, Token);
        (await engine.SayAndRunAsync(id, "It is down again.")).Outcome!.FalseEscalation.ShouldBe(!needed);
        await engine.Commands.ClaimAsync(id, Kim, Token);
        await engine.Commands.ResolveAsync(id, Kim, null, Token);
        (await engine.CaseAsync(id)).Outcome!.FalseEscalation.ShouldBe(!needed);
    }

    private static async Task<string> SurveyedAsync(EngineHarness engine)
    {
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(25));
        engine.Sent(MessagePurpose.Survey).Count.ShouldBe(1);
        return id;
    }

    private static async Task<string> ClosedByKimAsync(EngineHarness engine)
    {
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, Kim, "It runs again.", null, Token);
        await engine.Commands.ResolveAsync(id, Kim, null, Token);
        await engine.RunUntilRestAsync();
        return id;
    }
}
