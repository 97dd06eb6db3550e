using Baton.Cases;

namespace Baton.Escalation;

/// <summary>Whether, how, how fast and to whom a case goes (step 3). Every path, fallback included, fills the same shape.</summary>
public sealed record EscalationDecision
{
    public required EscalationKind Decision { get; init; }
    public required Urgency Urgency { get; init; }

    /// <summary>The team that takes it; also set on <see cref="EscalationKind.NoEscalation"/>, as the team that would.</summary>
    public required string TargetTeam { get; init; }

    /// <summary>Further teams that are told.</summary>
    public IReadOnlyList<string> AlsoTold { get; init; } = [];

    /// <summary>One sentence for people.</summary>
    public required string PrimaryReason { get; init; }

    /// <summary>All reasons by name, gravest first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
    public required IReadOnlyList<string> RiskFactors { get; init; }
    public required IReadOnlyList<string> AlternativesConsidered { get; init; }
    public required IReadOnlyList<string> HandoffRequirements { get; init; }

    /// <summary>How likely the case is resolved where it is sent, 0 to 1; null when nobody can tell.</summary>
    public double? SuccessProbability { get; init; }

    /// <summary>How sure the decider is, 0 to 1; 1 for a hard rule, null for the fallback.</summary>
    public double? Confidence { get; init; }

    /// <summary>By when the handoff happens at the latest; null where nothing is escalated.</summary>
    public DateTimeOffset? EscalateAt { get; init; }
    public required string ExpectedOutcome { get; init; }

    /// <summary>Who decided: <c>rule:ID</c>, <c>flag:NAME</c>, a reasoner's name, or <c>fallback</c>.</summary>
    public required string By { get; init; }

    public bool Escalates => Decision != EscalationKind.NoEscalation;
}
