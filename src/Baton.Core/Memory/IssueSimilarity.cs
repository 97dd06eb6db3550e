namespace Baton.Memory;

/// <summary>How alike two issues are, from 0 (nothing in common) to 1 (the same words).</summary>
public static class IssueSimilarity
{
    /// <summary>
    /// The overlap coefficient of two keyword lists (shared over the shorter one), damped when the shorter is very short, since one shared word of one proves little.
    /// </summary>
    public static double Of(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var shorter = Math.Min(a.Count, b.Count);
        if (shorter == 0)
            return 0;
        var shared = a.Count(b.Contains);
        return (double)shared / Math.Max(shorter, Surest);
    }

    // Below this many keywords an issue cannot be fully recognised.
    private const int Surest = 3;
}
