using Baton.Cases;
using Baton.Pipeline;
using Baton.Reasoning;

namespace Baton.Risk;

/// <summary>Step 2: how the customer feels, how hard the issue is, and what that puts at risk.</summary>
public sealed class AnalysisStep(IReasoner reasoner) : IStep
{
    public string Name => "analysis";

    public bool Holds(Case c) => c.Classification is not null && c.Owner == Owner.Agent && c.ClassifiedTurn == c.Turn && c.AnalysedTurn < c.Turn;

    public async ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken)
    {
        var labels = ReasoningInputs.LabelsOf(c.Classification!);
        var scores = await reasoner.AnalyseAsync(ReasoningInputs.OfTurn(c), labels, cancellationToken);
        return new StepResult(Analyse.From(scores, scores.By ?? reasoner.Name, c, context));
    }

    public StepResult Fallback(Case c, StepContext context, StepFailure failure) =>
        new(Analyse.Failed(c, context), new StepDegraded(Name, failure.Reason) { At = context.Now });
}
