using Baton.Knowledge;

namespace Baton.Tests.Knowledge;

public class SampleArticlesTests
{
    private static readonly List<Article> Articles = SampleArticles.All();

    [Fact]
    public void There_are_enough_for_a_first_run() => Articles.Count(a => a.Audience == Audience.Public).ShouldBeGreaterThanOrEqualTo(25);

    [Fact]
    public void Every_section_fits_into_a_reply() =>
        Articles.SelectMany(a => a.Sections).ShouldAllBe(s => s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 120);

    [Fact]
    public void No_mark_of_markdown_is_left_in_a_text() =>
        Articles.SelectMany(a => a.Sections).ShouldAllBe(s => !s.Text.Contains("**", StringComparison.Ordinal) && !s.Text.Contains("](", StringComparison.Ordinal) && !s.Text.Contains('`'));
}
