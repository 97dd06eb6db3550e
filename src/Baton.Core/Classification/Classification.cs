using Baton.Cases;

namespace Baton.Classification;

/// <summary>What a ticket is (step 1): the reasoner's labels, and what follows from them by policy.</summary>
public sealed record TicketClassification
{
    public required Category Category { get; init; }
    public required Priority Priority { get; init; }
    public required Complexity Complexity { get; init; }
    public CustomerTier CustomerType { get; init; }
    public IssueType IssueType { get; init; }
    public IReadOnlyList<UrgencyIndicator> UrgencyIndicators { get; init; } = [];
    public IReadOnlyList<EscalationSignal> EscalationSignals { get; init; } = [];
    public ResolutionLikelihood ResolutionLikelihood { get; init; }
    public Entities Entities { get; init; } = new();
    public required string SuggestedTeam { get; init; }
    public bool SpecialistNeeded { get; init; }
    public BusinessImpact BusinessImpact { get; init; }

    /// <summary>Minutes within which policy wants a first real response.</summary>
    public required int MinutesToRespond { get; init; }

    /// <summary>The least of the labels' confidences that routing rests on, 0 to 1; null on the fallback, which judged nothing.</summary>
    public double? Confidence { get; init; }

    /// <summary>Confidence of each label, 0 to 1, by the label's field name.</summary>
    public IReadOnlyDictionary<string, double> LabelConfidence { get; init; } = new Dictionary<string, double>();

    /// <summary>The words that each label rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Language of the customer's text as a two-letter ISO 639-1 code; null when it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>Who judged: a reasoner's name and version, or <c>fallback</c>.</summary>
    public required string By { get; init; }
    public bool HumanReviewRequired { get; init; }
}

/// <summary>Names and numbers found in the text.</summary>
public sealed record Entities
{
    public IReadOnlyList<string> Products { get; init; } = [];
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];
    public IReadOnlyList<string> OrderIds { get; init; } = [];
    public IReadOnlyList<string> AccountIds { get; init; } = [];
    public IReadOnlyList<string> Amounts { get; init; } = [];

    /// <summary>Technical names: API fields, endpoints, files, versions (<c>order.items</c>, <c>/v1/hooks</c>).</summary>
    public IReadOnlyList<string> TechnicalTerms { get; init; } = [];
}

/// <summary>A judgement's footing: what was judged, and the customer's words that it rests on.</summary>
public sealed record Evidence(string About, IReadOnlyList<string> Words);

/// <summary>A hard rule that matched: which, why in one sentence, and the words or facts that made it match.</summary>
public sealed record RuleHit(string RuleId, RuleKind Kind, string Reason, IReadOnlyList<string> Evidence);

/// <summary>What a hard rule is about; the escalation decision takes kind and team from it.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(WireWord<RuleKind>))]
public enum RuleKind { Legal, Fraud, Privacy, Tier, Value, RepeatContact, PersonRequested }
