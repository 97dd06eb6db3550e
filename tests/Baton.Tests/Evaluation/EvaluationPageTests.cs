using System.Xml.Linq;
using Baton.Cli.Reports;
using Baton.Evaluation;

namespace Baton.Tests.Evaluation;

public sealed class EvaluationPageTests
{
    [Fact]
    public async Task A_customers_mark_up_is_text_and_the_page_stays_whole()
    {
        var page = await PageAsync([.. Enumerable.Range(1, 4).Select(i => EvaluatedRows.Hostile("security", i)), .. EvaluatedRows.Plain]);

        var root = XDocument.Parse(page).Root!;
        root.Descendants("script").ShouldBeEmpty();
        root.Descendants("img").ShouldBeEmpty();
        root.DescendantsAndSelf().Attributes().ShouldAllBe(a => !a.Name.LocalName.StartsWith("on"));
        root.Value.ShouldContain("<script>alert(1)</script>");
        page.ShouldNotContain('\u0000');
        page.ShouldNotContain('\u001b');
        page.ShouldContain("😀");
    }

    [Fact]
    public async Task Nothing_is_loaded_and_nothing_runs()
    {
        var root = XDocument.Parse(await PageAsync(EvaluatedRows.Plain)).Root!;

        root.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href").ShouldAllBe(a => a.Value.StartsWith('#'));
        root.Descendants("style").Single().Value.ShouldNotContain("url(");
        root.Descendants("style").Single().Value.ShouldNotContain("@import");
        root.Descendants("meta").ShouldContain(m => (string?)m.Attribute("content") == "default-src 'none'; style-src 'unsafe-inline'");
    }

    [Fact]
    public async Task It_can_be_read_without_seeing_it()
    {
        var root = XDocument.Parse(await PageAsync(EvaluatedRows.Plain)).Root!;

        root.Attribute("lang")!.Value.ShouldBe("en");
        root.Descendants("svg").ShouldNotBeEmpty();
        root.Descendants("svg").ShouldAllBe(s => (string?)s.Attribute("role") == "img" && s.Attribute("aria-label")!.Value.Length > 20);
        root.Descendants("table").ShouldAllBe(t => t.Element("caption") != null && t.Descendants("th").All(h => h.Attribute("scope") != null));
        root.Descendants("div").Where(d => (string?)d.Attribute("role") == "region").ShouldAllBe(d => (string?)d.Attribute("tabindex") == "0" && d.Attribute("aria-label") != null);
        root.Descendants("h1").Count().ShouldBe(1);
        root.Descendants().Attributes("id").Select(a => a.Value).ShouldBeUnique();
        Levels(root).ShouldAllBe(pair => pair.Next <= pair.Level + 1);
    }

    [Fact]
    public async Task An_empty_cell_has_an_end_of_its_own() => (await PageAsync(EvaluatedRows.Plain)).ShouldNotMatch("<(td|th|p|li|div|section|title|bdi|ul)[^>]*/>");

    [Fact]
    public async Task What_it_means_comes_before_the_figures()
    {
        var main = XDocument.Parse(await PageAsync(EvaluatedRows.Plain)).Descendants("main").Single();
        main.Elements().First().Value.ShouldStartWith("What it means");
        main.Elements().First().Value.ShouldContain("Right in");
    }

    private static IEnumerable<(int Level, int Next)> Levels(XElement root)
    {
        var levels = root.Descendants().Where(e => e.Name.LocalName is "h1" or "h2" or "h3" or "h4").Select(e => e.Name.LocalName[1] - '0').ToList();
        return levels.Zip(levels.Skip(1));
    }

    private static async Task<string> PageAsync(string[] lines) => EvaluationPage.Of(new EvaluationReport("local/2", "p", "all", [await EvaluatedRows.ReportAsync(lines)]));
}
