namespace Baton.Learning;

/// <summary>What a comparison shows.</summary>
public enum Effect { Helps, Hurts, CannotTell }

/// <summary>Two ways of judging the same rows.</summary>
public static class Comparison
{
    private const double Chance = 0.05;

    /// <summary>Whether so many rows that became right, against so many that became wrong, are more than chance in a twentieth of cases.</summary>
    public static Effect Effect(int gained, int lost) => PValue(gained, lost) >= Chance ? Learning.Effect.CannotTell : gained > lost ? Learning.Effect.Helps : Learning.Effect.Hurts;

    /// <summary>The exact two-sided sign test on the rows that changed (McNemar 1947): the probability of so uneven a split by chance, 0 to 1.</summary>
    public static double PValue(int gained, int lost) => Math.Min(1, 2 * Statistics.SignTest(Math.Max(gained, lost), Math.Min(gained, lost)));
}
