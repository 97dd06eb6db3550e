using System.Runtime.CompilerServices;
using Baton.Classification;
using Baton.Risk;

namespace Baton.Reasoning.Local;

/// <summary>
/// The built-in reasoner: lexicons and a few rules of composition, no key, no network, well under a millisecond a ticket. Deterministic and
/// safe to share between threads. Its confidences follow from margins, so that what it cannot tell looks unsure.
/// </summary>
public sealed class LocalReasoner : IReasoner
{
    // The three judgements of one input share one reading of it.
    private readonly ConditionalWeakTable<ReasoningInput, Reading> _readings = [];

    public string Name => "local/1";

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

    private Reading Read(ReasoningInput input) => _readings.GetValue(input, static i => new Reading(i));
}
