using Baton.Cases;

namespace Baton.Memory;

/// <summary>What is kept of a case for later ones (step 6), written for every case that ends its automatic handling.</summary>
public sealed record Preservation
{
    public required SessionFacts Session { get; init; }
    public required InteractionProfile Customer { get; init; }
    public required IssueSignature Issue { get; init; }

    /// <summary>What is known to have helped; empty until it is.</summary>
    public IReadOnlyList<string> WhatWorked { get; init; } = [];

    /// <summary>Answers that did not help or did not arrive, and parts of Baton whose fallback was taken.</summary>
    public IReadOnlyList<string> WhatFailed { get; init; } = [];
    public required DecisionRationale Rationale { get; init; }
    public required ProcessEfficiency Efficiency { get; init; }

    /// <summary>Share of the fixed list that is filled, 0 to 1.</summary>
    public required double Completeness { get; init; }
    public IReadOnlyList<string> Gaps { get; init; } = [];
}

/// <summary><see cref="Path"/> is <c>self_resolved</c> or the team that took it.</summary>
public sealed record SessionFacts(string TicketId, DateTimeOffset StartedAt, DateTimeOffset PreservedAt, double DurationMs, int Turns, string Path, EscalationKind Decision);

public sealed record InteractionProfile(string? CustomerId, CommunicationStyle? Style, int? TechnicalKnowledge, IReadOnlyList<string> Triggers, int PreviousTickets, int PreviousEscalations, double? Satisfaction);

/// <summary>What an issue is, in a form that can be compared; keywords are stemmed.</summary>
public sealed record IssueSignature(Category Category, Complexity Complexity, CustomerTier Tier, Sentiment? Sentiment, IReadOnlyList<string> Keywords, IReadOnlyList<string> Triggers);

public sealed record DecisionRationale(string PrimaryReason, IReadOnlyList<string> Reasons, IReadOnlyList<string> Alternatives, double? Confidence, string By, string Policy);

/// <summary>Times in milliseconds from opening; null where the step did not run.</summary>
public sealed record ProcessEfficiency(double? TimeToClassificationMs, double? TimeToDecisionMs, double? TimeToReplyMs, double? TimeToHandoffMs, double ContextCompleteness, double StepsWithoutFallback);
