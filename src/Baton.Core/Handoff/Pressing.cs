using Baton.Cases;
using Baton.Classification;
using Baton.Pipeline;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>
/// How pressing a case is for the people who get it: the stricter of what it is (its priority) and how fast it must go (the decision's urgency).
/// An outage that was told calmly is a calm ticket by its words only. Pure.
/// </summary>
public static class Pressing
{
    /// <summary>The stricter of the two; null where nobody judged the priority and the urgency adds nothing.</summary>
    public static Priority? Of(Priority? priority, Urgency urgency) => OfUrgency(urgency) is { } least && !(priority < least) ? least : priority;

    /// <summary>The time of the first response, moved up where the urgency is stricter than what set it, and counted from the handoff. Empty where it stands, or nothing is waited for.</summary>
    public static CaseTimer[] Response(Case c, Urgency urgency, Policy policy, DateTimeOffset now)
    {
        if (OfUrgency(urgency) is not { } least || !c.Timers.TryGetValue(TimerKind.SlaResponse, out var set))
            return [];
        var due = ResponseTime.Due(now, least, policy.ResponseMinutes[least], policy.Hours);
        return due < set ? [new CaseTimer(TimerKind.SlaResponse, due)] : [];
    }

    private static Priority? OfUrgency(Urgency urgency) => urgency switch
    {
        Urgency.Immediate => Priority.Critical,
        Urgency.Urgent => Priority.Urgent,
        Urgency.Standard or Urgency.Scheduled => null,
    };
}
