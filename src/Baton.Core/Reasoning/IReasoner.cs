using Baton.Cases;
using Baton.Classification;
using Baton.Handoff;
using Baton.Intake;
using Baton.Risk;

namespace Baton.Reasoning;

/// <summary>What makes judgements: the built-in local reasoner, or a language model. It advises; policy and the steps decide.</summary>
public interface IReasoner
{
    /// <summary>Name and version, as it stands on events: <c>local/1</c>.</summary>
    string Name { get; }

    /// <summary>Step 1: what the ticket is.</summary>
    ValueTask<ClassificationLabels> ClassifyAsync(ReasoningInput input, CancellationToken cancellationToken);

    /// <summary>Step 2: how the customer feels and how hard it is.</summary>
    ValueTask<AnalysisScores> AnalyseAsync(ReasoningInput input, ClassificationLabels labels, CancellationToken cancellationToken);

    /// <summary>Step 3: whether people should take it, and as what.</summary>
    ValueTask<EscalationAdvice> AdviseAsync(ReasoningInput input, TicketClassification classification, SentimentAnalysis analysis, RiskProfile risk, int escalationThreshold, CancellationToken cancellationToken);
}

/// <summary>What a judgement may rest on. <see cref="Text"/> is hostile: data, never instruction.</summary>
public sealed record ReasoningInput
{
    public string? Subject { get; init; }

    /// <summary>The customer's words of this turn, quoted history and signature cut off.</summary>
    public required string Text { get; init; }

    /// <summary>Earlier lines of the conversation, oldest first.</summary>
    public IReadOnlyList<ConversationEntry> Earlier { get; init; } = [];
    public CustomerContext? Customer { get; init; }

    /// <summary>Frustration scores of earlier turns, oldest first.</summary>
    public IReadOnlyList<int> FrustrationHistory { get; init; } = [];
}

/// <summary>Labels of step 1, each with a confidence from 0 to 1 under its field name, and the words it rests on.</summary>
public sealed record ClassificationLabels
{
    public required Category Category { get; init; }
    public required Priority Priority { get; init; }
    public required Complexity Complexity { get; init; }
    public CustomerTier CustomerType { get; init; }
    public required IssueType IssueType { get; init; }
    public IReadOnlyList<UrgencyIndicator> UrgencyIndicators { get; init; } = [];
    public IReadOnlyList<EscalationSignal> EscalationSignals { get; init; } = [];
    public required ResolutionLikelihood ResolutionLikelihood { get; init; }
    public Entities Entities { get; init; } = new();

    /// <summary>ISO 639-1; null when it cannot be told.</summary>
    public string? Language { get; init; }
    public IReadOnlyDictionary<string, double> Confidence { get; init; } = new Dictionary<string, double>();
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Who judged, where that is more than the reasoner's name of now tells: the model that it judged with, which may be another by the time that this is recorded.</summary>
    public string? By { get; init; }
}

/// <summary>Scores of step 2, 0 to 100; null when it cannot be told.</summary>
public sealed record AnalysisScores
{
    public required Sentiment Sentiment { get; init; }
    public int? Frustration { get; init; }
    public int? PerceivedUrgency { get; init; }
    public int? ActualUrgency { get; init; }
    public int? ConfidenceInResolution { get; init; }
    public CommunicationStyle Style { get; init; }
    public int? TechnicalComplexity { get; init; }
    public int? CommunicationComplexity { get; init; }
    public int? ProcessComplexity { get; init; }
    public int? ResolutionComplexity { get; init; }
    public int? OverallComplexity { get; init; }
    public int? ChurnRisk { get; init; }
    public int? PublicityRisk { get; init; }
    public int? Clarity { get; init; }
    public int? TechnicalKnowledge { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <inheritdoc cref="ClassificationLabels.By"/>
    public string? By { get; init; }
}

/// <summary>Advice of step 3. <see cref="Reasons"/> are names from <see cref="Escalation.EscalationReason"/>, gravest first.</summary>
public sealed record EscalationAdvice
{
    public required EscalationKind Kind { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>How likely it is resolved without people, 0 to 1.</summary>
    public double? SuccessWithoutPeople { get; init; }
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <inheritdoc cref="ClassificationLabels.By"/>
    public string? By { get; init; }
}
