using Baton.Evaluation;
using Baton.Learning;

namespace Baton.Tests.Evaluation;

public sealed class FileEvaluationTests
{
    [Fact]
    public async Task Every_label_of_a_file_has_its_report_and_every_row_is_in_it()
    {
        var report = await EvaluatedRows.ReportAsync(EvaluatedRows.Plain);

        report.Choices.Select(c => c.Label).ShouldBe(["category", "priority", "sentiment", "escalate"]);
        report.Scores.Select(s => s.Label).ShouldBe(["frustration", "complaint"]);
        foreach (var choice in report.Choices)
        {
            choice.Accuracy.Of.ShouldBe(6);
            choice.Confusion.Sum(line => line.Sum()).ShouldBe(6);
            choice.Groups.Sum(g => g.Rows).ShouldBe(6);
            choice.Groups.ShouldAllBe(g => g.Small);
        }
    }

    [Fact]
    public async Task A_file_that_never_uses_the_extreme_levels_is_compared_in_three()
    {
        var report = await EvaluatedRows.ReportAsync(EvaluatedRows.Plain);
        report.Choices.Single(c => c.Label == "priority").Classes.Select(c => c.Label).ShouldBeSubsetOf(["high", "medium", "low"]);
        report.Choices.Single(c => c.Label == "sentiment").Classes.Select(c => c.Label).ShouldBeSubsetOf(["negative", "neutral", "positive"]);

        var five = await EvaluatedRows.ReportAsync([.. EvaluatedRows.Plain, """{"text":"All servers are down, everybody is locked out!","priority":"critical","sentiment":"very_negative"}"""]);
        five.Choices.Single(c => c.Label == "priority").Classes.ShouldContain(c => c.Label == "critical");
        five.Choices.Single(c => c.Label == "sentiment").Classes.ShouldContain(c => c.Label == "very_negative");
    }

    [Fact]
    public async Task Escalation_tells_what_is_found_and_what_is_missed_for_each_origin()
    {
        var report = await EvaluatedRows.ReportAsync(
            """{"text":"I want to speak to a human.","escalate":true,"origin":"asks"}""",
            """{"text":"How do I change my address?","escalate":false,"origin":"asks"}""",
            """{"text":"How do I change my address?","escalate":true,"origin":"wrong"}""");

        var escalate = report.Choices.Single();
        var people = escalate.Classes.Single(c => c.Label == "people");
        people.Recall.ShouldBe(new Rate(1, 2));
        people.Precision.ShouldBe(new Rate(1, 1));
        escalate.Groups.Single(g => g.Name == "asks").Recall.ShouldBe(new Rate(1, 1));
        escalate.Groups.Single(g => g.Name == "wrong").Recall.ShouldBe(new Rate(0, 1));
        escalate.Mistakes.Single().Place.ShouldBe("rows.jsonl:3");
        InWords.Of(escalate).ShouldContain(s => s.StartsWith("Of 2 that need people, it finds 50 %", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mistakes_come_with_the_words_that_the_label_rested_on_the_surest_first()
    {
        var report = await EvaluatedRows.ReportAsync([.. EvaluatedRows.Plain.Select(l => l.Replace("\"category\":\"billing\"", "\"category\":\"security\"", StringComparison.Ordinal))]);

        var mistakes = report.Choices.Single(c => c.Label == "category").Mistakes;
        var refund = mistakes.Single(m => m.Id == "r1");
        (refund.Meant, refund.Said).ShouldBe(("security", "billing"));
        refund.Words.ShouldNotBeEmpty();
        mistakes.Select(m => m.Confidence).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task However_many_sources_a_file_has_they_are_told_in_a_bounded_number()
    {
        var report = await EvaluatedRows.ReportAsync([.. Enumerable.Range(0, 70).Select(i => $"{{\"text\":\"How do I reset it?\",\"source\":\"s{i}\",\"category\":\"account\"}}")]);

        var groups = report.Choices.Single().Groups;
        groups.Count.ShouldBe(51);
        groups.Single(g => g.Name == "(others)").Rows.ShouldBe(20);
    }

    [Fact]
    public async Task Rows_that_the_model_was_trained_on_are_told()
    {
        var id = Enumerable.Range(0, 100).Select(i => $"c{i}").First(i => CorpusReader.PartOf(i) == CorpusPart.Train);
        var report = await EvaluatedRows.ReportAsync($"{{\"id\":\"{id}\",\"industry\":\"bank\",\"text\":\"How do I reset it?\",\"category\":\"account\"}}");

        InWords.Warnings(report).Single().ShouldContain("--part test");
    }
}
