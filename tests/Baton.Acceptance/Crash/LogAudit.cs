using Baton.Cases;
using Case = Baton.Cases.Case;

namespace Baton.Acceptance.Crash;

/// <summary>Reads a case's log from its beginning and holds each fact against the state before it: nothing lost, nothing twice.</summary>
internal static class LogAudit
{
    /// <summary>The case that the log folds to.</summary>
    public static Case Check(IReadOnlyList<StoredEvent> log)
    {
        log.Select(e => e.Version).ShouldBe(Enumerable.Range(1, log.Count).Select(v => (long)v));
        var c = Case.Open(log[0].Event.ShouldBeOfType<TicketReceived>());
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stored in log.Skip(1))
        {
            CheckFact(c, stored.Event, sent);
            c = c.Apply(stored.Event);
        }
        return c;
    }

    private static void CheckFact(Case before, CaseEvent e, HashSet<string> sent)
    {
        var who = $"{before.Id} after {before.Version}";
        switch (e)
        {
            case ContextGathered:
                before.Customer.ShouldBeNull(who);
                break;
            case CustomerMessageReceived x:
                before.CustomerMessages.ShouldNotContain(m => m.Id == x.MessageId, who);
                break;
            case TurnStarted x:
                x.Turn.ShouldBe(before.Turn + 1, who);
                before.WaitingMessages.ShouldNotBeEmpty(who);
                break;
            case TicketClassified:
                before.ClassifiedTurn.ShouldBeLessThan(before.Turn, who);
                break;
            case SentimentAnalysed:
                before.AnalysedTurn.ShouldBeLessThan(before.Turn, who);
                break;
            case HandedOff:
                before.Owner.ShouldNotBe(Owner.Person, who);
                before.AwaitsHandoff.ShouldBeTrue(who);
                break;
            case CaseClaimed:
                before.Owner.ShouldNotBe(Owner.Person, who);
                break;
            case CaseResolved:
                before.IsOpen.ShouldBeTrue(who);
                break;
            case ContextPreserved:
                (before.PreservedTurn < before.Turn || before.PreservedTouches < before.HumanTouches || before.PreservedEnd < before.EndRevision).ShouldBeTrue(who);
                break;
            case OutcomeTrackingStarted:
                before.Outcome.ShouldBeNull(who);
                break;
            case PerformanceAnalysed:
                before.AnalysedOutcomeRevision.ShouldBeLessThan(before.OutcomeRevision, who);
                break;
            case MessageQueued x:
                before.Outgoing.Keys.ShouldNotContain(x.Message.Id, who);
                break;
            case MessageSent x:
                before.Outgoing[x.MessageId].State.ShouldBe(DeliveryState.Queued, who);
                sent.Add(x.MessageId).ShouldBeTrue($"{who}: {x.MessageId} was sent twice");
                break;
            case MessageWithdrawn x:
                before.Outgoing[x.MessageId].State.ShouldBe(DeliveryState.Queued, who);
                break;
            case TimerFired x:
                before.Timers.Keys.ShouldContain(x.Timer, who);
                break;
            case MessageRefused or ManualInterventionNeeded or StepDegraded or StuckFound or UnknownEvent:
                Assert.Fail($"{who}: {e}");
                break;
            default:
                break;
        }
    }
}
