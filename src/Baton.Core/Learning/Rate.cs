namespace Baton.Learning;

/// <summary>How often something held (<paramref name="Hits"/>), of how many times it could have.</summary>
public sealed record Rate(int Hits, int Of)
{
    /// <summary>The share, 0 to 1; null where nothing was counted.</summary>
    public double? Value => Of == 0 ? null : (double)Hits / Of;

    /// <summary>Lower end of the 95 % score interval (Wilson, JASA 1927), 0 to 1. It holds for few rows and near 0 and 1 as well.</summary>
    public double Low => Hits == 0 ? 0 : Centre - Half;

    /// <summary>Upper end of the same interval, 0 to 1; with <see cref="Low"/>, everything from 0 to 1 where nothing was counted.</summary>
    public double High => Hits == Of ? 1 : Centre + Half;

    private double Spread => Intervals.Z * Intervals.Z / Of;

    private double Centre => (Hits + (Intervals.Z * Intervals.Z / 2)) / Of / (1 + Spread);

    private double Half => Math.Sqrt(((double)Hits / Of * (1 - ((double)Hits / Of)) * Spread) + (Spread * Spread / 4)) / (1 + Spread);
}
