using Baton.Cases;

namespace Baton.Handoff;

/// <summary>The ordinary way to people, from the agent or back from a person, and whether it is open. Pure.</summary>
internal static class WayToPeople
{
    /// <summary>The name of the step that goes it.</summary>
    public const string Step = "handoff";

    /// <summary>A decision waits for its handoff.</summary>
    public static bool IsAwaited(Case c) => c.Owner != Owner.Person && c.AwaitsHandoff;

    /// <summary>The handoff failed beyond its fallback: nobody is told by it any more.</summary>
    public static bool IsShut(Case c) => c.SetAside.Contains(Step);
}
