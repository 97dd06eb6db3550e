using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Outcomes;

/// <summary>Step 7: begins to track what becomes of the case, with durable looks at 2 h, 24 h and 72 h. While the case is open there is always a next look.</summary>
public sealed class OutcomeStep : IStep
{
    public string Name => "outcome";

    public bool Holds(Case c) => c.Preservation is not null && (c.Outcome is null || NeedsNextLook(c));

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) => new(Track(c, context));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var tracked = Track(c, context);
        return tracked with { Events = [new StepDegraded(Name, failure.Reason) { At = context.Now }, .. tracked.Events] };
    }

    private static bool NeedsNextLook(Case c) => c.IsOpen && !c.Timers.ContainsKey(TimerKind.SatisfactionSurvey) && !c.DueTimers.Contains(TimerKind.SatisfactionSurvey);

    private static StepResult Track(Case c, StepContext context)
    {
        var (now, times) = (context.Now, context.Policy.Outcomes);
        if (c.Outcome is not null)
            return new StepResult([], [], [new CaseTimer(TimerKind.SatisfactionSurvey, now.AddHours(times.SurveyHours))]);
        var predicted = new Prediction(
            c.Decision?.Decision ?? EscalationKind.NoEscalation, c.Classification?.ResolutionLikelihood ?? ResolutionLikelihood.Medium,
            c.Decision?.SuccessProbability, c.Analysis?.Frustration, c.Analysis?.EstimatedResolution ?? "unknown");
        return new StepResult(
            [new OutcomeTrackingStarted(predicted) { At = now }],
            [],
            [
                new CaseTimer(TimerKind.ResolutionCheck, now.AddHours(times.ResolutionCheckHours)),
                new CaseTimer(TimerKind.SatisfactionSurvey, now.AddHours(times.SurveyHours)),
                new CaseTimer(TimerKind.FinalAnalysis, now.AddHours(times.FinalAnalysisHours)),
            ]);
    }
}
