using Baton.Cases;
using Baton.Learning.Online;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Learning.Online;

public sealed class OnlineLearnerTests
{
    private const float Rounding = 1e-3f;
    private static readonly LocalModel Shipped = LocalModel.Default;
    private static readonly string[] Texts = [.. Enumerable.Range(0, 12).Select(Badges.Text), .. Badges.Others];

    // The readings are the costly part; a hostile script only says what should have been, who says so, and when.
    private static readonly Lesson[] Read = [.. Texts.Select(t => Lesson.Of(Verdicts.On(t, Verdicts.Category(Category.Security)), Shipped)!)];

    private sealed record Saying(int Text, int Person, int Day, int Category, int Priority, int Sentiment, bool Needed, int Frustration);

    [Fact]
    public void No_sequence_of_lessons_moves_a_score_of_any_text_by_more_than_the_bound() =>
        Prop.ForAll(Scripts(300, people: 5, days: 10), script =>
        {
            var learnt = Taught(script);
            return Read.All(l => Moves(learnt, l).All(m => Math.Abs(m) <= Adapter.Bound));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_persons_day_moves_no_score_of_any_text_by_more_than_the_daily_budget() =>
        Prop.ForAll(Scripts(200, people: 1, days: 1), script =>
        {
            var learnt = Taught(script);
            return Read.All(l => Sums(learnt, l).All(m => Math.Abs(m) <= OnlineLearner.DailyBudget + Rounding));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_lesson_moves_no_score_of_any_text_by_more_than_a_step() =>
        Prop.ForAll(Scripts(60, people: 3, days: 3), script =>
        {
            var learnt = Taught(script.SkipLast(1));
            var before = Read.Select(l => Sums(learnt, l)).ToList();
            OnlineLearner.Learn(learnt, LessonOf(script[^1]));
            return Read.Zip(before).All(p => Sums(learnt, p.First).Zip(p.Second).All(m => Math.Abs(m.First - m.Second) <= OnlineLearner.Step + Rounding));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_cut_into_rounds_anywhere_teaches_the_same_to_the_bit() =>
        Prop.ForAll(Scripts(40, people: 3, days: 3), Gen.Choose(0, 40).ToArbitrary(), (script, cut) =>
        {
            var atOnce = Taught(script);
            var first = Stored(Taught(script.Take(cut))).Learnt;
            foreach (var saying in script.Skip(cut))
                OnlineLearner.Learn(first, LessonOf(saying));
            return CheckpointFile.Write(CheckpointOf(first)).SequenceEqual(CheckpointFile.Write(CheckpointOf(atOnce)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_a_handful_of_consistent_corrections_a_similar_ticket_is_judged_as_people_said_and_others_as_before()
    {
        var similar = Badges.Text(18);
        CategoryOf(similar, Shipped).ShouldNotBe(Category.Security);

        var taught = Model([.. Enumerable.Range(0, 6).Select(i => Lesson.Of(Verdicts.On(Badges.Text(i), Verdicts.Category(Category.Security, by: $"person {i % 2}")), Shipped)!)]);

        CategoryOf(similar, taught).ShouldBe(Category.Security);
        foreach (var other in Badges.Others)
        {
            CategoryOf(other, taught).ShouldBe(CategoryOf(other, Shipped));
            foreach (var (before, after) in Probabilities(other, Shipped).Zip(Probabilities(other, taught)))
                after.ShouldBe(before, 0.01, other);
        }
    }

    [Fact]
    public void The_words_that_people_taught_are_named_as_the_evidence()
    {
        var taught = Model([.. Enumerable.Range(0, 12).Select(i => Lesson.Of(Verdicts.On(Badges.Text(i), Verdicts.Category(Category.Security, by: $"person {i % 4}")), Shipped)!)]);

        Reading(Badges.Text(18), taught).Category.Evidence.Words.ShouldContain("badge", StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Missed_escalations_are_learnt_and_so_are_needless_ones()
    {
        var needed = Model([.. Enumerable.Range(0, 24).Select(i => Lesson.Of(Verdicts.On(Badges.Text(i), Verdicts.Given($"person {i % 3}", i / 6, true)), Shipped)!)]);
        Reading(Badges.Text(30), Shipped).Judgement!.Escalates.ShouldBeFalse();
        Reading(Badges.Text(30), needed).Judgement!.Escalates.ShouldBeTrue();

        var chance = Probability(Badges.Text(30), needed);
        var needless = Model([.. Enumerable.Range(0, 24).Select(i => Lesson.Of(Verdicts.On(Badges.Text(i), Verdicts.Given($"person {i % 3}", i / 6, false)), Shipped)!)]);
        Probability(Badges.Text(30), needless).ShouldBeLessThan(Probability(Badges.Text(30), Shipped));
        chance.ShouldBeGreaterThan(Probability(Badges.Text(30), Shipped));

        static double Probability(string text, LocalModel model) => Reading(text, model).Judgement!.Of(Heads.Escalate);
    }

    [Fact]
    public void A_label_that_people_name_all_day_weighs_less_than_a_rare_one()
    {
        var learnt = Taught(Enumerable.Range(0, 40).Select(i => new Saying(i % 12, i, i, (int)Category.Security, 0, 2, true, 50)));
        var often = StepOf(learnt, Category.Security);
        var rare = StepOf(learnt, Category.Shipping);

        rare.ShouldBeGreaterThan(1.5f * often);

        static float StepOf(Learnt learnt, Category category)
        {
            var copy = learnt.Copy();
            var lesson = Lesson.Of(Verdicts.On("The samovar in the foyer hums at night.", Verdicts.Category(category, "new", day: 99)), Shipped)!;
            var before = Sums(copy, lesson)[Heads.Category.First + (int)category];
            OnlineLearner.Learn(copy, lesson);
            return Sums(copy, lesson)[Heads.Category.First + (int)category] - before;
        }
    }

    [Fact]
    public void A_text_in_words_that_the_model_does_not_know_teaches_nothing() =>
        Lesson.Of(Verdicts.On("Мой терминал не работает с утра, помогите пожалуйста", Verdicts.Category(Category.Technical)), Shipped).ShouldBeNull();

    [Fact]
    public void Without_lessons_a_model_judges_to_the_bit_as_the_shipped_one()
    {
        var untaught = Shipped.With(Learnt.Nothing(Shipped).Adapter, "x");

        foreach (var text in Texts)
            Probabilities(text, untaught).ShouldBe(Probabilities(text, Shipped));
    }

    private static Arbitrary<Saying[]> Scripts(int most, int people, int days) =>
        (from size in Gen.Choose(1, most)
         from script in (from text in Gen.Choose(0, Texts.Length - 1)
                         from person in Gen.Choose(1, people)
                         from day in Gen.Choose(1, days)
                         from category in Gen.Choose(0, 9)
                         from priority in Gen.Choose(0, 4)
                         from sentiment in Gen.Choose(0, 4)
                         from needed in Gen.Elements(true, false)
                         from frustration in Gen.Choose(0, 100)
                         select new Saying(text, person, day, category, priority, sentiment, needed, frustration)).ArrayOf(size)
         select script).ToArbitrary();

    private static Lesson LessonOf(Saying s)
    {
        var targets = Baton.Learning.Examples.Targets(new Baton.Learning.LabelledTicket
        {
            Id = "",
            Text = "",
            Category = (Category)s.Category,
            Priority = (Priority)s.Priority,
            Sentiment = (Sentiment)s.Sentiment,
            Frustration = s.Frustration,
            Escalate = s.Needed,
            Why = s.Needed ? null : Baton.Escalation.EscalationReason.HandledByAgent,
        });
        if (s.Needed)
            targets[Heads.Reason.First] = 0;
        return Read[s.Text] with { Targets = targets, Person = $"person {s.Person}", Day = new DateOnly(2026, 3, 1).AddDays(s.Day) };
    }

    private static Learnt Taught(IEnumerable<Saying> script)
    {
        var learnt = Learnt.Nothing(Shipped);
        foreach (var saying in script)
            OnlineLearner.Learn(learnt, LessonOf(saying));
        return learnt;
    }

    private static LocalModel Model(IEnumerable<Lesson> lessons)
    {
        var learnt = Learnt.Nothing(Shipped);
        foreach (var lesson in lessons)
            OnlineLearner.Learn(learnt, lesson);
        return Shipped.With(learnt.Adapter, "local/test");
    }

    private static float[] Sums(Learnt learnt, Lesson text)
    {
        var sums = new float[Heads.Outputs];
        learnt.Adapter.Sums(text.Features, text.Values, sums);
        return sums;
    }

    private static float[] Moves(Learnt learnt, Lesson text)
    {
        var moves = new float[Heads.Outputs];
        learnt.Adapter.Moves(text.Features, text.Values, moves);
        return moves;
    }

    private static Checkpoint Stored(Learnt learnt) => CheckpointFile.Read(CheckpointFile.Write(CheckpointOf(learnt)), Shipped.Vocabulary.Features, Checkpoints.Basis);

    private static Checkpoint CheckpointOf(Learnt learnt) => Checkpoints.Of(learnt);

    private static Reading Reading(string text, LocalModel model) => new(new ReasoningInput { Text = text }, model);

    private static Category CategoryOf(string text, LocalModel model) => Reading(text, model).Category.Category;

    private static double[] Probabilities(string text, LocalModel model)
    {
        var judgement = Reading(text, model).Judgement!;
        return [.. Heads.All.SelectMany(h => Enumerable.Range(0, h.Count).Select(i => judgement.Of(h, i)))];
    }
}
