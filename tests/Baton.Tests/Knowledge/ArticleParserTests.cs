using Baton.Knowledge;

namespace Baton.Tests.Knowledge;

public class ArticleParserTests
{
    private const string Front = "---\ntitle: Brew tea\naudience: public\nreview: 2026-09-01\n---\n";

    [Theory]
    [InlineData("", "Open the settings, choose your name, and enter the new address.", "en")]
    [InlineData("", "Öffnen Sie die Einstellungen, wählen Sie Ihren Namen und geben Sie die neue Adresse ein.", "de")]
    [InlineData("", "Settings > Name", "en")]
    [InlineData("language: fr\n", "Settings > Name", "fr")]
    public void An_article_says_its_language_or_its_text_tells(string line, string text, string language) =>
        ArticleParser.Parse(new ArticleFile("a.md", $"---\ntitle: Name\naudience: public\nreview: 2027-01-01\n{line}---\n{text}\n")).Language.ShouldBe(language);

    [Fact]
    public void The_front_matter_and_the_sections_are_read()
    {
        var article = Parse("---\ntitle: Brew tea\naudience: internal\nreview: 2026-09-01\nkeywords: [hot drink, can't brew]\n---\n\nShort.\n\n## Green\n\nCooler.\n\n### Black ###\nHotter.\n");

        article.Id.ShouldBe("tea");
        article.Title.ShouldBe("Brew tea");
        article.Audience.ShouldBe(Audience.Internal);
        article.Review.ShouldBe(new DateOnly(2026, 9, 1));
        article.Keywords.ShouldBe(["hot drink", "can't brew"]);
        article.Sections.ShouldBe([new Section("Brew tea", "Short."), new Section("Green", "Cooler."), new Section("Black", "Hotter.")]);
    }

    [Fact]
    public void A_heading_without_text_of_its_own_is_no_passage() =>
        Parse(Front + "# Brew tea\n\n## Green\n\nCooler.").Sections.ShouldBe([new Section("Green", "Cooler.")]);

    [Fact]
    public void A_hash_inside_code_is_no_heading() =>
        Parse(Front + "```\n# a comment\n```\n").Sections.ShouldBe([new Section("Brew tea", "# a comment")]);

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_do_not_matter() =>
        Parse("\uFEFF" + (Front + "Text").ReplaceLineEndings("\r\n")).Sections.ShouldBe([new Section("Brew tea", "Text")]);

    [Theory]
    [InlineData("Just text", 1, "must begin with a line '---'")]
    [InlineData("", 1, "must begin with a line '---'")]
    [InlineData("---\ntitle: Tea\n", 1, "no closing line")]
    [InlineData("---\ntitle: Tea\naudience: public\nreview: 2026-09-01\n---\n\n## Nothing\n", 5, "has no text")]
    [InlineData("---\naudience: public\nreview: 2026-09-01\n---\nText", 1, "'title' is missing")]
    [InlineData("---\ntitle:\naudience: public\nreview: 2026-09-01\n---\nText", 2, "'title' must be a text")]
    [InlineData("---\ntitle: Tea\naudience: everyone\nreview: 2026-09-01\n---\nText", 3, "public or internal, not 'everyone'")]
    [InlineData("---\ntitle: Tea\naudience: public\nreview: next year\n---\nText", 4, "a day like 2026-09-01, not 'next year'")]
    [InlineData("---\ntitle: Tea\naudience: public\nreview: 2026-09-01\nkeywords: tea\n---\nText", 5, "'keywords' must be a list")]
    [InlineData("---\ntitle: Tea\naudiance: public\nreview: 2026-09-01\n---\nText", 3, "'audiance' is not known")]
    [InlineData("---\ntitle: Tea\naudience: [public\nreview: 2026-09-01\n---\nText", 1, "bracket")]
    [InlineData("---\ntitle: Tea\ntitle: Coffee\naudience: public\nreview: 2026-09-01\n---\nText", 3, "is not YAML")]
    [InlineData("---\ntitle: Tea\naudience: \"public\nreview: 2026-09-01\n---\nText", 3, "is not YAML")]
    [InlineData("---\njust words\n---\nText", 1, "must list title, audience and review")]
    public void What_is_wrong_is_named_with_file_and_line(string content, int line, string message)
    {
        var problem = Should.Throw<ArticleFormatException>(() => Parse(content)).Problem;

        problem.File.ShouldBe("tea.md");
        problem.Message.ShouldContain(message);
        problem.Line.ShouldBe(line);
        problem.ToString().ShouldStartWith($"tea.md({line}): ");
    }

    private static Article Parse(string content) => ArticleParser.Parse(new ArticleFile("tea.md", content));
}
