namespace Baton.Evaluation;

/// <summary>What a picture of a score shows: a box for each of few values, or a grid of spots, so that its size does not grow with the rows.</summary>
internal static class ScorePlot
{
    public const int MostLevels = 7;
    private const int Grid = 25;

    public static IReadOnlyList<Spread> Levels(IEnumerable<(double Meant, double Said)> pairs) =>
        [.. pairs.GroupBy(p => p.Meant).OrderBy(g => g.Key).Select(g => Box(g.Key, [.. g.Select(p => p.Said).Order()]))];

    public static IReadOnlyList<Spot> Spots(IEnumerable<(double Meant, double Said)> pairs, Scale meant, Scale said) =>
        [.. pairs.GroupBy(p => (X: Cell(p.Meant, meant), Y: Cell(p.Said, said))).Select(g => new Spot(g.Average(p => p.Meant), g.Average(p => p.Said), g.Count())).OrderBy(s => s.Meant).ThenBy(s => s.Said)];

    private static Spread Box(double meant, double[] said) => new(meant, said.Length, said[0], Quantile(said, 0.25), Quantile(said, 0.5), Quantile(said, 0.75), said[^1]);

    // Between two neighbours, as most programs do (type 7 of Hyndman and Fan 1996).
    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }

    private static int Cell(double value, Scale scale) => Math.Clamp((int)(scale.Share(value) * Grid), 0, Grid - 1);
}
