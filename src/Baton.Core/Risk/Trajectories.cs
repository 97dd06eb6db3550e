using Baton.Cases;

namespace Baton.Risk;

/// <summary>Where a conversation is heading, by the customer's frustration from turn to turn. Pure.</summary>
public static class Trajectories
{
    // Smaller swings are how people write, not how they feel.
    private const double Swing = 10;
    private const int Lookback = 3;

    /// <summary>This turn's frustration against the mean of up to three before it; stable when either is not known.</summary>
    /// <param name="earlier">Frustration of earlier turns, oldest first, 0 to 100.</param>
    /// <param name="now">Frustration of this turn, 0 to 100; null when unknown.</param>
    public static Trajectory Of(IReadOnlyList<int> earlier, int? now)
    {
        if (now is not { } current || earlier.Count == 0)
            return Trajectory.Stable;
        return (current - earlier.TakeLast(Lookback).Average()) switch
        {
            >= Swing => Trajectory.Escalating,
            <= -Swing => Trajectory.DeEscalating,
            _ => Trajectory.Stable,
        };
    }
}
