using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>Fits a model's calibrations on rows that it was not trained on.</summary>
internal static class Calibrator
{
    private const int Fewest = 12;

    /// <param name="outputs">The model's outputs for each row.</param>
    /// <param name="targets">What each row should say; NaN where nobody said.</param>
    public static Calibration[] Fit(IReadOnlyList<float[]> outputs, IReadOnlyList<float[]> targets)
    {
        var calibrations = new Calibration[Heads.Outputs];
        foreach (var head in Heads.All)
        {
            if (head.Kind == HeadKind.Choice)
            {
                var fitted = new Calibration(Temperature(head, outputs, targets), 0, 0.5f);
                Array.Fill(calibrations, fitted, head.First, head.Count);
                continue;
            }
            for (var i = head.First; i < head.First + head.Count; i++)
                calibrations[i] = Platt(i, outputs, targets, head.Kind == HeadKind.Flags);
        }
        return calibrations;
    }

    // One slope for the whole choice: by golden-section search over the mean log loss.
    private static float Temperature(Head head, IReadOnlyList<float[]> outputs, IReadOnlyList<float[]> targets)
    {
        var rows = Examples.Known(head.First, targets);
        if (rows.Count < Fewest)
            return 1;
        var (low, high) = (0.05, 5.0);
        for (var i = 0; i < 40; i++)
        {
            var (a, b) = (high - ((high - low) * 0.618), low + ((high - low) * 0.618));
            if (Loss(a) < Loss(b))
                high = b;
            else
                low = a;
        }
        return (float)((low + high) / 2);

        double Loss(double slope)
        {
            Span<float> scaled = stackalloc float[head.Count];
            Span<float> probabilities = stackalloc float[head.Count];
            var loss = 0.0;
            foreach (var row in rows)
            {
                for (var i = 0; i < head.Count; i++)
                    scaled[i] = (float)(outputs[row][head.First + i] * slope);
                Gradients.Probabilities(HeadKind.Choice, scaled, probabilities);
                for (var i = 0; i < head.Count; i++)
                    loss -= targets[row][head.First + i] > 0.5 ? Math.Log(Math.Max(1e-9, probabilities[i])) : 0;
            }
            return loss / rows.Count;
        }
    }

    // Newton's method on the log loss of slope and shift; targets may lie between 0 and 1.
    private static Calibration Platt(int output, IReadOnlyList<float[]> outputs, IReadOnlyList<float[]> targets, bool flag)
    {
        var rows = Examples.Known(output, targets);
        if (rows.Count < Fewest)
            return Calibration.None;
        var (a, b) = (1.0, 0.0);
        for (var iteration = 0; iteration < 50; iteration++)
        {
            // A weak pull towards the identity keeps a label with few rows from running away.
            var (ga, gb, haa, hab, hbb) = (0.5 * (a - 1), 0.05 * b, 0.5, 0.0, 0.05);
            foreach (var row in rows)
            {
                double x = outputs[row][output];
                var p = 1 / (1 + Math.Exp(-((a * x) + b)));
                var (error, spread) = (p - targets[row][output], p * (1 - p));
                ga += error * x;
                gb += error;
                haa += spread * x * x;
                hab += spread * x;
                hbb += spread;
            }
            var det = (haa * hbb) - (hab * hab);
            var (da, db) = (((hbb * ga) - (hab * gb)) / det, ((haa * gb) - (hab * ga)) / det);
            (a, b) = (a - Math.Clamp(da, -1, 1), b - Math.Clamp(db, -2, 2));
            if (Math.Abs(da) + Math.Abs(db) < 1e-9)
                break;
        }
        var fitted = new Calibration((float)a, (float)b, 0.5f);
        return flag ? fitted with { Threshold = BestThreshold(output, rows, outputs, targets, fitted) } : fitted;
    }

    // The probability from which on raising the flag gives the best F1, between a quarter and two thirds.
    private static float BestThreshold(int output, List<int> rows, IReadOnlyList<float[]> outputs, IReadOnlyList<float[]> targets, Calibration c)
    {
        var (best, at) = (-1.0, 0.5f);
        for (var threshold = 0.25f; threshold <= 0.67f; threshold += 0.02f)
        {
            var (hit, wrong, missed) = (0, 0, 0);
            foreach (var row in rows)
            {
                var raised = 1 / (1 + Math.Exp(-c.Of(outputs[row][output]))) >= threshold;
                var meant = targets[row][output] > 0.5;
                hit += raised && meant ? 1 : 0;
                wrong += raised && !meant ? 1 : 0;
                missed += !raised && meant ? 1 : 0;
            }
            var f1 = Statistics.F1(hit, wrong, missed);
            if (f1 > best)
                (best, at) = (f1, threshold);
        }
        return at;
    }
}
