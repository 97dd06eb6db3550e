using Baton.Cases;
using Baton.Classification;
using Baton.Learning.Online;

namespace Baton.Tests.Learning.Online;

public sealed class FeedbackTests
{
    private const string Text = "The export to CSV fails with error 500 since this morning.";

    [Fact]
    public void A_verdict_teaches_the_labels_that_it_names_and_no_others()
    {
        var feedback = Verdicts.On(Text, Verdicts.Given("kim", 0, null, ("category", "integration"), ("frustration", "60"), ("team", "finance")));

        (feedback.Said.Category, feedback.Said.Frustration).ShouldBe((Category.Integration, 60));
        (feedback.Said.Priority, feedback.Said.Complexity, feedback.Said.Sentiment, feedback.Said.Escalate, feedback.Said.Why).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void What_a_correcting_person_left_as_it_was_is_kept_apart_from_what_they_said()
    {
        var feedback = Verdicts.On(Text, Verdicts.Category(Category.Integration));

        feedback.Left.Category.ShouldBeNull();
        feedback.Left.Priority.ShouldBe(feedback.Judged.Classification!.Priority);
        feedback.Left.Sentiment.ShouldBe(feedback.Judged.Analysis!.Sentiment);
        Verdicts.On(Text, Verdicts.Given("kim", 0, needed: true)).Left.Priority.ShouldBeNull("who only says yes or no may not have looked at the labels");
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "handled_by_agent")]
    public void Whether_people_were_needed_is_learnt_from_a_decision_that_the_reasoner_made(bool needed, string? why)
    {
        var said = Verdicts.On(Text, Verdicts.Given("kim", 0, needed)).Said;

        (said.Escalate, said.Why).ShouldBe((needed, why));
    }

    [Fact]
    public void A_corrected_decision_says_whether_people_were_needed() =>
        Verdicts.On(Text, Verdicts.Given("kim", 0, null, ("decision", "specialist_escalation"))).Said.Escalate.ShouldBe(true);

    [Fact]
    public void Where_a_hard_rule_decided_the_text_learns_nothing_about_escalation() =>
        Verdicts.Last(Verdicts.Log("T-1", Text, "rule:tier", Verdicts.Given("kim", 0, true, ("category", "technical")))).ShouldNotBeNull().Said.Escalate.ShouldBeNull();

    [Fact]
    public void Feedback_holds_what_the_reasoner_read_and_not_what_came_later()
    {
        var later = new CustomerMessageReceived("m2", "It works again, thank you!", null, null, true, false) { At = JudgedCase.Opened.AddMinutes(2) };
        var turn = new TurnStarted(2) { At = JudgedCase.Opened.AddMinutes(3) };

        var feedback = Verdicts.Last(Verdicts.Log("T-1", Text, later, turn, Verdicts.Category(Category.Integration)))!;

        feedback.Input.Text.ShouldBe(Text);
        feedback.Judged.Turn.ShouldBe(1);
    }

    [Fact]
    public void What_a_verdict_repeats_teaches_once_and_a_change_of_mind_teaches_again()
    {
        var first = Verdicts.Given("kim", 0, true, ("category", "integration"));
        var again = Verdicts.Last(Verdicts.Log("T-1", Text, first, Verdicts.Given("kim", 0, true, ("category", "product"))))!;

        again.Said.Category.ShouldBe(Category.Product);
        again.Said.Escalate.ShouldBeNull();
    }

    [Fact]
    public void A_case_teaches_three_times_at_most()
    {
        CaseEvent[] verdicts = [.. Enum.GetValues<Category>().Take(4).Select(c => Verdicts.Category(c))];

        Verdicts.Last(Verdicts.Log("T-1", Text, verdicts[..3])).ShouldNotBeNull();
        Verdicts.Last(Verdicts.Log("T-1", Text, verdicts)).ShouldBeNull();
    }

    [Fact]
    public void A_verdict_on_a_judgement_that_failed_teaches_nothing()
    {
        var failed = Classify.Failed(JudgedCase.Received(Text), [], JudgedCase.Policy);

        Verdicts.Last(Verdicts.Log("T-1", Text, new TicketClassified(failed, [], "p") { At = JudgedCase.Opened }, Verdicts.Category(Category.Billing))).ShouldBeNull();
    }

    [Fact]
    public void A_case_that_ended_by_itself_and_a_customers_rating_teach_nothing()
    {
        var log = Verdicts.Log("T-1", Text, new CaseResolved(ResolutionKind.Assumed, "silence", null) { At = JudgedCase.Opened }, new FeedbackGiven(1, "bad", false) { At = JudgedCase.Opened });

        log.Select(e => Feedback.Of(new LoggedVerdict(e.Version, "T-1", e.Version), log)).ShouldAllBe(f => f == null);
    }

    [Fact]
    public void A_person_is_kept_as_a_hash_and_is_the_same_in_any_spelling()
    {
        var people = new[] { "Kim@northwind.example", " kim@northwind.example" }.Select(by => Verdicts.On(Text, Verdicts.Category(Category.Billing, by)).Person).ToList();

        people.Distinct().ShouldHaveSingleItem().ShouldNotContain("kim");
    }

    [Fact]
    public void Of_all_that_people_said_of_a_case_the_newest_word_on_each_label_counts()
    {
        var first = Verdicts.Log("T-1", Text, Verdicts.Given("kim", 0, null, ("category", "billing"), ("priority", "high")));
        var both = Verdicts.Log("T-1", Text, Verdicts.Given("kim", 0, null, ("category", "billing"), ("priority", "high")), Verdicts.Category(Category.Integration, "lee"));

        var together = Feedback.Together([Verdicts.Last(first)!, Verdicts.Last(both)! with { Position = 2_000 }]);

        (together.Said.Category, together.Said.Priority).ShouldBe((Category.Integration, Priority.High));
        (together.Left.Category, together.Left.Priority).ShouldBe((null, null));
    }

    [Fact]
    public void About_a_quarter_of_the_cases_is_held_back()
    {
        var share = Enumerable.Range(0, 4_000).Count(i => Feedback.IsHeldBack($"T-{i}")) / 4_000.0;

        share.ShouldBeInRange(0.22, 0.28);
    }
}
