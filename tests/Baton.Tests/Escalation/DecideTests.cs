using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Escalation;

public sealed class DecideTests
{
    private const int Threshold = 70;

    [Theory]
    [InlineData(EscalationReason.Outage, Category.Technical, EscalationKind.ImmediateEscalation, Urgency.Immediate, "engineering", "senior_support")]
    [InlineData(EscalationReason.Legal, Category.Billing, EscalationKind.ImmediateEscalation, Urgency.Immediate, "finance", "senior_support")]
    [InlineData(EscalationReason.Executive, Category.Account, EscalationKind.ImmediateEscalation, Urgency.Immediate, "customer_success", "senior_support")]
    [InlineData(EscalationReason.Security, Category.Security, EscalationKind.ImmediateEscalation, Urgency.Immediate, "security_team", "senior_support")]
    [InlineData(EscalationReason.Fraud, Category.Billing, EscalationKind.ImmediateEscalation, Urgency.Immediate, "security_team", "finance")]
    [InlineData(EscalationReason.Privacy, Category.Account, EscalationKind.SpecialistEscalation, Urgency.Standard, "customer_success", "management")]
    [InlineData(EscalationReason.RepeatContact, Category.Billing, EscalationKind.ManagementEscalation, Urgency.Urgent, "management", "finance")]
    [InlineData(EscalationReason.Churn, Category.Technical, EscalationKind.ManagementEscalation, Urgency.Urgent, "management", "engineering")]
    [InlineData(EscalationReason.Publicity, Category.Shipping, EscalationKind.ManagementEscalation, Urgency.Urgent, "management", "general_support")]
    [InlineData(EscalationReason.ExtremeFrustration, Category.Billing, EscalationKind.ManagementEscalation, Urgency.Urgent, "management", "finance")]
    [InlineData(EscalationReason.ExtremeFrustration, Category.Technical, EscalationKind.SpecialistEscalation, Urgency.Urgent, "engineering", "senior_support")]
    [InlineData(EscalationReason.HardTechnical, Category.Integration, EscalationKind.SpecialistEscalation, Urgency.Standard, "technical_support", null)]
    [InlineData(EscalationReason.HighRisk, Category.Billing, EscalationKind.SpecialistEscalation, Urgency.Standard, "senior_support", "finance")]
    [InlineData(EscalationReason.Complex, Category.Product, EscalationKind.ScheduledEscalation, Urgency.Scheduled, "general_support", null)]
    [InlineData(EscalationReason.ValuedCustomer, Category.Account, EscalationKind.SpecialistEscalation, Urgency.Standard, "customer_success", null)]
    [InlineData(EscalationReason.PersonRequested, Category.Billing, EscalationKind.SpecialistEscalation, Urgency.Urgent, "finance", null)]
    [InlineData(EscalationReason.NoGroundedAnswer, Category.Billing, EscalationKind.SpecialistEscalation, Urgency.Standard, "finance", null)]
    [InlineData(EscalationReason.UnsupportedLanguage, Category.Product, EscalationKind.SpecialistEscalation, Urgency.Standard, "general_support", null)]
    public void Each_reason_has_its_kind_urgency_and_team(string reason, Category category, EscalationKind kind, Urgency urgency, string team, string? told)
    {
        var d = Decide.ForReason(reason, "Because.", Judged(JudgedCase.Plain with { Category = category }), JudgedCase.Policy, JudgedCase.Opened);
        (d.Decision, d.Urgency, d.TargetTeam).ShouldBe((kind, urgency, team));
        d.AlsoTold.ShouldBe(told is null ? [] : [told]);
        d.PrimaryReason.ShouldBe("Because.");
        d.EscalateAt.ShouldBe(JudgedCase.Opened.AddMinutes(JudgedCase.Policy.Urgencies[urgency].EscalateAfter));
    }

    [Fact]
    public void A_security_matter_of_another_category_is_told_to_the_security_team()
    {
        var d = Decide.ForReason(EscalationReason.Security, "Because.", Judged(JudgedCase.Plain), JudgedCase.Policy, JudgedCase.Opened);
        d.AlsoTold.ShouldBe(["senior_support", "security_team"]);
    }

    [Fact]
    public void Who_any_reason_wants_told_is_told_but_for_the_team_that_takes_it()
    {
        var c = Judged(JudgedCase.Plain with { Category = Category.Security, IssueType = IssueType.Problem }, hits: [Hit("fraud", RuleKind.Fraud)]);
        var d = Advised(c, JudgedCase.Keep);
        d.TargetTeam.ShouldBe("security_team");
        d.AlsoTold.ShouldBe(["senior_support", "finance"]);
    }

    [Fact]
    public void A_hard_rule_decides_before_flags_and_advice()
    {
        var c = Judged(hits: [Hit("enterprise", RuleKind.Tier)], analysis: JudgedCase.Calm with { ImmediateFlags = [ImmediateCause.HighFrustration] });
        var d = Advised(c, JudgedCase.Keep);
        d.By.ShouldBe("rule:enterprise");
        d.Confidence.ShouldBe(1);
        d.Reasons.ShouldBe([EscalationReason.ExtremeFrustration, EscalationReason.ValuedCustomer]);
        d.Decision.ShouldBe(EscalationKind.ManagementEscalation, "the gravest reason says where, whoever said that");
        d.Urgency.ShouldBe(Urgency.Immediate, "a flag sets it");
    }

    [Fact]
    public void A_flag_decides_before_advice()
    {
        var d = Advised(Judged(analysis: JudgedCase.Calm with { ImmediateFlags = [ImmediateCause.ExtremeComplexity, ImmediateCause.ExecutiveInvolvement] }), JudgedCase.Keep);
        d.By.ShouldBe("flag:executive_involvement");
        d.Reasons.ShouldBe([EscalationReason.Executive, EscalationReason.HardTechnical]);
        d.Confidence.ShouldBe(0.8, "as sure as the labels behind it");
    }

    [Fact]
    public void Advice_decides_where_no_rule_or_flag_does()
    {
        var d = Advised(Judged(), JudgedCase.Advise(EscalationKind.ScheduledEscalation, EscalationReason.Complex));
        (d.By, d.Confidence, d.Decision, d.Urgency).ShouldBe(("scripted/1", 0.7, EscalationKind.ScheduledEscalation, Urgency.Scheduled));
    }

    [Fact]
    public void Advice_to_escalate_with_reasons_that_nobody_knows_still_escalates()
    {
        var d = Advised(Judged(), JudgedCase.Advise(EscalationKind.ManagementEscalation, "because_i_say_so"));
        d.Escalates.ShouldBeTrue();
        d.Reasons.ShouldBe([EscalationReason.HighRisk]);
    }

    [Fact]
    public void Advice_to_keep_it_keeps_it_and_says_so_in_full()
    {
        var d = Advised(Judged(), JudgedCase.Keep);
        (d.Decision, d.TargetTeam, d.By, d.SuccessProbability).ShouldBe((EscalationKind.NoEscalation, "finance", "scripted/1", 0.75));
        d.EscalateAt.ShouldBeNull();
        d.PrimaryReason.ShouldContain("30");
        DecisionProperties.IsComplete(d).ShouldBeTrue();
    }

    [Fact]
    public void Signals_alone_keep_the_case_and_weigh_in_once_people_take_it()
    {
        var c = Judged(JudgedCase.Plain with { EscalationSignals = [EscalationSignal.ChurnThreat] });
        Advised(c, JudgedCase.Keep).Escalates.ShouldBeFalse();
        Advised(c with { RuleHits = [Hit("enterprise", RuleKind.Tier)] }, JudgedCase.Keep).Decision.ShouldBe(EscalationKind.ManagementEscalation);
    }

    [Fact]
    public void An_outage_that_is_suffered_is_grave_and_a_question_about_outages_is_not()
    {
        var asked = JudgedCase.Plain with { Category = Category.Technical, UrgencyIndicators = [UrgencyIndicator.OutageRelated], IssueType = IssueType.Question };
        Advised(Judged(asked, hits: [Hit("enterprise", RuleKind.Tier)]), JudgedCase.Keep).Reasons.ShouldBe([EscalationReason.ValuedCustomer]);
        Advised(Judged(asked with { IssueType = IssueType.Problem }, hits: [Hit("enterprise", RuleKind.Tier)]), JudgedCase.Keep).Reasons[0].ShouldBe(EscalationReason.Outage);
    }

    [Fact]
    public void Two_negative_turns_after_an_answer_send_it_to_people()
    {
        Advised(Judged() with { NegativeStreak = 1 }, JudgedCase.Keep).Escalates.ShouldBeFalse();
        var d = Advised(Judged() with { NegativeStreak = 2 }, JudgedCase.Keep);
        d.Reasons.ShouldBe([EscalationReason.NegativeTurns]);
        d.By.ShouldBe("rule:negative_turns");
    }

    [Fact]
    public void A_language_that_replies_are_not_written_in_goes_to_people()
    {
        Advised(Judged(JudgedCase.Plain with { Language = "fi" }), JudgedCase.Keep).Reasons.ShouldBe([EscalationReason.UnsupportedLanguage]);
        Advised(Judged(JudgedCase.Plain with { Language = null }), JudgedCase.Keep).Escalates.ShouldBeFalse();
    }

    [Fact]
    public void A_missing_judgement_escalates_only_above_the_threshold()
    {
        var c = Judged(analysis: JudgedCase.Calm with { HumanReviewRequired = true }, risk: 60);
        Decide.WithAdvice(c, JudgedCase.Keep, "scripted/1", 60, JudgedCase.Policy, JudgedCase.Opened).Escalates.ShouldBeFalse();
        var d = Decide.WithAdvice(c, JudgedCase.Keep, "scripted/1", 59, JudgedCase.Policy, JudgedCase.Opened);
        (d.TargetTeam, d.Urgency, d.By).ShouldBe(("senior_support", Urgency.Standard, "fallback"));
    }

    [Fact]
    public void Without_a_reasoner_risk_decides_and_rules_and_flags_still_stand()
    {
        Decide.WithoutAdvice(Judged(risk: 70), JudgedCase.Policy, JudgedCase.Opened).ShouldSatisfyAllConditions(
            d => d.Escalates.ShouldBeFalse(), d => d.By.ShouldBe("fallback"), d => d.Confidence.ShouldBeNull());
        Decide.WithoutAdvice(Judged(risk: 71), JudgedCase.Policy, JudgedCase.Opened).ShouldSatisfyAllConditions(
            d => d.TargetTeam.ShouldBe("senior_support"), d => d.Urgency.ShouldBe(Urgency.Standard), d => d.By.ShouldBe("fallback"), d => d.Confidence.ShouldBeNull());
        Decide.WithoutAdvice(Judged(hits: [Hit("fraud", RuleKind.Fraud)]), JudgedCase.Policy, JudgedCase.Opened).By.ShouldBe("rule:fraud");
    }

    [Fact]
    public void A_rule_that_a_person_set_aside_decides_nothing()
    {
        var c = Judged(hits: [Hit("enterprise", RuleKind.Tier)]).Apply(new ReturnedToAgent("kim", null) { At = JudgedCase.Opened });
        Advised(c, JudgedCase.Keep).Escalates.ShouldBeFalse();
    }

    [Fact]
    public void A_promised_response_makes_it_as_pressing_as_keeps_the_promise()
    {
        var c = Judged(JudgedCase.Plain with { Priority = Priority.Critical, MinutesToRespond = 15 }, hits: [Hit("enterprise", RuleKind.Tier)]);
        Advised(c, JudgedCase.Keep).Urgency.ShouldBe(Urgency.Urgent);
    }

    [Fact]
    public void What_was_outweighed_is_named()
    {
        var c = Judged(hits: [Hit("legal", RuleKind.Legal), Hit("repeat_contact", RuleKind.RepeatContact)]);
        var d = Advised(c, JudgedCase.Keep with { Alternatives = ["Ask for the invoice number first."] });
        d.AlternativesConsidered.ShouldContain("management_escalation to management for repeat_contact: legal_threat is graver.");
        d.AlternativesConsidered.ShouldContain("Ask for the invoice number first.");
        d.AlternativesConsidered[0].ShouldStartWith("Keep it with the agent: rule:legal");
    }

    [Fact]
    public void A_case_that_was_never_judged_can_still_be_handed_over()
    {
        var d = Decide.ForReason(EscalationReason.Stuck, "No step could go on.", JudgedCase.Received("x"), JudgedCase.Policy, JudgedCase.Opened);
        d.TargetTeam.ShouldBe("general_support");
        DecisionProperties.IsComplete(d).ShouldBeTrue();
    }

    [Fact]
    public void A_company_without_a_team_keeps_the_case_with_the_categorys_own()
    {
        var policy = JudgedCase.Policy with { Teams = JudgedCase.Policy.Teams.Where(t => t.Key is "finance").ToDictionary() };
        var d = Decide.ForReason(EscalationReason.Churn, "Because.", Judged(), policy, JudgedCase.Opened);
        d.TargetTeam.ShouldBe("finance");
        d.AlsoTold.ShouldBeEmpty();
    }

    private static RuleHit Hit(string id, RuleKind kind) => new(id, kind, $"Rule {id}.", ["words"]);

    private static Case Judged(TicketClassification? classification = null, Baton.Risk.SentimentAnalysis? analysis = null, int risk = 30, RuleHit[]? hits = null) =>
        JudgedCase.Received("x").Classified(classification, hits ?? []).Analysed(analysis, risk);

    private static EscalationDecision Advised(Case c, Baton.Reasoning.EscalationAdvice advice) =>
        Decide.WithAdvice(c, advice, "scripted/1", Threshold, JudgedCase.Policy, JudgedCase.Opened);
}
