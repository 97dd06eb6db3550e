namespace Baton.Reasoning.Local;

/// <summary>From scores to confidences, so that a narrow margin never looks sure.</summary>
internal static class Certainty
{
    /// <summary>Probability of the best of some scores (softmax), and which it is.</summary>
    public static (int Best, double Confidence) Softmax(ReadOnlySpan<double> scores, double temperature)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        var total = 0.0;
        foreach (var score in scores)
            total += Math.Exp((score - scores[best]) / temperature);
        return (best, 1 / total);
    }

    /// <summary>0 to 1, a half at the threshold.</summary>
    public static double Logistic(double score, double threshold, double width) => 1 / (1 + Math.Exp((threshold - score) / width));

    /// <summary>How sure a value on a scale is of the band it fell into: a half at a border, near 1 far from all of them.</summary>
    public static double InBand(double value, ReadOnlySpan<double> borders, double width)
    {
        var nearest = double.MaxValue;
        foreach (var border in borders)
            nearest = Math.Min(nearest, Math.Abs(value - border));
        return Logistic(nearest, 0, width);
    }

    /// <summary>Grows from 0 towards 100 as points add up; <paramref name="half"/> points make 63.</summary>
    public static int Saturate(double points, double half) => Percent(100 * (1 - Math.Exp(-Math.Max(0, points) / half)));

    /// <summary>A whole number from 0 to 100.</summary>
    public static int Percent(double value) => (int)Math.Round(Math.Clamp(value, 0, 100));
}
