using Baton.Cases;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Memory;
using Baton.Pipeline;
using Baton.Tests.Conversation;

namespace Baton.Tests.Handoff;

public class HandoffStepTests
{
    private static Situation Outage => new()
    {
        Kind = EscalationKind.ImmediateEscalation,
        Urgency = Urgency.Immediate,
        Category = Category.Technical,
        Priority = Priority.Critical,
        Frustration = 95,
        Sentiment = Sentiment.VeryNegative,
        Reasons = [EscalationReason.Outage, EscalationReason.Legal],
        AlsoTold = ["senior_support"],
        Subject = "Everything is down",
        Text = "Our production is down. We have already restarted all nodes. Our lawyers will be in touch.",
        ExternalId = "ZD-7",
    };

    private static async Task<(Baton.Cases.Case Case, StepResult Result)> HandOffAsync(Situation s)
    {
        var (c, ran) = await s.RunAsync(s.Decided());
        ran.Select(r => r.Step).ShouldBe(["conversation", "handoff"]);
        return (c, ran[1].Result);
    }

    [Theory]
    [InlineData(EscalationKind.ImmediateEscalation, Urgency.Immediate, 5)]
    [InlineData(EscalationKind.ManagementEscalation, Urgency.Urgent, 15)]
    [InlineData(EscalationKind.SpecialistEscalation, Urgency.Standard, 30)]
    [InlineData(EscalationKind.ScheduledEscalation, Urgency.Scheduled, 240)]
    public async Task Every_kind_of_escalation_is_handed_off_and_acknowledged_in_one_result(EscalationKind kind, Urgency urgency, int minutes)
    {
        var (c, result) = await HandOffAsync(new Situation { Kind = kind, Urgency = urgency });
        result.Events.OfType<HandedOff>().ShouldHaveSingleItem();
        Situation.ToCustomer(result).ShouldNotBeNull().Purpose.ShouldBe(MessagePurpose.Acknowledgment);
        c.Owner.ShouldBe(Owner.Queue);
        c.Handoff!.ExpectedBy.ShouldBe(Situation.Monday.AddMinutes(minutes));
        c.Handoff.Gaps.ShouldBeEmpty();
        result.Timers.Select(t => t.Kind).ShouldBe([TimerKind.ClaimDeadline, TimerKind.HandoffFollowUp]);
        result.Timers[0].Due.ShouldBe(c.Handoff.ExpectedBy);
    }

    [Fact]
    public async Task The_conversation_step_alone_sends_no_word_of_a_handoff()
    {
        var s = Outage;
        var result = await s.Conversation.RunAsync(s.Decided(), s.Context, CancellationToken.None);
        result.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Team_told_teams_chat_and_help_desk_hear_of_it_each_with_an_id_of_its_own()
    {
        var (_, result) = await HandOffAsync(Outage);
        result.Messages.Select(m => (m.Purpose, m.To)).ShouldBe([
            (MessagePurpose.Acknowledgment, "ana@customer.example"), (MessagePurpose.HandoffMail, "engineering@northwind.example"), (MessagePurpose.EscalationNotice, "senior-support@northwind.example"),
            (MessagePurpose.HandoffChat, "#engineering"), (MessagePurpose.TicketUpdate, "ZD-7")]);
        result.Messages.Select(m => m.Id).ShouldBeUnique();
        var mail = result.Messages[1];
        mail.AttachPackage.ShouldBeTrue();
        mail.Subject.ShouldBe("[IMMEDIATE] TICK-1: Everything is down");
        foreach (var part in (string[])["ISSUE", "WHAT WAS TRIED", "SENTIMENT", "RECOMMENDED NEXT STEP", "ACCOUNT FLAGS", "FACTS", "SCORES", "CONVERSATION", "already restarted all nodes", "frustration 95 of 100", "/tickets/TICK-1"])
            mail.Body.ShouldContain(part);
        result.Messages[3].Fields.Keys.ShouldBe(["ticket", "customer", "tier", "urgency", "risk", "frustration", "reason", "view", "claim"]);
        result.Messages[4].Fields["priority"].ShouldBe("urgent");
        result.Messages[4].Fields["group"].ShouldBe("engineering");
    }

    [Fact]
    public async Task Out_of_hours_a_pressing_case_pages_the_on_call_and_a_plain_one_does_not()
    {
        var (_, pressing) = await HandOffAsync(Outage with { Now = Situation.Weekend });
        pressing.Messages[^1].To.ShouldBe("on-call@northwind.example");
        var (_, plain) = await HandOffAsync(new Situation { Kind = EscalationKind.SpecialistEscalation, Now = Situation.Weekend });
        plain.Messages.ShouldNotContain(m => m.To == "on-call@northwind.example");
        plain.Timers[0].Due.ShouldBe(new DateTimeOffset(2026, 3, 9, 8, 30, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(Priority.Critical, "urgent")]
    [InlineData(Priority.Urgent, "urgent")]
    [InlineData(Priority.High, "high")]
    [InlineData(Priority.Medium, "normal")]
    [InlineData(Priority.Low, "low")]
    public void Priorities_keep_their_rank_on_the_way_to_the_help_desk(Priority priority, string word) => HandoffMessages.DeskPriority(priority).ShouldBe(word);

    [Fact]
    public async Task Automatic_mail_is_handed_off_without_a_word_to_its_sender()
    {
        var (c, result) = await HandOffAsync(Outage with { Automatic = true });
        Situation.ToCustomer(result).ShouldBeNull();
        c.Owner.ShouldBe(Owner.Queue);
    }

    [Fact]
    public async Task Like_cases_are_in_the_package_with_how_they_ended()
    {
        var s = Outage;
        var like = new PreservedIssue("TICK-0", "Down", new IssueSignature(Category.Technical, Complexity.Complex, CustomerTier.Paid, null, ["sign", "account", "other"], []), "engineering", "by_person", ["a restart of the gateway"]);
        var c = Situation.Apply(s.Decided(), await s.Conversation.RunAsync(s.Decided(), s.Context, CancellationToken.None), s.Now);
        var result = await new HandoffStep(new EmptyStore(similar: like)).RunAsync(c, s.Context, CancellationToken.None);
        var found = result.Events.OfType<HandedOff>().Single().Handoff.Package.SimilarCases.ShouldHaveSingleItem();
        found.ShouldSatisfyAllConditions(f => f.CaseId.ShouldBe("TICK-0"), f => f.Similarity.ShouldBeGreaterThan(0.5), f => f.WhatWorked.ShouldBe(["a restart of the gateway"]));
    }

    [Fact]
    public async Task When_the_store_fails_the_team_and_the_customer_still_hear_and_the_gaps_are_named()
    {
        var s = Outage;
        var c = Situation.Apply(s.Decided(), await s.Conversation.RunAsync(s.Decided(), s.Context, CancellationToken.None), s.Now);
        var step = new HandoffStep(new EmptyStore(broken: true));
        await Should.ThrowAsync<IOException>(async () => await step.RunAsync(c, s.Context, CancellationToken.None));
        var result = step.Fallback(c, s.Context, new StepFailure("disk"));
        result.Messages.Select(m => m.Purpose).ShouldBe([MessagePurpose.Acknowledgment, MessagePurpose.HandoffMail]);
        result.Events.OfType<StepDegraded>().ShouldHaveSingleItem();
        result.Events.OfType<HandedOff>().Single().Handoff.Gaps.ShouldContain("urgency_justification");
        step.Holds(Situation.Apply(c, result, s.Now)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_acknowledgement_that_lay_too_long_is_written_anew_so_that_its_time_is_true()
    {
        var s = new Situation { Kind = EscalationKind.SpecialistEscalation };
        var c = Situation.Apply(s.Decided(), await s.Conversation.RunAsync(s.Decided(), s.Context, CancellationToken.None), s.Now);
        c.Reply!.Text.ShouldContain("within 30 minutes");
        var late = new DateTimeOffset(2026, 3, 2, 16, 45, 0, TimeSpan.Zero);
        var result = await new HandoffStep(new EmptyStore()).RunAsync(c, s.Context with { Now = late }, CancellationToken.None);
        Situation.ToCustomer(result)!.Body.ShouldContain("by Tuesday 09:15");
    }

    [Fact]
    public async Task A_case_that_was_given_back_and_found_wanting_again_is_handed_off_again()
    {
        var s = Outage;
        var (c, _) = await HandOffAsync(s);
        var back = Situation.Delivered(c, s.Now).Apply(new ReturnedToAgent("kim", null) { At = s.Now });
        (await s.RunAsync(back)).Ran.ShouldBeEmpty();
        var (again, ran) = await s.RunAsync(back.Apply(new TimerSet(TimerKind.SlaResponse, s.Now) { At = s.Now }).Apply(new TimerFired(TimerKind.SlaResponse) { At = s.Now }));
        ran.Select(r => r.Step).ShouldBe(["sla", "handoff", "forward_to_people"], ignoreOrder: true);
        again.Owner.ShouldBe(Owner.Queue);
        again.HumanTouches.ShouldBe(2);
    }
}
