using Baton.Cases;

namespace Baton.Pipeline;

/// <summary>
/// The steps, in the order in which they are asked. The first whose condition holds runs; then all are asked again, until none holds and the case rests.
/// Which they are is in <c>Steps.cs</c>, explicitly.
/// </summary>
public sealed class BatonPipeline(IReadOnlyList<IStep> steps)
{
    public IReadOnlyList<IStep> Steps { get; } = steps;

    /// <summary>The step that runs next; null when the case rests. A step that failed beyond its fallback is passed over, so that the way to people stays open.</summary>
    public IStep? Next(Case c)
    {
        foreach (var step in Steps)
        {
            if (!c.SetAside.Contains(step.Name) && step.Holds(c))
                return step;
        }
        return null;
    }
}
