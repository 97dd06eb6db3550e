using Baton.Cases;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;

namespace Baton.Classification;

/// <summary>Step 1: the hard rules first, which need no model, then what the ticket is. A hit stands whatever the reasoner says, and when it says nothing.</summary>
public sealed class ClassificationStep(IReasoner reasoner) : IStep
{
    public string Name => "classification";

    public bool Holds(Case c) => c.Customer is not null && c.Owner == Owner.Agent && c.ClassifiedTurn < c.Turn;

    public async ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var hits = HardRules.Evaluate(c, context.Policy);
        var labels = await reasoner.ClassifyAsync(ReasoningInputs.Of(c), cancellationToken);
        var classification = Classify.From(labels, labels.By ?? reasoner.Name, c, hits, context.Policy);
        return new StepResult([Classified(classification, hits, context)], [], ResponseTimer(c, classification, context.Policy));
    }

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var hits = HardRules.Evaluate(c, context.Policy);
        var classification = Classify.Failed(c, hits, context.Policy);
        return new StepResult(
            [Classified(classification, hits, context), new StepDegraded(Name, failure.Reason) { At = context.Now }],
            [],
            ResponseTimer(c, classification, context.Policy));
    }

    private static TicketClassified Classified(TicketClassification classification, IReadOnlyList<RuleHit> hits, StepContext context) =>
        new(classification, hits, context.Policy.Hash) { At = context.Now };

    // The promise runs from the opening; later turns are answered within it or it was broken already.
    private static IReadOnlyList<CaseTimer> ResponseTimer(Case c, TicketClassification classification, Policy policy) =>
        c.Turn > 1 ? [] : [new CaseTimer(TimerKind.SlaResponse, ResponseTime.Due(c.OpenedAt, classification.Priority, classification.MinutesToRespond, policy.Hours))];
}
