
namespace Baton.Analytics;

/// <summary>How well Baton did on one case (step 8). Every figure comes from the log or an outcome; null is unknown.</summary>
public sealed record Performance
{
    public required Efficiency Efficiency { get; init; }
    public required DecisionQuality Quality { get; init; }
    public required CustomerImpact Impact { get; init; }
    public required Reliability Reliability { get; init; }

    /// <summary>Proposals, best first: impact less effort.</summary>
    public IReadOnlyList<Improvement> Improvements { get; init; } = [];
    public required DateTimeOffset AnalysedAt { get; init; }
}

/// <summary>Times in milliseconds from opening.</summary>
public sealed record Efficiency(double? TimeToClassificationMs, double? TimeToDecisionMs, double? TimeToReplyMs, double? TimeToHandoffMs, double? TimeToResolutionMs, bool Automated);

/// <summary>True or false once an outcome or a verdict tells; null until then.</summary>
public sealed record DecisionQuality(bool? EscalationAppropriate, bool? ResolvedAsPredicted, bool? Durable, double? ClassificationConfidence, double? DecisionConfidence);

public sealed record CustomerImpact(int? Satisfaction, int Reopened, bool? SlaMet, double? FirstResponseMs, int CustomerTurns);

public sealed record Reliability(int StepsRun, int Fallbacks, double StepsWithoutFallback, int DeliveriesFailed, double ContextCompleteness);

/// <summary>Impact and effort run from 0 to 100.</summary>
public sealed record Improvement(string Area, string Proposal, int Impact, int Effort)
{
    public int Rank => Impact - Effort;
}
