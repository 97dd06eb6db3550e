using Baton.Knowledge;

namespace Baton.Tests.Knowledge;

public class KnowledgeIndexTests
{
    private static readonly KnowledgeIndex Index = SampleArticles.Index();

    [Fact]
    public void The_section_that_answers_is_given_rather_than_the_article_it_begins_with() =>
        Index.Search("the mail to reset my password did not arrive", 1)[0].Heading.ShouldBe("The reset mail does not arrive");

    [Fact]
    public void Each_article_is_given_once_best_first()
    {
        var found = Index.Search("I was charged twice and want my money back on my new card", 10);

        found.Select(p => p.ArticleId).ShouldBeUnique();
        found.Select(p => p.Score).ShouldBeInOrder(SortDirection.Descending);
        found.ShouldAllBe(p => p.Score > 0 && p.Score <= 1);
    }

    [Fact]
    public void Internal_articles_are_never_given()
    {
        var articles = SampleArticles.All();
        articles.ShouldContain(a => a.Audience == Audience.Internal);

        foreach (var article in articles.Where(a => a.Audience == Audience.Internal))
            Index.Search($"{article.Title}. {string.Join(". ", article.Keywords)}", 20).ShouldAllBe(p => p.ArticleId != article.Id);
    }

    [Fact]
    public void A_story_around_the_question_does_not_lower_its_score()
    {
        var crisp = Index.Search("I forgot my password", 1)[0].Score;
        var letter = Index.Search("Dear team, greetings from Lisbon. Yesterday the whole office went sailing. I forgot my password. The wind was strong. Bye, Ana", 1)[0].Score;

        letter.ShouldBeInRange(crisp - 0.1, crisp + 0.1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("please help me")]
    [InlineData("🙏🙏🙏")]
    [InlineData("ich möchte gerne etwas wissen")]
    public void A_message_without_any_known_content_finds_nothing(string message) => Index.Search(message, 3).ShouldBeEmpty();

    [Fact]
    public void A_single_everyday_word_is_not_an_answer() => Index.Search("card", 1)[0].Score.ShouldBeLessThan(0.5);

    [Fact]
    public void No_more_than_asked_for_is_given()
    {
        Index.Search("forgot password", 0).ShouldBeEmpty();
        Index.Search("change my password and my card", 2).Count.ShouldBe(2);
    }

    [Fact]
    public void A_huge_message_is_read_only_at_its_beginning()
    {
        var noise = string.Join(' ', Enumerable.Range(0, 4_000).Select(i => $"word{i}"));

        Index.Search($"I forgot my password. {noise}", 1)[0].ArticleId.ShouldBe("reset-password");
        Index.Search($"{noise} I forgot my password.", 1).ShouldBeEmpty();
    }

    [Fact]
    public void An_empty_index_finds_nothing() => KnowledgeIndex.Empty.Search("password", 3).ShouldBeEmpty();

    [Fact]
    public void A_single_article_can_be_found()
    {
        var index = new KnowledgeIndex([new Article("tea", "Brew green tea", Audience.Public, new DateOnly(2027, 1, 1), [], [new Section("Brew green tea", "Use water of 70 degrees.")])]);

        index.Search("how do I brew green tea?", 1).ShouldHaveSingleItem().Score.ShouldBeGreaterThan(0.5);
        index.Search("how do I roast coffee?", 1).ShouldBeEmpty();
    }
}
