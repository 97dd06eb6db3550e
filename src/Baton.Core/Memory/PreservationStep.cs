using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Memory;

/// <summary>Step 6: keeps what the case teaches, for every case that reaches an end of its automatic handling, escalated or not; and again once it is known how that went.</summary>
public sealed class PreservationStep : IStep
{
    public string Name => "preservation";

    public bool Holds(Case c) => IsAtAnEnd(c) || (c.Preservation is not null && c.PreservedEnd < c.EndRevision);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        new(new StepResult(new ContextPreserved(PreservationBuilder.Build(c, context.Policy.Hash, context.Now)) { At = context.Now }));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => new(
        new StepDegraded(Name, failure.Reason) { At = context.Now },
        new ContextPreserved(PreservationBuilder.Minimal(c, context.Policy.Hash, context.Now)) { At = context.Now });

    private static bool IsAtAnEnd(Case c) =>
        (c.PreservedTurn < c.Turn || c.PreservedTouches < c.HumanTouches) && (c.HandedOffTurn == c.Turn || !c.IsOpen || (c.RepliedTurn == c.Turn && !c.Escalating));
}
