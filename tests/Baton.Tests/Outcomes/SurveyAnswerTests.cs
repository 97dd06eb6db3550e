using Baton.Outcomes;

namespace Baton.Tests.Outcomes;

public sealed class SurveyAnswerTests
{
    [Theory]
    [InlineData("4", 4, null)]
    [InlineData(" 4. ", 4, null)]
    [InlineData("4/5", 4, null)]
    [InlineData("4 / 5 stars", 4, null)]
    [InlineData("3 out of 5", 3, null)]
    [InlineData("Five", 5, null)]
    [InlineData("five stars!", 5, null)]
    [InlineData("vier", 4, null)]
    [InlineData("**5**", 5, null)]
    [InlineData("Rating: 2", 2, null)]
    [InlineData("5 - great, thanks", 5, "great, thanks")]
    [InlineData("5 great, thanks", 5, "great, thanks")]
    [InlineData("2: slow", 2, "slow")]
    [InlineData("1. Took a week.", 1, "Took a week.")]
    [InlineData("Hi,\n\n4\n\nIt took a while.", 4, "It took a while.")]
    [InlineData("4\n\nOn Mon, 2 Mar 2026 at 10:00 Support wrote:\n> How did it go? Is it 1 or 5?", 4, null)]
    public void A_rating_at_the_beginning_is_read_and_the_rest_is_its_comment(string text, int satisfaction, string? comment)
    {
        var answer = SurveyAnswer.Read(text).ShouldNotBeNull();
        answer.Satisfaction.ShouldBe(satisfaction);
        answer.Comment.ShouldBe(comment);
        answer.Asks.ShouldBeFalse();
        answer.Unresolved.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2 of our users cannot sign in.")]
    [InlineData("5 minutes later it broke again.")]
    [InlineData("3 more questions, please.")]
    [InlineData("1. The export is empty 2. So is the import")]
    [InlineData("24")]
    [InlineData("4.5")]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("1st of all, it does not work.")]
    [InlineData("5GB are missing.")]
    [InlineData("One of the invoices is wrong.")]
    [InlineData("I would say 4")]
    [InlineData("")]
    [InlineData("It works now.")]
    public void A_number_that_counts_something_or_is_off_the_scale_is_no_rating(string text) => SurveyAnswer.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("1 - I still cannot sign in.", false, true)]
    [InlineData("2, it is broken again", false, true)]
    [InlineData("1: still nothing. When will it work?", true, true)]
    [InlineData("5 - great! How do I export my data?", true, false)]
    [InlineData("1 - rude and slow", false, false)]
    [InlineData("2", false, false)]
    [InlineData("5 - it has not failed since, thanks", false, false)]
    public void A_question_and_an_open_matter_are_told_apart_from_a_mere_comment(string text, bool asks, bool unresolved) =>
        (SurveyAnswer.Read(text)!.Asks, SurveyAnswer.Read(text)!.Unresolved).ShouldBe((asks, unresolved));
}
