using Baton.Knowledge;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests.Knowledge;

public sealed class KnowledgeSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baton-knowledge-");
    private readonly ManualTime _time = new();

    public void Dispose()
    {
        if (Directory.Exists(_folder.FullName))
            _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_new_article_is_found_after_the_next_poll()
    {
        using var source = Open();
        source.Search("brew green tea", 1).ShouldBeEmpty();

        Write("tea.md", "Brew green tea");
        source.Search("brew green tea", 1).ShouldBeEmpty();
        Poll();

        source.Search("brew green tea", 1).ShouldHaveSingleItem().ArticleId.ShouldBe("tea");
    }

    [Fact]
    public void An_edited_article_is_read_again()
    {
        Write("tea.md", "Brew green tea");
        using var source = Open();

        Write("tea.md", "Roast coffee beans");
        Poll();

        source.Search("brew green tea", 1).ShouldBeEmpty();
        source.Search("roast coffee beans", 1).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_broken_article_is_named_and_the_others_stay_until_it_is_mended()
    {
        Write("coffee.md", "Roast coffee beans");
        Write("tea.md", "Brew green tea");
        using var source = Open();

        File.WriteAllText(PathOf("tea.md"), "no front matter");
        Poll();

        source.Problems.ShouldHaveSingleItem().File.ShouldBe("tea.md");
        source.Articles.ShouldHaveSingleItem().Id.ShouldBe("coffee");
        source.Search("roast coffee beans", 1).ShouldHaveSingleItem();

        Write("tea.md", "Brew green tea");
        Poll();

        source.Problems.ShouldBeEmpty();
        source.Articles.Count.ShouldBe(2);
    }

    [Fact]
    public void A_deleted_article_is_forgotten()
    {
        Write("tea.md", "Brew green tea");
        using var source = Open();

        File.Delete(PathOf("tea.md"));
        Poll();

        source.Articles.ShouldBeEmpty();
        source.Search("brew green tea", 1).ShouldBeEmpty();
    }

    [Fact]
    public void When_the_folder_goes_away_its_articles_stay_and_the_problem_is_told()
    {
        Write("tea.md", "Brew green tea");
        using var source = Open();

        _folder.Delete(recursive: true);
        Poll();

        source.Problems.ShouldHaveSingleItem().File.ShouldBe(_folder.FullName);
        source.Search("brew green tea", 1).ShouldHaveSingleItem();

        _folder.Create();
        Write("tea.md", "Roast coffee beans");
        Poll();

        source.Problems.ShouldBeEmpty();
        source.Search("roast coffee beans", 1).ShouldHaveSingleItem();
    }

    [Fact]
    public void Other_files_of_the_folder_are_left_alone()
    {
        File.WriteAllText(PathOf("notes.txt"), "not an article");
        using var source = Open();

        source.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void After_it_is_disposed_nothing_is_read_any_more()
    {
        var source = Open();
        source.Dispose();

        Write("tea.md", "Brew green tea");
        Poll();

        source.Articles.ShouldBeEmpty();
    }

    [Fact]
    public void Articles_given_once_are_served_and_their_problems_named()
    {
        using var source = new KnowledgeSource([new ArticleFile("tea.md", Article("Brew green tea")), new ArticleFile("bad.md", "")], NullLogger<KnowledgeSource>.Instance);

        source.Search("brew green tea", 1).ShouldHaveSingleItem();
        source.Problems.ShouldHaveSingleItem().File.ShouldBe("bad.md");
    }

    [Fact]
    public void Articles_are_stale_from_their_day_of_review_on()
    {
        Write("late.md", "Roast coffee beans", "2026-05-01");
        Write("later.md", "Brew green tea", "2026-06-01");
        using var source = Open();

        source.StaleArticles(new DateOnly(2026, 4, 30)).ShouldBeEmpty();
        source.StaleArticles(new DateOnly(2026, 5, 1)).Select(a => a.Id).ShouldBe(["late"]);
        source.StaleArticles(new DateOnly(2027, 1, 1)).Select(a => a.Id).ShouldBe(["late", "later"]);
    }

    private KnowledgeSource Open() => new(new ArticleFolder(_folder.FullName), _time, NullLogger<KnowledgeSource>.Instance);

    private void Poll() => _time.Advance(TimeSpan.FromSeconds(2));

    private void Write(string name, string title, string review = "2026-09-01") => File.WriteAllText(PathOf(name), Article(title, review));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private static string Article(string title, string review = "2026-09-01") => $"---\ntitle: {title}\naudience: public\nreview: {review}\n---\n\nSome text.\n";
}
