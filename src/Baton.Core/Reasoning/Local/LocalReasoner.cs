using System.Runtime.CompilerServices;
using Baton.Classification;
using Baton.Reasoning.Local.Models;
using Baton.Risk;

namespace Baton.Reasoning.Local;

/// <summary>
/// The built-in reasoner: lexicons, a few rules of composition, and a trained model over both; no key, no network, well under a millisecond a ticket. Deterministic and
/// safe to share between threads. Its confidences are calibrated on tickets that it was not trained on.
/// </summary>
public sealed class LocalReasoner : IReasoner
{
    // The three judgements of one input share one reading of it.
    private readonly ConditionalWeakTable<ReasoningInput, Reading> _readings = [];

    public string Name { get; } = LocalModel.Default.Name;

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

    private Reading Read(ReasoningInput input) => _readings.GetValue(input, static i => new Reading(i, LocalModel.Default));
}
