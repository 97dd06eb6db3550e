using System.Globalization;
using System.Xml.Linq;
using Baton.Evaluation;
using Baton.Learning;
using static Baton.Cli.Reports.Html;

namespace Baton.Cli.Reports;

/// <summary>The part of a page about a number.</summary>
internal static class ScoreSection
{
    public static XElement Of(ScoreReport r) => El("section",
        El("h3", r.Label),
        El("p", Class("soft"), $"Compared with {r.Mapping}."),
        El("ul", Class("key"), Key("Spearman", r.Spearman), Key("Pearson", r.Pearson), Key("area under the curve", r.Auc), ChoiceSection.Key("rows", Number(r.Rows), r.Unanswered > 0 ? $"{r.Unanswered} could not be told" : "all judged")),
        El("ul", InWords.Of(r).Select(s => El("li", s))),
        Picture(r),
        r.Groups.Count > 0 ? Groups(r) : null,
        MistakeTable.Of(r.Mistakes, "Where they lie farthest apart"));

    private static XElement? Key(string name, Estimate? e) => e is null ? null : ChoiceSection.Key(name, Two(e.Value), $"{Two(e.Low)} to {Two(e.High)}");

    private static object[] Picture(ScoreReport r) => r switch
    {
        { Levels.Count: > 0 } =>
        [
            El("figure", Plots.Boxes(r), El("figcaption", "The box holds the middle half of the rows, the thick line is the median, the thin line goes to the ends.")),
            Details("The numbers behind it", Table($"Baton's {r.Said} for each value that people gave", ["people say", "rows", "least", "first quarter", "median", "third quarter", "most"],
                r.Levels.Select(l => Row(r.MeantName(l.Meant), l.Rows, Number(l.Least), Number(l.Quarter), Number(l.Median), Number(l.ThreeQuarters), Number(l.Most))))),
        ],
        { Spots.Count: > 0 } =>
        [
            El("figure", Plots.Scatter(r), El("figcaption", "A larger dot is more rows.")),
            Details("The numbers behind it", Table("Rows by place", ["people say about", "Baton says about", "rows"], r.Spots.Select(s => Row(Number(s.Meant), Number(s.Said), s.Rows)))),
        ],
        _ => [],
    };

    private static object[] Groups(ScoreReport r)
    {
        var what = r.Auc is null ? "Rank correlation" : "Area under the curve";
        return
        [
            El("h4", "By where the rows come from"),
            El("figure", Plots.Groups(what, r.Groups, r.Auc is null ? new Scale(-1, 1) : new Scale(0, 1))),
            Details("The numbers behind it", Table($"{what} by group; few rows may be chance", ["by", "group", "rows", what],
                r.Groups.Select(g => Row(g.By, Quote(g.Name), g.Small ? $"{g.Rows} (few)" : g.Rows, g.Figure is { } figure ? InWords.Figure(figure) : "–")))),
        ];
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
