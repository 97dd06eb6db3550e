using Baton.Cases;
using Baton.Classification;
using Baton.Escalation;
using Baton.Intake;
using Baton.Learning.Online;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Risk;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Learning.Online;

/// <summary>Logs of cases that the local reasoner judged and people judged after it.</summary>
internal static class Verdicts
{
    private static readonly LocalReasoner Reasoner = new();

    public static VerdictGiven Category(Category category, string by = "kim", int day = 0) => Given(by, day, null, ("category", Words.Of(category)));

    public static VerdictGiven Given(string by, int day, bool? needed, params (string Label, string Word)[] corrections) =>
        new(by, needed, corrections.Length == 0 ? null : corrections.ToDictionary(c => c.Label, c => c.Word), null) { At = JudgedCase.Opened.AddDays(day).AddMinutes(5) };

    /// <summary>A case from its opening to its decision, and what follows.</summary>
    public static IReadOnlyList<StoredEvent> Log(string id, string text, params CaseEvent[] after) => Log(id, text, decidedBy: null, after);

    public static IReadOnlyList<StoredEvent> Log(string id, string text, string? decidedBy, params CaseEvent[] after)
    {
        List<CaseEvent> events =
        [
            new TicketReceived(new Ticket { Id = id, Description = text, ReceivedAt = JudgedCase.Opened }) { At = JudgedCase.Opened },
            new ContextGathered(new CustomerContext(), [], false, null) { At = JudgedCase.Opened },
        ];
        var c = Case.Fold(null, Stored(events));
        var labels = Now(Reasoner.ClassifyAsync(ReasoningInputs.Of(c), CancellationToken.None));
        Add(new TicketClassified(Classify.From(labels, labels.By!, c, [], JudgedCase.Policy), [], "p") { At = JudgedCase.Opened });
        var scores = Now(Reasoner.AnalyseAsync(ReasoningInputs.OfTurn(c), labels, CancellationToken.None));
        Add(Analyse.From(scores, scores.By!, c, JudgedCase.Context));
        var advice = Now(Reasoner.AdviseAsync(ReasoningInputs.Of(c), c.Classification!, c.Analysis!, c.Risk!, 70, CancellationToken.None));
        var decision = Decide.WithAdvice(c, advice, advice.By!, 70, JudgedCase.Policy, JudgedCase.Context.Now);
        Add(new EscalationDecided(decisionBy(decision), "p") { At = JudgedCase.Context.Now });
        events.AddRange(after);
        return Stored(events);

        EscalationDecision decisionBy(EscalationDecision d) => decidedBy is null ? d : d with { By = decidedBy };

        void Add(CaseEvent e)
        {
            events.Add(e);
            c = c.Apply(e);
        }
    }

    /// <summary>What the last verdict of a log says.</summary>
    public static Feedback? Last(IReadOnlyList<StoredEvent> log)
    {
        var place = log.Last(e => e.Event is VerdictGiven);
        return Feedback.Of(new LoggedVerdict(1_000 + place.Version, "any", place.Version), log);
    }

    /// <summary>A verdict on a ticket of that text, as feedback.</summary>
    public static Feedback On(string text, VerdictGiven verdict, string id = "T-1") => Last(Log(id, text, verdict)).ShouldNotBeNull();

    private static List<StoredEvent> Stored(IReadOnlyList<CaseEvent> events) => [.. events.Select((e, i) => new StoredEvent(i + 1, e))];

    private static T Now<T>(ValueTask<T> task) => task.GetAwaiter().GetResult();
}
