using System.Globalization;
using System.Xml.Linq;
using Baton.Evaluation;
using Baton.Learning;
using static Baton.Cli.Reports.Svg;

namespace Baton.Cli.Reports;

/// <summary>The pictures of a report. Each has its numbers in a table beside it.</summary>
internal static class Plots
{
    private static readonly Frame _square = new(64, 12, 300, 260);
    private const int LongestName = 38;
    private static readonly Scale _unit = new(0, 1);

    /// <summary>How often it is right against how sure it says it is. What keeps its promises lies on the diagonal.</summary>
    public static XElement Reliability(CalibrationReport c)
    {
        var bins = c.Bins.Where(b => b.Confidence is not null).ToList();
        return Picture(380, 320, "How sure it is and how often it is right", $"{bins.Count} dots, one for each tenth of confidence that occurs; the table below has their numbers.",
            Upright(_square, _unit, "how often it is right"), Level(_square, _unit), LevelName(_square, "how sure it says it is"),
            Line(_square.X(0), _square.Y(0), _square.X(1), _square.Y(1), "ideal"),
            bins.Select(b => Line(_square.X(b.Confidence!.Value), _square.Y(b.Right.Low), _square.X(b.Confidence.Value), _square.Y(b.Right.High), "whisker")),
            bins.Select(b => Dot(_square.X(b.Confidence!.Value), _square.Y(b.Right.Value!.Value), Radius(b.Right.Of, bins.Max(x => x.Right.Of), 9), $"{InWords.Percent(b.Confidence)} sure: right in {InWords.Share(b.Right)}")));
    }

    /// <summary>A bar with its interval for each group.</summary>
    public static XElement Groups(string what, IReadOnlyList<GroupReport> groups, Scale scale)
    {
        const int Line = 24;
        var kinds = groups.Select(g => g.By).Distinct().Count();
        var frame = new Frame(310, 4, 270, groups.Count * Line);
        return Picture(720, (groups.Count * Line) + 30, $"{what} by group", $"{groups.Count} bars with their 95 % intervals; the table below has their numbers.",
            groups.SelectMany((g, i) => Bar(frame, scale, Named(g, kinds > 1), Of(g), frame.Top + (i * Line))),
            ((double[])[0, 0.5, 1]).Select(at => Label(frame.X(at), frame.Top + frame.Height + 18, "middle", (scale.Least + (at * (scale.Most - scale.Least))).ToString("0.##", CultureInfo.InvariantCulture))));
    }

    /// <summary>What was said for each of few values: a box from the first to the third quarter, a line at the median, whiskers to the ends.</summary>
    public static XElement Boxes(ScoreReport r)
    {
        var width = _square.Width / r.Levels.Count;
        return Picture(380, 320, $"Baton's {r.Said} for each value that people gave", "A box for each value; the table below has its numbers.",
            Upright(_square, r.SaidScale, $"Baton's {r.Said}"), LevelName(_square, "what people say"),
            r.Levels.SelectMany((l, i) => Boxed(l, r.MeantName(l.Meant), r.SaidScale, _square.Left + ((i + 0.5) * width), width * 0.5)));
    }

    /// <summary>Rows by what people say and what Baton says; a larger dot is more rows.</summary>
    public static XElement Scatter(ScoreReport r)
    {
        var most = r.Spots.Max(s => s.Rows);
        return Picture(380, 320, $"Baton's {r.Said} against what people say", $"{r.Spots.Sum(s => s.Rows)} rows on {r.Spots.Count} places.",
            Upright(_square, r.SaidScale, $"Baton's {r.Said}"), Level(_square, r.MeantScale), LevelName(_square, "what people say"),
            r.Spots.Select(s => Dot(_square.X(r.MeantScale.Share(s.Meant)), _square.Y(r.SaidScale.Share(s.Said)), Radius(s.Rows, most, 8), $"people {s.Meant:0.#}, Baton {s.Said:0.#}: {s.Rows} rows")));
    }

    private static IEnumerable<XElement> Boxed(Spread l, string name, Scale scale, double middle, double width)
    {
        double At(double value) => _square.Y(scale.Share(value));
        yield return Line(middle, At(l.Least), middle, At(l.Most), "whisker");
        yield return Box(middle - (width / 2), At(l.ThreeQuarters), width, Math.Max(1, At(l.Quarter) - At(l.ThreeQuarters)), "bar");
        yield return Line(middle - (width / 2), At(l.Median), middle + (width / 2), At(l.Median), "median");
        yield return Label(middle, _square.Top + _square.Height + 16, "middle", name);
    }

    private static IEnumerable<XElement> Bar(Frame frame, Scale scale, string name, Estimate? value, double top)
    {
        yield return Label(frame.Left - 8, top + 15, "end", name);
        if (value is not { } v)
            yield break;
        var (zero, end) = (frame.X(scale.Share(0)), frame.X(scale.Share(v.Value)));
        yield return Box(Math.Min(zero, end), top + 4, Math.Abs(end - zero), 14, "bar");
        yield return Line(frame.X(scale.Share(v.Low)), top + 11, frame.X(scale.Share(v.High)), top + 11, "whisker");
        yield return Label(frame.Left + frame.Width + 8, top + 15, "start", InWords.Figure(v));
    }

    private static Estimate? Of(GroupReport g) => g.Figure ?? (g.Accuracy is { Value: { } value } rate ? new Estimate(value, rate.Low, rate.High) : null);

    private static string Named(GroupReport g, bool by)
    {
        var name = by ? $"{g.By} {g.Name}" : g.Name;
        return $"{(name.Length > LongestName ? name[..(LongestName - 1)] + "…" : name)} ({g.Rows})";
    }

    // An area for each row, so that twice the rows look twice as much.
    private static double Radius(int rows, int most, double largest) => Math.Max(2.5, largest * Math.Sqrt((double)rows / most));
}
