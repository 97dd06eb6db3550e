using Baton.Cases;
using Baton.Tests.Engine;

namespace Baton.Tests.Outcomes;

/// <summary>What becomes of cases, on a clock that the tests move.</summary>
public sealed class OutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_who_owes_a_detail_is_reminded_once_after_four_hours()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        (await engine.CaseAsync(id)).Reply!.Type.ShouldBe(ReplyType.ClarificationRequest);

        await engine.AdvanceAsync(TimeSpan.FromHours(3.9));
        engine.Sent(MessagePurpose.FollowUp).ShouldBeEmpty();
        await engine.AdvanceAsync(TimeSpan.FromHours(10));
        engine.Sent(MessagePurpose.FollowUp).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_after_an_answer_is_an_assumed_resolution_after_a_day_with_one_survey()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(2.1));
        (await engine.CaseAsync(id)).Outcome!.Checks.Select(x => x.Kind).ShouldBe(["resolution_check"]);
        (await engine.CaseAsync(id)).Outcome!.Resolved.ShouldBeNull();

        await engine.AdvanceAsync(TimeSpan.FromHours(22));
        var c = await engine.CaseAsync(id);
        c.Status.ShouldBe(CaseStatus.Resolved);
        c.Outcome!.Resolution.ShouldBe(ResolutionKind.Assumed);
        c.Outcome.ResolvedBy.ShouldBe("silence");
        engine.Sent(MessagePurpose.Survey).Count.ShouldBe(1);

        await engine.AdvanceAsync(TimeSpan.FromHours(50));
        c = await engine.CaseAsync(id);
        c.Outcome!.FinalAt.ShouldNotBeNull();
        c.Outcome.Checks.Count.ShouldBe(3);
        engine.Sent(MessagePurpose.Survey).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Silence_counts_from_the_customers_last_word()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(20));
        await engine.SayAndRunAsync(id, "And how do I turn on two-factor authentication?");
        await engine.AdvanceAsync(TimeSpan.FromHours(20));
        (await engine.CaseAsync(id)).IsOpen.ShouldBeTrue();

        await engine.AdvanceAsync(TimeSpan.FromHours(5));
        (await engine.CaseAsync(id)).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task An_open_question_unanswered_for_a_day_goes_to_people()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Vague));
        await engine.AdvanceAsync(TimeSpan.FromHours(25));

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldNotBe(Owner.Agent);
        c.Decision!.Reasons.ShouldContain("open_too_long");
        c.Handoff.ShouldNotBeNull();
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_nobody_claims_climbs_its_path_to_the_emergency()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        var path = engine.Policy.PathOf((await engine.CaseAsync(id)).Handoff!.Team);
        var told = new List<string>();
        for (var level = 1; level <= 4; level++)
        {
            await engine.AdvanceAsync(TimeSpan.FromMinutes(5.1));
            var c = await engine.CaseAsync(id);
            c.Handoff!.Level.ShouldBe(level);
            told.Add(c.Timeline.Last(t => t.What == "handoff_raised").Who!);
        }
        told.ShouldBe([.. path, engine.Policy.Emergency.Email]);
        engine.Sent(MessagePurpose.Emergency).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_claim_stops_the_climb()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.AdvanceAsync(TimeSpan.FromMinutes(6));
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(60));
        (await engine.CaseAsync(id)).Handoff!.Level.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_given_back_to_the_queue_has_a_time_to_be_claimed_again()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.Commands.ReleaseAsync(id, "kim", "not mine", Token);
        await engine.RunUntilRestAsync();
        (await engine.CaseAsync(id)).Timers.ShouldContainKey(TimerKind.ClaimDeadline);

        await engine.AdvanceAsync(TimeSpan.FromMinutes(6));
        (await engine.CaseAsync(id)).Handoff!.Level.ShouldBe(1);
    }

    [Fact]
    public async Task A_resolution_is_durable_when_seven_days_stay_quiet()
    {
        await using var engine = new EngineHarness();
        var id = await ResolvedAsync(engine, Texts.DoubleCharge);
        await engine.AdvanceAsync(TimeSpan.FromDays(6.9));
        (await engine.CaseAsync(id)).Outcome!.Durable.ShouldBeNull();
        await engine.AdvanceAsync(TimeSpan.FromDays(0.2));
        (await engine.CaseAsync(id)).Outcome!.Durable.ShouldBe(true);
    }

    [Fact]
    public async Task A_resolution_is_not_durable_when_the_case_was_reopened()
    {
        await using var engine = new EngineHarness();
        var id = await ResolvedAsync(engine, Texts.DoubleCharge);
        await engine.AdvanceAsync(TimeSpan.FromDays(3));
        await engine.SayAndRunAsync(id, "It is on my statement again.");

        var c = await engine.CaseAsync(id);
        c.IsOpen.ShouldBeTrue();
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Durable.ShouldBe(false), o => o.Reopened.ShouldBe(1), o => o.Resolved.ShouldBeNull());
    }

    [Fact]
    public async Task A_resolution_is_not_durable_when_the_same_issue_comes_back_as_a_new_ticket()
    {
        await using var engine = new EngineHarness();
        var id = await ResolvedAsync(engine, Texts.DoubleCharge);
        await engine.AdvanceAsync(TimeSpan.FromDays(2));
        await engine.HandleAsync(engine.Ticket("The double charge of 49 USD for May is on my statement again!"));
        await engine.AdvanceAsync(TimeSpan.FromDays(6));
        (await engine.CaseAsync(id)).Outcome!.Durable.ShouldBe(false);
    }

    [Fact]
    public async Task Another_issue_does_not_make_a_resolution_less_durable()
    {
        await using var engine = new EngineHarness();
        var id = await ResolvedAsync(engine, Texts.DoubleCharge);
        await engine.AdvanceAsync(TimeSpan.FromDays(2));
        await engine.HandleAsync(engine.Ticket("How do I invite colleagues to my workspace?"));
        await engine.AdvanceAsync(TimeSpan.FromDays(6));
        (await engine.CaseAsync(id)).Outcome!.Durable.ShouldBe(true);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, null)]
    public async Task A_person_who_is_done_within_two_minutes_marks_a_false_escalation(int minutes, bool? expected)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(minutes));
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Outcome!.FalseEscalation.ShouldBe(expected);
        c.Outcome.Resolution.ShouldBe(ResolutionKind.ByPerson);
    }

    [Fact]
    public async Task A_verdict_overrides_the_guess_of_a_false_escalation()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        await engine.Commands.VerdictAsync(id, "lead", true, null, "it was right to hand it over", Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Outcome!.FalseEscalation.ShouldBe(false);
        c.Performance!.Quality.EscalationAppropriate.ShouldBe(true);
    }

    [Fact]
    public async Task A_person_who_takes_what_the_agent_kept_marks_a_missed_escalation()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.RunUntilRestAsync();
        (await engine.CaseAsync(id)).Outcome!.MissedEscalation.ShouldBe(true);
    }

    [Fact]
    public async Task A_case_resolved_before_the_agent_had_looked_is_preserved_tracked_and_analysed()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ResolveAsync(id, "kim", "a phone call", Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Preservation.ShouldNotBeNull();
        c.Outcome!.ShouldSatisfyAllConditions(o => o.Resolved.ShouldBe(true), o => o.ResolvedBy.ShouldBe("kim"), o => o.ResolvedAt.ShouldNotBeNull());
        c.Performance.ShouldNotBeNull();
        engine.ToCustomer(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_claimed_before_the_agent_had_looked_is_preserved_too()
    {
        await using var engine = new EngineHarness();
        var id = await engine.OpenAsync(engine.Ticket(Texts.Password));
        await engine.Commands.ClaimAsync(id, "kim", Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Person);
        c.Outcome.ShouldNotBeNull();
        c.Timers.ShouldNotBeEmpty();
        engine.ToCustomer(id).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_who_says_it_is_not_resolved_gets_people()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.AdvanceAsync(TimeSpan.FromHours(25));
        await engine.Commands.FeedbackAsync(id, 1, "still locked out", false, Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.Outcome!.Satisfaction.ShouldBe(1);
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
        engine.Sent(MessagePurpose.Acknowledgment).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_reopened_from_people_waits_in_their_queue_with_a_deadline()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));
        await engine.Commands.ReplyAsync(id, "kim", "Done.", null, Token);
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        await engine.AdvanceAsync(TimeSpan.FromHours(1));
        await engine.SayAndRunAsync(id, "It is down again.");

        var c = await engine.CaseAsync(id);
        c.Owner.ShouldBe(Owner.Queue);
        c.Timers.ShouldContainKey(TimerKind.ClaimDeadline);
        engine.Sent(MessagePurpose.HandoffMail)[1].Body.ShouldContain("It is down again.");
        engine.Sent(MessagePurpose.CustomerWrote).ShouldBeEmpty();
        engine.ToCustomer(id).Count(m => m.Purpose != MessagePurpose.Acknowledgment).ShouldBe(1);
    }

    [Fact]
    public async Task A_survey_goes_out_once_however_often_the_case_is_reopened()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        for (var i = 0; i < 3; i++)
        {
            await engine.AdvanceAsync(TimeSpan.FromHours(30));
            await engine.SayAndRunAsync(id, "Thanks, and how do I change my email address?");
        }
        await engine.AdvanceAsync(TimeSpan.FromHours(60));
        engine.Sent(MessagePurpose.Survey).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_known_before_it_is()
    {
        await using var engine = new EngineHarness();
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.Vague)));

        c.Outcome!.ShouldSatisfyAllConditions(
            o => o.Resolved.ShouldBeNull(), o => o.Durable.ShouldBeNull(), o => o.Satisfaction.ShouldBeNull(), o => o.EscalationNeeded.ShouldBeNull(),
            o => o.FalseEscalation.ShouldBeNull(), o => o.MissedEscalation.ShouldBeNull(), o => o.ResolutionMinutes.ShouldBeNull());
        c.Performance!.Quality.ShouldSatisfyAllConditions(q => q.EscalationAppropriate.ShouldBeNull(), q => q.ResolvedAsPredicted.ShouldBeNull(), q => q.Durable.ShouldBeNull());
        c.Performance.Impact.Satisfaction.ShouldBeNull();
    }

    private static async Task<string> ResolvedAsync(EngineHarness engine, string text)
    {
        var id = await engine.HandleAsync(engine.Ticket(text));
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        await engine.RunUntilRestAsync();
        return id;
    }
}
