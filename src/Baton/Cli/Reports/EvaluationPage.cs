using System.Xml.Linq;
using Baton.Evaluation;
using static Baton.Cli.Reports.Html;

namespace Baton.Cli.Reports;

/// <summary>A report as one page: no script, nothing loaded, light and dark, to be read with eyes, ears or keyboard.</summary>
internal static class EvaluationPage
{
    // Should a text of a customer ever become mark-up, the browser still runs and loads nothing.
    private const string OwnStyleOnly = "default-src 'none'; style-src 'unsafe-inline'";

    public static string Of(EvaluationReport report) => $"<!DOCTYPE html>\n{El("html", At("lang", "en"), Head(), Body(report)).ToString(SaveOptions.DisableFormatting)}\n";

    private static XElement Head() => El("head",
        El("meta", At("charset", "utf-8")),
        El("meta", At("name", "viewport"), At("content", "width=device-width, initial-scale=1")),
        El("meta", At("http-equiv", "Content-Security-Policy"), At("content", OwnStyleOnly)),
        El("title", "How right Baton's judgements are"),
        El("style", PageStyle.Css));

    private static XElement Body(EvaluationReport report) => El("body",
        El("a", Class("skip"), At("href", "#main"), "To the report"),
        El("header", El("h1", "How right Baton's judgements are"),
            El("p", Class("soft"), $"Reasoner {report.Model}, policy {report.Policy}, {(report.Part == "all" ? "all rows" : $"the {report.Part} part")} of {report.Files.Count} file{(report.Files.Count == 1 ? "" : "s")}, {report.Files.Sum(f => f.Rows)} texts judged as production would.")),
        El("main", At("id", "main"), Summary(report), Reading(), report.Files.Select(FileSection)));

    private static XElement Summary(EvaluationReport report) => El("section", Class("panel meaning"), At("aria-labelledby", "meaning"),
        El("h2", At("id", "meaning"), "What it means"),
        report.Files.Select((file, i) => (object)new object[]
        {
            El("h3", El("a", At("href", $"#file{i}"), file.File)),
            InWords.Warnings(file).Select(w => El("p", Class("mind"), w)),
            El("ul", file.Choices.Select(c => Item(c.Label, InWords.Of(c))), file.Scores.Select(s => Item(s.Label, InWords.Of(s)))),
        }));

    private static XElement Item(string label, IEnumerable<string> sentences) => El("li", El("b", label), El("ul", sentences.Select(s => El("li", s))));

    private static XElement FileSection(FileReport file, int number) => El("section", At("aria-labelledby", $"file{number}"),
        El("h2", At("id", $"file{number}"), file.File),
        El("p", Class("soft"), $"{file.Rows} rows{(file.OtherParts > 0 ? $"; {file.OtherParts} of other parts were not taken" : "")}."),
        InWords.Warnings(file).Select(w => El("p", Class("mind"), w)),
        file.Choices.Select(ChoiceSection.Of),
        file.Scores.Select(ScoreSection.Of));

    private static XElement Reading() => Details("How to read the figures", El("dl",
        Term("Accuracy", "How many of 100 rows are judged as people judged them. Compare it with always saying the commonest label, and with how far people agree among themselves: labels that others gave are wrong or arguable in about one row of ten."),
        Term("95 % interval", "What the figure would be on very many such rows lies in it, but for one time in twenty. Few rows make it wide. It says nothing about rows of another kind."),
        Term("Precision and recall", "Of the rows that Baton calls so, how many are; of the rows that are so, how many Baton finds. F1 is high only when both are."),
        Term("Macro-F1", "The mean of F1 over the labels: a rare label counts as much as a common one."),
        Term("Confidence and calibration error", "Baton says how sure it is. Of the rows of which it is 70 % sure it should get seven of ten right; the error is how far it is from that on the mean, 0 to 1."),
        Term("Unsure", "Rows below a confidence. If a person looked at these, the share that is right where Baton was sure is what would go through unseen."),
        Term("Correlation", "1 when Baton's number rises exactly as people's do, 0 when it has nothing to do with them. Spearman looks at the order alone, Pearson at a straight line."),
        Term("Area under the curve", "Of a row that is meant and one that is not, how often the first scores higher: 0.5 is chance, 1 is always.")));

    private static XElement[] Term(string name, string meaning) => [El("dt", El("b", name)), El("dd", meaning)];
}
