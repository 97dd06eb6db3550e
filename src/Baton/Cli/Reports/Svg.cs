using System.Globalization;
using System.Xml.Linq;
using Baton.Evaluation;
using static Baton.Cli.Reports.Html;

namespace Baton.Cli.Reports;

/// <summary>The parts that the plots share. Colours come from the page's style, so that they fit light and dark.</summary>
internal static class Svg
{
    private static readonly double[] _ticks = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>A picture with words for those who do not see it.</summary>
    public static XElement Picture(int width, int height, string title, string description, params object?[] content) => El("svg",
        At("viewBox", $"0 0 {width} {height}"), At("width", width), At("height", height), At("role", "img"), At("aria-label", $"{title}. {description}"), content);

    public static XElement Line(double x1, double y1, double x2, double y2, string kind) =>
        El("line", At("x1", N(x1)), At("y1", N(y1)), At("x2", N(x2)), At("y2", N(y2)), Class(kind));

    public static XElement Box(double x, double y, double width, double height, string kind) =>
        El("rect", At("x", N(x)), At("y", N(y)), At("width", N(Math.Max(0, width))), At("height", N(Math.Max(0, height))), Class(kind));

    /// <summary>A dot with words that show when it is pointed at.</summary>
    public static XElement Dot(double x, double y, double radius, string words) =>
        El("circle", At("cx", N(x)), At("cy", N(y)), At("r", N(radius)), Class("dot"), El("title", words));

    /// <param name="x">Where.</param>
    /// <param name="y">The line that it stands on.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="text">What it says.</param>
    public static XElement Label(double x, double y, string anchor, string text) => El("text", At("x", N(x)), At("y", N(y)), At("text-anchor", anchor), text);

    /// <summary>A frame with its upright axis; plots are drawn within it.</summary>
    public static IEnumerable<XElement> Upright(Frame f, Scale scale, string name)
    {
        yield return Box(f.Left, f.Top, f.Width, f.Height, "frame");
        foreach (var at in _ticks)
        {
            yield return Line(f.Left, f.Y(at), f.Left + f.Width, f.Y(at), "grid");
            yield return Label(f.Left - 6, f.Y(at) + 4, "end", Tick(scale, at));
        }
        yield return El("text", At("transform", $"translate({N(f.Left - 40)} {N(f.Top + (f.Height / 2))}) rotate(-90)"), At("text-anchor", "middle"), name);
    }

    /// <summary>The numbers of the level axis.</summary>
    public static IEnumerable<XElement> Level(Frame f, Scale scale) => _ticks.Select(at => Label(f.X(at), f.Top + f.Height + 16, "middle", Tick(scale, at)));

    /// <summary>The name of the level axis.</summary>
    public static XElement LevelName(Frame f, string name) => Label(f.Left + (f.Width / 2), f.Top + f.Height + 36, "middle", name);

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Tick(Scale scale, double at) => N(scale.Least + (at * (scale.Most - scale.Least)));
}

/// <summary>Where within a picture a plot is drawn; places are shares of it, 0 to 1, from the lower left.</summary>
internal readonly record struct Frame(double Left, double Top, double Width, double Height)
{
    public double X(double share) => Left + (Math.Clamp(share, 0, 1) * Width);

    public double Y(double share) => Top + ((1 - Math.Clamp(share, 0, 1)) * Height);
}
