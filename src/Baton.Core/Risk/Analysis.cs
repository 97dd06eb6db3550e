using Baton.Cases;
using Baton.Classification;

namespace Baton.Risk;

/// <summary>How the customer feels and how hard the issue is (step 2). Scores run from 0 to 100; null means that nobody could tell.</summary>
public sealed record SentimentAnalysis
{
    public required Sentiment Sentiment { get; init; }
    public int? Frustration { get; init; }
    public UrgencyPerception Urgency { get; init; } = new();

    /// <summary>How far the customer still expects to be helped, 0 to 100.</summary>
    public int? ConfidenceInResolution { get; init; }
    public CommunicationStyle Style { get; init; }
    public Trajectory Trajectory { get; init; } = Trajectory.Stable;
    public int? TechnicalComplexity { get; init; }
    public int? CommunicationComplexity { get; init; }
    public int? ProcessComplexity { get; init; }
    public int? ResolutionComplexity { get; init; }
    public int? OverallComplexity { get; init; }
    public int? ChurnRisk { get; init; }
    public int? PublicityRisk { get; init; }

    /// <summary>How clearly the issue is described, 0 to 100.</summary>
    public int? Clarity { get; init; }

    /// <summary>The customer's technical knowledge, 0 to 100.</summary>
    public int? TechnicalKnowledge { get; init; }

    /// <summary>The words that each score rests on.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public IReadOnlyList<ImmediateCause> ImmediateFlags { get; init; } = [];
    public Approach Approach { get; init; } = Approach.StandardSupport;

    /// <summary>Expected time to resolve, for people: <c>1-2 h</c>.</summary>
    public required string EstimatedResolution { get; init; }
    public Expertise RequiredExpertise { get; init; } = Expertise.GeneralSupport;
    public required string By { get; init; }
    public bool HumanReviewRequired { get; init; }
}

/// <summary>How urgent the customer takes it to be against how urgent it is, both 0 to 100.</summary>
public sealed record UrgencyPerception(int? Perceived = null, int? Actual = null);

/// <summary>The six risks of a case, 0 to 100 (spec section 2, step 2).</summary>
public sealed record RiskProfile
{
    public required int Overall { get; init; }
    public int? Sentiment { get; init; }
    public int? Complexity { get; init; }
    public required int Business { get; init; }
    public required int Customer { get; init; }
    public int? Technical { get; init; }
}
