namespace Baton.Learning;

/// <summary>Figures of how well guesses fit the truth.</summary>
public static class Statistics
{
    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public static double F1(int hit, int wrong, int missed) => hit == 0 ? 0 : 2.0 * hit / ((2 * hit) + wrong + missed);

    /// <summary>Correlation of pairs, -1 to 1; null where one side does not vary.</summary>
    public static double? Pearson(IReadOnlyList<(double X, double Y)> pairs)
    {
        if (pairs.Count < 2)
            return null;
        var (mx, my) = (pairs.Average(p => p.X), pairs.Average(p => p.Y));
        var (sxy, sxx, syy) = (pairs.Sum(p => (p.X - mx) * (p.Y - my)), pairs.Sum(p => (p.X - mx) * (p.X - mx)), pairs.Sum(p => (p.Y - my) * (p.Y - my)));
        return sxx <= 0 || syy <= 0 ? null : sxy / Math.Sqrt(sxx * syy);
    }

    /// <summary>
    /// How likely it is that of so many unlike pairs that many or more are better, if either is as likely as the other: the one-sided sign test, which is McNemar's in its exact form
    /// (Dietterich, Neural Computation 1998). 0 to 1; 1 where no pair differs.
    /// </summary>
    public static double SignTest(int better, int worse)
    {
        if (better == 0)
            return 1;
        var (pairs, logTerm, sum) = (better + worse, 0.0, 0.0);
        for (var k = 0; k <= pairs; k++)
        {
            if (k > 0)
                logTerm += Math.Log((double)(pairs - k + 1) / k);
            if (k >= better)
                sum += Math.Exp(logTerm - (pairs * Math.Log(2)));
        }
        return Math.Min(1, sum);
    }

    /// <summary>Expected calibration error over ten bins of confidence (Naeini, Cooper and Hauskrecht, AAAI 2015), 0 to 1.</summary>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool Right)> guesses)
    {
        var reliability = new Reliability();
        foreach (var (confidence, right) in guesses)
            reliability.Add(confidence, right);
        return reliability.Error;
    }
}
