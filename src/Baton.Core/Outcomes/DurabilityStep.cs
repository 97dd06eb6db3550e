using Baton.Cases;
using Baton.Memory;
using Baton.Pipeline;

namespace Baton.Outcomes;

/// <summary>
/// A resolution counts as durable when the case was not reopened and the customer opened no new one on the same issue for seven days.
/// This step sets the look when a case is resolved, and takes it when the time has come.
/// </summary>
public sealed class DurabilityStep(ICaseStore store) : IStep
{
    private const int CasesLookedAt = 20;

    public string Name => "durability";

    public bool Holds(Case c) =>
        c.DueTimers.Contains(TimerKind.DurabilityCheck)
        || (c is { IsOpen: false, Outcome: { Resolved: true, Durable: null } } && !c.Timers.ContainsKey(TimerKind.DurabilityCheck));

    public async ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        if (!c.DueTimers.Contains(TimerKind.DurabilityCheck))
            return new StepResult([], [], [new CaseTimer(TimerKind.DurabilityCheck, context.Now.AddDays(context.Policy.Outcomes.DurableDays))]);
        var resolvedAt = c.Outcome?.ResolvedAt;
        if (c.IsOpen || resolvedAt is not { } since)
            return Judged(context, false, "it was reopened");
        var again = c.Ticket.CustomerKey is { } customer
            ? (await store.FindPastCasesAsync(customer, c.Id, since, CasesLookedAt, cancellationToken))
                .FirstOrDefault(p => IssueSimilarity.Of(p.Keywords, c.Keywords) >= context.Policy.Outcomes.SameIssueSimilarity)
            : null;
        return again is null ? Judged(context, true, "not reopened, and no new ticket on the same issue") : Judged(context, false, $"the same issue came back as {again.CaseId}");
    }

    /// <summary>The look is taken again a day later; it is no reason to guess.</summary>
    public StepResult Fallback(Case c, StepContext context, StepFailure failure) => new(
        [new StepDegraded(Name, failure.Reason) { At = context.Now }], [], [new CaseTimer(TimerKind.DurabilityCheck, context.Now.AddDays(1))]);

    private static StepResult Judged(StepContext context, bool durable, string found) => new(new DurabilityJudged(durable, found) { At = context.Now });
}
