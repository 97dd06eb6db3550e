using Baton.Cases;
using Baton.Policies;

namespace Baton.Pipeline;

/// <summary>
/// A unit of work with a pure condition over the case. It runs whenever its condition holds; nothing calls the next one.
/// Its result is data: the runner stores it, with the messages and timers it causes, in one transaction.
/// </summary>
public interface IStep
{
    /// <summary>Stable name in logs and on <see cref="StepDegraded"/>.</summary>
    string Name { get; }

    /// <summary>Pure, cheap, no clock: only the case's state decides.</summary>
    bool Holds(Case c);

    /// <summary>Does the work. What it throws is caught by the runner, which then takes <see cref="Fallback"/>.</summary>
    ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken);

    /// <summary>What to record when the work failed. It makes <see cref="Holds"/> false and leaves a state that the later steps can work on.</summary>
    StepResult Fallback(Case c, StepContext context, StepFailure failure);
}

/// <summary>What a step may look at beside the case: the clock's reading and the policy, both fixed for this run, so that a replay sees the same.</summary>
public sealed record StepContext(DateTimeOffset Now, Policy Policy);

/// <summary>Why a step's work could not be done, without any customer text.</summary>
public sealed record StepFailure(string Reason);

/// <summary>What a step did, as data: facts, messages to send, timers to set.</summary>
public sealed record StepResult(
    IReadOnlyList<CaseEvent> Events, IReadOnlyList<Connectors.OutgoingMessage> Messages, IReadOnlyList<CaseTimer> Timers)
{
    public StepResult(params CaseEvent[] events) : this(events, [], []) { }

    /// <summary>The facts to append, in order: the step's own, then its intents to send, then its timers.</summary>
    public IEnumerable<CaseEvent> ToEvents(DateTimeOffset now) =>
    [
        .. Events,
        .. Messages.Select(m => new MessageQueued(m) { At = now }),
        .. Timers.Select(t => new TimerSet(t.Kind, t.Due) { At = now }),
    ];
}

/// <summary>A durable timer. A case has at most one of each kind; setting it again moves it.</summary>
public sealed record CaseTimer(TimerKind Kind, DateTimeOffset Due);
