using Baton.Cases;
using Baton.Classification;
using Baton.Intake;
using Baton.Risk;

namespace Baton.Handoff;

/// <summary>A case given to people (step 5): the package, who has it, and until when.</summary>
public sealed record HandoffRecord
{
    public required HandoffPackage Package { get; init; }
    public required Brief Brief { get; init; }

    /// <summary>Share of the fixed list of package parts that are filled, 0 to 1.</summary>
    public required double Completeness { get; init; }

    /// <summary>The parts that are missing, by name.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
    public required string Team { get; init; }
    public required Urgency Urgency { get; init; }
    public required DateTimeOffset HandedOffAt { get; init; }

    /// <summary>By when a person should have claimed it.</summary>
    public required DateTimeOffset ExpectedBy { get; init; }

    /// <summary>How far up the escalation path it is: 0 the team itself, then 1 to 3.</summary>
    public int Level { get; init; }

    /// <summary>True when every channel failed and the emergency address was told.</summary>
    public bool ManualIntervention { get; init; }
}

/// <summary>What a person reads in 30 seconds.</summary>
public sealed record Brief(string Issue, IReadOnlyList<string> WhatWasTried, string Sentiment, string RecommendedNextStep, IReadOnlyList<string> AccountFlags);

/// <summary>Everything that people need to take the case (spec section 5).</summary>
public sealed record HandoffPackage
{
    public required TicketFacts Ticket { get; init; }
    public CustomerContext? Customer { get; init; }
    public required CustomerMood Mood { get; init; }
    public TicketClassification? Classification { get; init; }
    public SentimentAnalysis? Analysis { get; init; }
    public RiskProfile? Risk { get; init; }
    public required EscalationContext Escalation { get; init; }
    public IReadOnlyList<ConversationEntry> Conversation { get; init; } = [];
    public IReadOnlyList<ConversationEntry> InternalConversation { get; init; } = [];
    public IReadOnlyList<string> Tried { get; init; } = [];
    public required Recommendations Recommended { get; init; }
    public IReadOnlyList<SimilarCase> SimilarCases { get; init; } = [];
    public IReadOnlyList<string> AgentNotes { get; init; } = [];
    public required HandoffMetadata Metadata { get; init; }
}

public sealed record TicketFacts(string Id, string? Subject, string Channel, string? ExternalId, DateTimeOffset OpenedAt, DateTimeOffset EscalatedAt);

public sealed record CustomerMood(CommunicationStyle? Style, int? TechnicalKnowledge, Sentiment? Emotion, int? Frustration, Trajectory? Trajectory);

public sealed record EscalationContext(string Reason, IReadOnlyList<string> Reasons, IReadOnlyList<string> RiskFactors, string UrgencyJustification, IReadOnlyList<string> Requirements);

public sealed record Recommendations(IReadOnlyList<string> ImmediateActions, IReadOnlyList<string> TechnicalSteps, string Tone, IReadOnlyList<string> EscalationPath);

/// <summary>An earlier case on a like issue, how like it is (0 to 1), and how it ended.</summary>
public sealed record SimilarCase(string CaseId, string? Subject, Category Category, double Similarity, string Path, string? Resolution, IReadOnlyList<string> WhatWorked);

public sealed record HandoffMetadata(string Decision, double? Confidence, bool HumanReviewRequired, bool FollowUpRequired, string Policy);

/// <summary>One line of a conversation, external or internal.</summary>
public sealed record ConversationEntry(DateTimeOffset At, Role Role, string? Author, string Text);
