using Baton.Cases;
using Baton.Memory;
using Baton.Pipeline;

namespace Baton.Analytics;

/// <summary>Step 8: how well Baton did on this case, from the log and its outcome alone. Runs when tracking begins and again whenever the outcome changes.</summary>
public sealed class AnalyticsStep : IStep
{
    public string Name => "analytics";

    public bool Holds(Case c) => c.Outcome is not null && c.AnalysedOutcomeRevision < c.OutcomeRevision;

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        new(new StepResult(new PerformanceAnalysed(Analyse(c, context.Now)) { At = context.Now }));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => new(
        new StepDegraded(Name, failure.Reason) { At = context.Now },
        new PerformanceAnalysed(Analyse(c, context.Now) with { Improvements = [] }) { At = context.Now });

    /// <summary>The analysis as a pure function of the case; what is not known is null.</summary>
    public static Performance Analyse(Case c, DateTimeOffset now)
    {
        var outcome = c.Outcome;
        var performance = new Performance
        {
            Efficiency = new Efficiency(
                PreservationBuilder.ElapsedTo(c, "classified"), PreservationBuilder.ElapsedTo(c, "decided"), PreservationBuilder.ReplyAfter(c),
                PreservationBuilder.ElapsedTo(c, "handed_off"), outcome?.ResolutionMinutes * 60_000, c.HumanTouches == 0),
            Quality = new DecisionQuality(Appropriate(c), AsPredicted(c), outcome?.Durable, c.Classification?.Confidence, c.Decision?.Confidence),
            Impact = new CustomerImpact(outcome?.Satisfaction, outcome?.Reopened ?? 0, outcome?.SlaMet, (c.FirstResponseAt - c.OpenedAt)?.TotalMilliseconds, c.Turn),
            Reliability = new Reliability(
                c.StepsRun, c.Degraded.Count, PreservationBuilder.StepsWithoutFallback(c),
                c.Outgoing.Values.Count(o => o.State is DeliveryState.Refused or DeliveryState.Unknown), c.Preservation?.Completeness ?? 0),
            AnalysedAt = now,
        };
        return performance with { Improvements = ImprovementProposals.For(c, performance) };
    }

    private static bool? Appropriate(Case c) => c.Outcome switch
    {
        { EscalationNeeded: { } needed } => needed == (c.HumanTouches > 0),
        { FalseEscalation: true } or { MissedEscalation: true } => false,
        _ => null,
    };

    private static bool? AsPredicted(Case c) => c.Outcome is not { Resolved: { } resolved } outcome ? null : outcome.Predicted.Likelihood switch
    {
        ResolutionLikelihood.High or ResolutionLikelihood.Medium => resolved && c.HumanTouches == 0,
        ResolutionLikelihood.Low or ResolutionLikelihood.RequiresHuman => c.HumanTouches > 0,
    };
}
