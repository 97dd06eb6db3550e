using Baton.Cases;
using Baton.Learning;
using Baton.Learning.Online;
using Baton.Reasoning.Local.Models;

namespace Baton.Tests.Learning.Online;

public sealed class TrialTests
{
    private static readonly LocalModel Shipped = LocalModel.Default;
    private static readonly LocalModel Taught = Shipped.With(Checkpoints.Taught(24).Adapter, "local/test");

    [Fact]
    public void The_sign_test_is_the_tail_of_a_fair_coin()
    {
        Statistics.SignTest(0, 0).ShouldBe(1);
        Statistics.SignTest(6, 0).ShouldBe(1 / 64.0, 1e-12);
        Statistics.SignTest(8, 2).ShouldBe(56 / 1024.0, 1e-12);
        Statistics.SignTest(0, 5).ShouldBe(1);
        Statistics.SignTest(300, 200).ShouldBe(4.4e-6, 0.3e-6);
    }

    [Fact]
    public void A_challenger_that_judges_held_back_cases_as_people_said_wins()
    {
        var figures = Trial.Run(Said(24, 36, Category.Security), Shipped, Taught, JudgedCase.Policy);

        figures.Better.ShouldBeGreaterThan(6);
        figures.ChallengerRight.ShouldBeGreaterThan(figures.ChampionRight);
        figures.ChallengerLoss.ShouldBeLessThan(figures.ChampionLoss);
        Trial.WhyNot(figures).ShouldBeNull();
        ShippedFigures.Loss(Shipped, Taught).ShouldBeNull();
    }

    [Fact]
    public void The_same_model_never_wins_against_itself() =>
        Trial.WhyNot(Trial.Run(Said(24, 36, Category.Security), Taught, Taught, JudgedCase.Policy)).ShouldNotBeNull().ShouldContain("may be chance");

    [Fact]
    public void A_challenger_that_people_contradict_loses() =>
        Trial.WhyNot(Trial.Run(Said(24, 36, Category.Product), Shipped, Taught, JudgedCase.Policy)).ShouldNotBeNull();

    [Fact]
    public void Too_few_cases_decide_nothing() =>
        Trial.WhyNot(Trial.Run(Said(24, 29, Category.Security), Shipped, Taught, JudgedCase.Policy)).ShouldNotBeNull().ShouldContain("may be chance");

    [Fact]
    public void One_person_cannot_carry_a_trial_that_the_others_lose()
    {
        var figures = new TrialFigures(Cases: 40, Better: 30, Worse: 6, Statistics.SignTest(30, 6), 40, 5, 32, 0, 0, 2, 1, WithoutAnyone: -5);

        Trial.WhyNot(figures).ShouldNotBeNull().ShouldContain("one person");
        Trial.WhyNot(figures with { WithoutAnyone = null }).ShouldBeNull("where nobody else says anything, the one person is all there is");
    }

    [Fact]
    public void More_missed_escalations_or_worse_confidences_are_not_outweighed()
    {
        var won = new TrialFigures(20, 12, 1, Statistics.SignTest(12, 1), 20, 5, 16, 1, 1, 2, 1, 3);

        Trial.WhyNot(won).ShouldBeNull();
        Trial.WhyNot(won with { ChallengerMissed = 2 }).ShouldNotBeNull().ShouldContain("miss");
        Trial.WhyNot(won with { ChallengerLoss = 2.1 }).ShouldNotBeNull().ShouldContain("confidences");
    }

    [Fact]
    public void A_model_that_unlearnt_what_ships_with_Baton_is_refused()
    {
        var learnt = Learnt.Nothing(Shipped);
        var hostile = new Adapter(Shipped.Vocabulary.Features);
        foreach (var feature in Enumerable.Range(0, Shipped.Vocabulary.Features).Where(Shipped.Vocabulary.Tells))
            hostile.RowOf(feature)[Heads.Category.First + (int)Category.Shipping] = 2;

        ShippedFigures.Loss(Shipped, Shipped.With(hostile, "hostile")).ShouldNotBeNull().ShouldContain("category");
        ShippedFigures.Loss(Shipped, Shipped.With(learnt.Adapter, "untaught")).ShouldBeNull();
    }

    private static List<Feedback> Said(int from, int to, Category category) =>
        [.. Enumerable.Range(from, to - from).Select(i => Verdicts.On(Badges.Text(i), Verdicts.Category(category, $"person {i % 3}"), $"T-{i}"))];
}
