using Baton.Knowledge;

namespace Baton.Tests.Knowledge;

/// <summary>How well the sample company's articles are found, and whether the score at which Baton answers separates what they answer from what they do not.</summary>
public class RetrievalTests
{
    private static readonly double AnswerScore = TestPolicy.Default.Conversation.AnswerScore;
    private static readonly KnowledgeIndex Index = SampleArticles.Index();

    [Fact]
    public void The_right_article_comes_first_for_four_questions_in_five() => RecallAt(1).ShouldBeGreaterThanOrEqualTo(0.8);

    [Fact]
    public void The_right_article_is_among_three_for_nine_questions_in_ten() => RecallAt(3).ShouldBeGreaterThanOrEqualTo(0.9);

    [Fact]
    public void Most_questions_that_have_an_article_are_answered_by_it()
    {
        var answered = RetrievalQuestions.Answerable.Count(q => Answer(q.Message) == q.Article);

        ((double)answered / RetrievalQuestions.Answerable.Length).ShouldBeGreaterThanOrEqualTo(0.85);
    }

    [Fact]
    public void What_is_answered_is_answered_by_the_right_article()
    {
        string[] unanswerable = [.. RetrievalQuestions.Unanswerable, .. RetrievalQuestions.ChattyUnanswerable];
        var right = RetrievalQuestions.Answerable.Count(q => Answer(q.Message) == q.Article);
        var answered = RetrievalQuestions.Answerable.Count(q => Answer(q.Message) is not null) + unanswerable.Count(m => Answer(m) is not null);

        ((double)right / answered).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Theory]
    [MemberData(nameof(Chatty))]
    public void A_long_letter_is_answered_by_the_article_that_its_one_question_needs(string letter, string article) => Answer(letter).ShouldBe(article);

    [Theory]
    [MemberData(nameof(Beside))]
    public void A_letter_or_message_about_something_else_is_not_answered(string message) => Answer(message).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void A_message_that_shares_only_a_word_with_an_article_is_not_answered_by_it(string message) => Answer(message).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Otherwise))]
    public void What_is_done_to_something_else_is_answered_by_its_own_article_or_not_at_all(string message, string article) => (Answer(message) ?? article).ShouldBe(article);

    [Fact]
    public void Nine_of_ten_short_plain_questions_are_answered_and_none_wrongly()
    {
        RetrievalNeighbours.Answerable.ShouldAllBe(q => (Answer(q.Message) ?? q.Article) == q.Article);
        ((double)RetrievalNeighbours.Answerable.Count(q => Answer(q.Message) is not null) / RetrievalNeighbours.Answerable.Length).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Of_an_article_the_section_is_given_whose_heading_says_what_was_asked(string message, string article, string heading)
    {
        var found = Index.Search(message, 1).ShouldHaveSingleItem();

        (found.ArticleId, found.Heading).ShouldBe((article, heading));
        found.Score.ShouldBeGreaterThanOrEqualTo(AnswerScore);
    }

    public static TheoryData<string> Neighbours => [.. RetrievalNeighbours.Unanswerable];

    public static TheoryData<string, string> Otherwise => new(RetrievalNeighbours.Otherwise);

    public static TheoryData<string, string, string> Sections => new(RetrievalNeighbours.Sections);

    public static TheoryData<string, string> Chatty => new(RetrievalQuestions.Chatty);

    public static TheoryData<string> Beside => [.. RetrievalQuestions.Unanswerable, .. RetrievalQuestions.ChattyUnanswerable];

    private static double RecallAt(int limit) =>
        (double)RetrievalQuestions.Answerable.Count(q => Index.Search(q.Message, limit).Any(p => p.ArticleId == q.Article)) / RetrievalQuestions.Answerable.Length;

    private static string? Answer(string message) =>
        Index.Search(message, 1) is [var passage] && passage.Score >= AnswerScore ? passage.ArticleId : null;
}
