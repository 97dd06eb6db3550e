namespace Baton.Learning;

/// <summary>A figure that is no share of rows, with the 95 % interval in which the true one lies.</summary>
public sealed record Estimate(double Value, double Low, double High);

/// <summary>95 % intervals of figures that are computed from rows. For shares there is <see cref="Rate"/>.</summary>
public static class Intervals
{
    /// <summary>The normal deviate that leaves 2.5 % on either side.</summary>
    public const double Z = 1.959963984540054;

    // Beyond this the logarithm of Fisher's transformation has no end.
    private const double AllButOne = 1 - 1e-12;

    /// <summary>A correlation of so many pairs, by Fisher's transformation (Biometrika 1915); all of -1 to 1 for three pairs or fewer.</summary>
    public static Estimate OfPearson(double r, int pairs) => Fisher(r, 1, pairs);

    /// <summary>A rank correlation of so many pairs, by Fisher's transformation with the variance of Fieller, Hartley and Pearson (Biometrika 1957).</summary>
    public static Estimate OfSpearman(double r, int pairs) => Fisher(r, 1.06, pairs);

    /// <summary>An area under the curve over so many rows that are meant and so many that are not (Hanley and McNeil, Radiology 1982).</summary>
    public static Estimate OfAuc(double auc, int meant, int others)
    {
        var (two, square) = (auc / (2 - auc), 2 * auc * auc / (1 + auc));
        var variance = ((auc * (1 - auc)) + ((meant - 1) * (two - (auc * auc))) + ((others - 1) * (square - (auc * auc)))) / ((double)meant * others);
        var half = Z * Math.Sqrt(Math.Max(0, variance));
        return new Estimate(auc, Math.Max(0, auc - half), Math.Min(1, auc + half));
    }

    /// <summary>
    /// F1 of so many hits, false alarms and misses. Of all rows that are meant or said, the hits are a share J with an interval of Wilson's; F1 is 2J / (1 + J),
    /// which grows with J and so carries the interval over.
    /// </summary>
    public static Estimate OfF1(int hit, int wrong, int missed)
    {
        var share = new Rate(hit, hit + wrong + missed);
        return new Estimate(Statistics.F1(hit, wrong, missed), FromShare(share.Low), FromShare(share.High));
    }

    private static double FromShare(double share) => 2 * share / (1 + share);

    private static Estimate Fisher(double r, double variance, int pairs)
    {
        if (pairs <= 3)
            return new Estimate(r, -1, 1);
        var (centre, half) = (Math.Atanh(Math.Clamp(r, -AllButOne, AllButOne)), Z * Math.Sqrt(variance / (pairs - 3)));
        return new Estimate(r, Math.Min(r, Math.Tanh(centre - half)), Math.Max(r, Math.Tanh(centre + half)));
    }
}
