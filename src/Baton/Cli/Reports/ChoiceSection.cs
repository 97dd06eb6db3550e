using System.Globalization;
using System.Xml.Linq;
using Baton.Evaluation;
using Baton.Learning;
using static Baton.Cli.Reports.Html;

namespace Baton.Cli.Reports;

/// <summary>The part of a page about one label of several.</summary>
internal static class ChoiceSection
{
    private const int Shades = 5;

    public static XElement Of(ChoiceReport r) => El("section",
        El("h3", r.Label),
        El("p", Class("soft"), $"Compared with {r.Mapping}."),
        El("ul", Class("key"), Key("accuracy", InWords.Percent(r.Accuracy.Value), $"{r.Accuracy.Hits} of {r.Accuracy.Of}; {InWords.Percent(r.Accuracy.Low)} to {InWords.Percent(r.Accuracy.High)}"),
            Key("macro-F1", Number(r.MacroF1), $"over {r.Classes.Count(c => c.Rows > 0)} labels"),
            Key("always the commonest", InWords.Percent(r.MostCommonShare.Value), r.MostCommon),
            r.Calibration is { } c ? Key("calibration error", Number(c.Error), "0 is best") : null),
        El("ul", InWords.Of(r).Skip(1).Select(s => El("li", s))),
        El("h4", "Label by label"), Classes(r),
        El("h4", "What is taken for what"),
        El("p", Class("soft"), "Down: what people say. Across: what Baton says. Outlined is right; darker is a larger share of the line."), Heat(r),
        r.Calibration is { } calibration ? Trust(calibration) : El("p", Class("soft"), "Baton gives no confidence for this label, so that there is nothing to calibrate."),
        r.Groups.Count > 0 ? Groups(r) : null,
        MistakeTable.Of(r.Mistakes, r.Calibration is null ? "The gravest mistakes" : "The most confident mistakes"));

    public static XElement Key(string name, string value, string beside) => El("li", El("span", Class("soft"), name), El("b", value), El("span", Class("soft"), beside));

    private static XElement Classes(ChoiceReport r) => Table("Precision, recall and F1 of each label, with 95 % intervals", ["label", "rows", "precision", "recall", "F1"],
        r.Classes.Select(c => Row(c.Label, c.Rows, Cell(c.Precision), Cell(c.Recall), InWords.Figure(c.F1))));

    private static XElement Heat(ChoiceReport r)
    {
        var rows = r.Classes.Select((meant, i) => Row(meant.Label, r.Classes.Select((said, j) =>
        {
            var count = r.Confusion[i][j];
            var shade = meant.Rows == 0 ? 0 : (int)Math.Ceiling((double)count / meant.Rows * Shades);
            return (object)El("td", Class(i == j ? $"h{shade} right" : $"h{shade}"), At("aria-label", $"{count} rows: people say {meant.Label}, Baton says {said.Label}"), count == 0 ? "·" : count);
        })));
        var table = Table("Rows by label", ["people \\ Baton", .. r.Classes.Select(c => c.Label.Replace('_', ' '))], rows);
        table.SetAttributeValue("class", "scroll heat");
        return table;
    }

    private static object[] Trust(CalibrationReport c) =>
    [
        El("h4", "Can its confidence be believed?"),
        El("figure", Plots.Reliability(c), El("figcaption", "Dots on the dashed line keep their promise; below it Baton is too sure, above it not sure enough. A larger dot is more rows; the line through it is the 95 % interval.")),
        Details("The numbers behind it", Table("Confidence by tenths", ["confidence", "rows", "mean confidence", "right"],
            c.Bins.Where(b => b.Confidence is not null).Select(b => Row($"{InWords.Percent(b.From)} to {InWords.Percent(b.To)}", b.Right.Of, InWords.Percent(b.Confidence), Cell(b.Right))))),
        El("h4", "If people looked at what it is unsure about"),
        Table("What would be left", ["unsure below", "people look at", "right in the rest", "right in what people look at"],
            c.Abstention.Select(a => Row(InWords.Percent(a.Below), Cell(a.Unsure), Cell(a.RightWhereSure), Cell(a.RightWhereUnsure)))),
    ];

    private static object[] Groups(ChoiceReport r) =>
    [
        El("h4", "By where the rows come from"),
        El("figure", Plots.Groups("Accuracy", r.Groups, new Scale(0, 1))),
        Details("The numbers behind it", Table("Accuracy by group; few rows may be chance", ["by", "group", "rows", "accuracy", .. r.Yes is null ? Array.Empty<string>() : ["precision", "recall"]],
            r.Groups.Select(g => Row(g.By, [Quote(g.Name), g.Small ? $"{g.Rows} (few)" : g.Rows, Cell(g.Accuracy!), .. r.Yes is null ? Array.Empty<object>() : [Cell(g.Precision!), Cell(g.Recall!)]])))),
    ];

    private static string Cell(Rate rate) => rate.Of == 0 ? "–" : InWords.Share(rate).Replace("95 % interval ", "", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
