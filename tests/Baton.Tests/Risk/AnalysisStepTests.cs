using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Baton.Intake;
using Baton.Pipeline;
using Baton.Reasoning;
using Baton.Risk;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Risk;

public sealed class AnalysisStepTests
{
    private static readonly AnalysisScores Scores = new()
    {
        Sentiment = Sentiment.Negative,
        Frustration = 88,
        TechnicalComplexity = 75,
        ResolutionComplexity = 65,
        OverallComplexity = 60,
        ChurnRisk = 40,
        PublicityRisk = 10,
        Evidence = [new Evidence("frustration", ["THIRD time"])],
    };

    [Fact]
    public async Task Scores_become_risks_flags_and_an_approach()
    {
        var c = JudgedCase.Received("x", customer: new CustomerContext { Tier = CustomerTier.Enterprise, PreviousTickets = 6 })
            .Classified(JudgedCase.Plain with { CustomerType = CustomerTier.Enterprise, BusinessImpact = BusinessImpact.High });
        c = await AnalysedAsync(c, Scores);
        c.Risk.ShouldBe(new RiskProfile { Overall = 62, Sentiment = 88, Complexity = 60, Business = 80, Customer = 80, Technical = 75 });
        c.Analysis!.ImmediateFlags.ShouldBe([ImmediateCause.HighFrustration]);
        c.Analysis.Approach.ShouldBe(Approach.HighTouchEscalation);
        c.Analysis.EstimatedResolution.ShouldBe("1-2 h");
        c.Analysis.RequiredExpertise.ShouldBe(Expertise.TechnicalSpecialist);
        c.Analysis.Evidence.ShouldHaveSingleItem().Words.ShouldBe(["THIRD time"]);
        c.Analysis.By.ShouldBe("scripted/1");
    }

    [Fact]
    public async Task What_is_off_the_scale_is_taken_as_its_end()
    {
        var c = await AnalysedAsync(JudgedCase.Received("x").Classified(), Scores with { Frustration = 400, ChurnRisk = -3 });
        c.Analysis!.Frustration.ShouldBe(100);
        c.Analysis.ChurnRisk.ShouldBe(0);
    }

    [Fact]
    public async Task The_trajectory_spans_turns()
    {
        var c = await AnalysedAsync(JudgedCase.Received("x").Classified(), Scores with { Frustration = 20 });
        c.Analysis!.Trajectory.ShouldBe(Trajectory.Stable);
        c = await AnalysedAsync(c.Wrote("y").Classified(), Scores with { Frustration = 70 });
        c.Analysis!.Trajectory.ShouldBe(Trajectory.Escalating);
        c.AnalysedTurn.ShouldBe(2);
    }

    [Fact]
    public void The_fallback_is_the_fixed_one_keeps_known_signals_and_leads_on_to_the_decision()
    {
        var step = new AnalysisStep(new ScriptedReasoner());
        var c = JudgedCase.Received("x").Classified(JudgedCase.Plain with { EscalationSignals = [EscalationSignal.LegalThreats] });
        c = c.After(step.Fallback(c, JudgedCase.Context, new StepFailure("timeout")));
        c.Analysis!.Sentiment.ShouldBe(Sentiment.Neutral);
        c.Analysis.Frustration.ShouldBe(50);
        c.Analysis.HumanReviewRequired.ShouldBeTrue();
        c.Analysis.By.ShouldBe("fallback");
        c.Analysis.ImmediateFlags.ShouldBe([ImmediateCause.LegalThreats]);
        c.Risk!.Overall.ShouldBe(60);
        c.Degraded.ShouldHaveSingleItem().Part.ShouldBe("analysis");
        step.Holds(c).ShouldBeFalse();
        new EscalationStep(new ScriptedReasoner(), null!).Holds(c).ShouldBeTrue();
    }

    [Fact]
    public void It_follows_the_classification_of_the_same_turn_while_the_agent_has_the_case()
    {
        var step = new AnalysisStep(new ScriptedReasoner());
        var c = JudgedCase.Received("x");
        step.Holds(c).ShouldBeFalse();
        step.Holds(c.Classified()).ShouldBeTrue();
        step.Holds(c.Classified() with { Owner = Owner.Person }).ShouldBeFalse();
        step.Holds(c.Classified().Analysed()).ShouldBeFalse();
        step.Holds(c.Classified().Analysed().Wrote("y")).ShouldBeFalse();
    }

    private static async Task<Case> AnalysedAsync(Case c, AnalysisScores scores) =>
        c.After(await new AnalysisStep(new ScriptedReasoner { Scores = scores }).RunAsync(c, JudgedCase.Context, TestContext.Current.CancellationToken));
}
