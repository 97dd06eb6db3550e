using System.Runtime.CompilerServices;
using Baton.Classification;
using Baton.Learning.Online;
using Baton.Reasoning.Local.Models;
using Baton.Risk;

namespace Baton.Reasoning.Local;

/// <summary>
/// The built-in reasoner: lexicons, a few rules of composition, and a trained model over both; no key, no network, well under a millisecond a ticket. Deterministic and
/// safe to share between threads. Its confidences are calibrated on tickets that it was not trained on.
/// </summary>
public sealed class LocalReasoner : IReasoner
{
    // The three judgements of one input share one reading of it, and by that one model, also where another comes to serve between them.
    private readonly ConditionalWeakTable<ReasoningInput, Reading> _readings = [];
    private readonly ConditionalWeakTable<ReasoningInput, Reading>.CreateValueCallback _read;
    private readonly Func<LocalModel> _model;

    /// <summary>With the model that ships.</summary>
    public LocalReasoner() : this(BaseModel.Shipped) { }

    /// <summary>With a model that nobody teaches.</summary>
    public LocalReasoner(BaseModel model) : this(() => model.Model) { }

    /// <summary>With the model that serves at the time.</summary>
    public LocalReasoner(LocalModels models) : this(() => models.Current) { }

    private LocalReasoner(Func<LocalModel> model) => (_model, _read) = (model, input => new Reading(input, model()));

    /// <summary>The model's version, such as <c>local/3</c>; with what people taught, <c>local/3+CHECKPOINT</c>.</summary>
    public string Name => _model().Name;

    public ValueTask<ClassificationLabels> ClassifyAsync(ReasoningInput input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Labels.Of(Read(input), input.Customer));
    }

    public ValueTask<AnalysisScores> AnalyseAsync(ReasoningInput input, ClassificationLabels labels, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Scores.Of(Read(input), labels, input.Customer));
    }

    public ValueTask<EscalationAdvice> AdviseAsync(
        ReasoningInput input, TicketClassification classification, SentimentAnalysis analysis, RiskProfile risk, int escalationThreshold, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(EscalationAdvisor.Advise(Read(input), classification, analysis, risk, escalationThreshold));
    }

    private Reading Read(ReasoningInput input) => _readings.GetValue(input, _read);
}
