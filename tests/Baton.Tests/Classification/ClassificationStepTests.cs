using Baton.Cases;
using Baton.Classification;
using Baton.Intake;
using Baton.Pipeline;
using Baton.Reasoning;
using Baton.Risk;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Classification;

public sealed class ClassificationStepTests
{
    private static readonly StepFailure Failure = new("no model answered");

    [Fact]
    public async Task Labels_become_a_classification_with_what_follows_from_them()
    {
        var labels = JudgedCase.Labels with { Complexity = Complexity.ExpertRequired, Priority = Priority.High };
        var c = await ClassifiedAsync(JudgedCase.Received("A question."), labels);
        c.Classification!.SuggestedTeam.ShouldBe("finance");
        c.Classification.SpecialistNeeded.ShouldBeTrue();
        c.Classification.MinutesToRespond.ShouldBe(120);
        c.Classification.By.ShouldBe("scripted/1");
        c.Classification.Confidence.ShouldBe(0.6, "the least of the routing labels, not of all");
        c.ClassifiedTurn.ShouldBe(1);
    }

    [Fact]
    public async Task A_label_without_confidences_leaves_the_confidence_unknown()
    {
        var c = await ClassifiedAsync(JudgedCase.Received("A question."), JudgedCase.Labels with { Confidence = new Dictionary<string, double>() });
        c.Classification!.Confidence.ShouldBeNull();
    }

    [Theory]
    [InlineData(false, false, CustomerTier.Paid, Priority.Critical, BusinessImpact.Low)]
    [InlineData(true, false, CustomerTier.Paid, Priority.Critical, BusinessImpact.Medium)]
    [InlineData(false, false, CustomerTier.Enterprise, Priority.Critical, BusinessImpact.Medium)]
    [InlineData(true, true, CustomerTier.Paid, Priority.Critical, BusinessImpact.High)]
    [InlineData(true, true, CustomerTier.Enterprise, Priority.Critical, BusinessImpact.High)]
    [InlineData(true, true, CustomerTier.Enterprise, Priority.Low, BusinessImpact.High)]
    [InlineData(false, false, CustomerTier.Free, Priority.Urgent, BusinessImpact.Low)]
    public void Business_impact_counts_four_signs(bool business, bool revenue, CustomerTier tier, Priority priority, BusinessImpact expected)
    {
        var indicators = new List<UrgencyIndicator> { UrgencyIndicator.SecurityRelated, UrgencyIndicator.OutageRelated };
        if (business)
            indicators.Add(UrgencyIndicator.BusinessImpacting);
        if (revenue)
            indicators.Add(UrgencyIndicator.RevenueAffecting);
        Classify.ImpactOf(indicators, tier, priority).ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_known_of_the_customer_outweighs_what_a_reasoner_guesses()
    {
        var labels = JudgedCase.Labels with { CustomerType = CustomerTier.Free };
        (await ClassifiedAsync(JudgedCase.Received("Hi", customer: new CustomerContext { Tier = CustomerTier.Vip }), labels)).Classification!.CustomerType.ShouldBe(CustomerTier.Vip);
        (await ClassifiedAsync(JudgedCase.Received("Hi"), labels)).Classification!.CustomerType.ShouldBe(CustomerTier.Free);
    }

    [Fact]
    public async Task A_hit_stands_and_signals_whatever_the_reasoner_says()
    {
        var customer = new CustomerContext { EscalationHistory = ["E-1"] };
        var c = await ClassifiedAsync(JudgedCase.Received("Our lawyers will be in touch.", customer: customer), JudgedCase.Labels);
        c.RuleHits.ShouldHaveSingleItem().RuleId.ShouldBe("legal");
        c.Classification!.EscalationSignals.ShouldBe([EscalationSignal.LegalThreats, EscalationSignal.PreviousEscalations]);
    }

    [Theory]
    [InlineData(Priority.Critical, 15)]
    [InlineData(Priority.Urgent, 30)]
    public async Task Pressing_priorities_are_due_by_the_wall_clock_even_in_a_company_with_hours(Priority priority, int minutes)
    {
        var context = JudgedCase.Context with { Policy = TestPolicy.Default };
        var step = new ClassificationStep(new ScriptedReasoner { Labels = JudgedCase.Labels with { Priority = priority } });
        var result = await step.RunAsync(JudgedCase.Received("Down!"), context, TestContext.Current.CancellationToken);
        result.Timers.ShouldHaveSingleItem().ShouldBe(new CaseTimer(TimerKind.SlaResponse, JudgedCase.Opened.AddMinutes(minutes)));
    }

    // Monday 10:00 UTC is 11:00 in Berlin, where people work from 9 to 18: seven of the eight hours on Monday, the last on Tuesday.
    [Fact]
    public async Task Other_priorities_are_due_in_working_time()
    {
        var context = JudgedCase.Context with { Policy = TestPolicy.Default };
        var step = new ClassificationStep(new ScriptedReasoner { Labels = JudgedCase.Labels });
        var result = await step.RunAsync(JudgedCase.Received("A question."), context, TestContext.Current.CancellationToken);
        result.Timers.ShouldHaveSingleItem().Due.ShouldBe(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task The_response_time_is_promised_once()
    {
        var step = new ClassificationStep(new ScriptedReasoner { Labels = JudgedCase.Labels });
        var second = JudgedCase.Received("A question.").Classified().Wrote("And another.");
        step.Holds(second).ShouldBeTrue();
        (await step.RunAsync(second, JudgedCase.Context, TestContext.Current.CancellationToken)).Timers.ShouldBeEmpty();
        step.Fallback(second, JudgedCase.Context, Failure).Timers.ShouldBeEmpty();
    }

    [Fact]
    public void The_fallback_is_the_fixed_one_with_the_hits_and_leads_on_to_the_analysis()
    {
        var step = new ClassificationStep(new ScriptedReasoner());
        var c = JudgedCase.Received("I will file a chargeback.");
        c = c.After(step.Fallback(c, JudgedCase.Context, Failure));
        c.Classification!.Category.ShouldBe(Category.GeneralInquiry);
        c.Classification.Priority.ShouldBe(Priority.Medium);
        c.Classification.Complexity.ShouldBe(Complexity.Moderate);
        c.Classification.EscalationSignals.ShouldBe([EscalationSignal.ClassificationFailure]);
        c.Classification.HumanReviewRequired.ShouldBeTrue();
        c.Classification.Confidence.ShouldBeNull();
        c.Classification.By.ShouldBe("fallback");
        c.RuleHits.ShouldHaveSingleItem().RuleId.ShouldBe("fraud");
        c.Degraded.ShouldHaveSingleItem().Part.ShouldBe("classification");
        c.RespondBy.ShouldBe(JudgedCase.Opened.AddMinutes(480));
        step.Holds(c).ShouldBeFalse();
        new AnalysisStep(new ScriptedReasoner()).Holds(c).ShouldBeTrue();
    }

    [Fact]
    public void It_waits_for_the_context_and_leaves_the_cases_of_people_alone()
    {
        var step = new ClassificationStep(new ScriptedReasoner());
        var c = JudgedCase.Received("Hi");
        step.Holds(c).ShouldBeTrue();
        step.Holds(c with { Customer = null }).ShouldBeFalse();
        step.Holds(c with { Owner = Owner.Queue }).ShouldBeFalse();
        step.Holds(c with { Owner = Owner.Person }).ShouldBeFalse();
        step.Holds(c.Classified()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_case_given_back_does_not_hit_the_same_rule_again()
    {
        var c = await ClassifiedAsync(JudgedCase.Received("Our lawyers will be in touch."), JudgedCase.Labels);
        c = c.Apply(new CaseClaimed("ada") { At = c.UpdatedAt }).Apply(new ReturnedToAgent("ada", null) { At = c.UpdatedAt });
        c = c.Apply(new TurnStarted(2) { At = c.UpdatedAt });
        (await ClassifiedAsync(c, JudgedCase.Labels)).RuleHits.ShouldBeEmpty();
    }

    private static async Task<Case> ClassifiedAsync(Case c, ClassificationLabels labels) =>
        c.After(await new ClassificationStep(new ScriptedReasoner { Labels = labels }).RunAsync(c, JudgedCase.Context, TestContext.Current.CancellationToken));
}
