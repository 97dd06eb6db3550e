namespace Baton.Learning;

/// <summary>Figures that rest on the order of values alone. Equal values share the middle of their ranks.</summary>
public static class Ranks
{
    /// <summary>The rank of each value, from 1 for the least.</summary>
    public static double[] Of(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && values[order[to + 1]] == values[order[from]])
                to++;
            for (var i = from; i <= to; i++)
                ranks[order[i]] = ((from + to) / 2.0) + 1;
            from = to + 1;
        }
        return ranks;
    }

    /// <summary>Spearman's rank correlation, -1 to 1: Pearson's of the ranks, which is right for ties too; null where one side does not vary.</summary>
    public static double? Spearman(IReadOnlyList<(double X, double Y)> pairs)
    {
        var (x, y) = (Of([.. pairs.Select(p => p.X)]), Of([.. pairs.Select(p => p.Y)]));
        return Statistics.Pearson([.. x.Zip(y)]);
    }

    /// <summary>
    /// The chance that a row that is meant scores above one that is not, a tie counting half: the area under the receiver's curve, 0 to 1, a half for guessing
    /// (Mann and Whitney 1947). Null where all rows are of one kind.
    /// </summary>
    public static double? Auc(IReadOnlyList<(double Score, bool Meant)> rows)
    {
        var ranks = Of([.. rows.Select(r => r.Score)]);
        double meant = rows.Count(r => r.Meant), others = rows.Count - meant;
        if (meant == 0 || others == 0)
            return null;
        var sum = rows.Zip(ranks).Sum(r => r.First.Meant ? r.Second : 0);
        return (sum - (meant * (meant + 1) / 2)) / (meant * others);
    }
}
