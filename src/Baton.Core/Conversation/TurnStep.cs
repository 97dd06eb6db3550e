using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Conversation;

/// <summary>Makes one turn of a burst of customer messages, once the customer has been quiet for a moment. It comes before the judging steps, so a draft for an older turn is never finished.</summary>
public sealed class TurnStep : IStep
{
    public string Name => "turn";

    public bool Holds(Case c) => c.Owner == Owner.Agent && !c.WaitingMessages.IsEmpty && c.DueTimers.Contains(TimerKind.QuietTime);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) => new(Start(c, context));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => Start(c, context);

    private static StepResult Start(Case c, StepContext context) => new(new TurnStarted(c.Turn + 1) { At = context.Now });
}
