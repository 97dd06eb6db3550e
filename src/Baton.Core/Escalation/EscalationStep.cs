using Baton.Cases;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;

namespace Baton.Escalation;

/// <summary>Step 3: whether people take the case, which, and how fast. Every path yields the same complete decision.</summary>
public sealed class EscalationStep(IReasoner reasoner, OperationalContext operations) : IStep
{
    public string Name => "escalation";

    public bool Holds(Case c) => c is { Classification: not null, Analysis: not null, Risk: not null, Owner: Owner.Agent } && c.AnalysedTurn == c.Turn && c.DecidedTurn < c.Turn;

    public async ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var threshold = await ThresholdAsync(c, context, cancellationToken);
        var advice = await reasoner.AdviseAsync(ReasoningInputs.Of(c), c.Classification!, c.Analysis!, c.Risk!, threshold, cancellationToken);
        return new StepResult(Decided(Decide.WithAdvice(c, advice, advice.By ?? reasoner.Name, threshold, context.Policy, context.Now), context));
    }

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) =>
        new(Decided(Decide.WithoutAdvice(c, context.Policy, context.Now), context), new StepDegraded(Name, failure.Reason) { At = context.Now });

    private static EscalationDecided Decided(EscalationDecision decision, StepContext context) => new(decision, context.Policy.Hash) { At = context.Now };

    private async ValueTask<int> ThresholdAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var classification = c.Classification!;
        var waiting = await operations.WaitingAsync(classification.SuggestedTeam, cancellationToken);
        var outcomes = await operations.OutcomesAsync(classification.Category, cancellationToken);
        return AdaptiveThreshold.Of(
            classification.CustomerType, classification.BusinessImpact, IsOpen(context), waiting, outcomes, context.Policy.Thresholds);
    }

    // A company that names no hours works around the clock.
    private static bool IsOpen(StepContext context) =>
        context.Policy.Hours.Days.Count == 0 || new BusinessCalendar(context.Policy.Hours).IsOpen(context.Now);
}
