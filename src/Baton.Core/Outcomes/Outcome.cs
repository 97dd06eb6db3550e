using Baton.Cases;

namespace Baton.Outcomes;

/// <summary>What became of a case (step 7), against what was predicted. Null means not known yet, and is never filled by a guess.</summary>
public sealed record Outcome
{
    public required DateTimeOffset TrackingSince { get; init; }

    /// <summary>What was predicted when the case was decided.</summary>
    public required Prediction Predicted { get; init; }
    public bool? Resolved { get; init; }
    public ResolutionKind? Resolution { get; init; }
    public string? ResolvedBy { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public double? ResolutionMinutes { get; init; }

    /// <summary>Not reopened, and no new ticket on the same issue, for seven days after the resolution.</summary>
    public bool? Durable { get; init; }

    /// <summary>1 to 5, from the customer.</summary>
    public int? Satisfaction { get; init; }
    public string? Comment { get; init; }
    public int Reopened { get; init; }

    /// <summary>A person's verdict: was the escalation needed?</summary>
    public bool? EscalationNeeded { get; init; }
    public string? VerdictBy { get; init; }

    /// <summary>A person resolved an escalated case within two minutes of claiming it, or said that it was not needed.</summary>
    public bool? FalseEscalation { get; init; }

    /// <summary>People took a case that the agent had kept.</summary>
    public bool? MissedEscalation { get; init; }
    public DateTimeOffset? FirstResponseAt { get; init; }
    public bool? SlaMet { get; init; }

    /// <summary>When the survey left; null while it has not, also where it was withheld or refused.</summary>
    public DateTimeOffset? SurveySentAt { get; init; }
    public IReadOnlyList<OutcomeCheck> Checks { get; init; } = [];
    public DateTimeOffset? FinalAt { get; init; }
}

public sealed record Prediction(EscalationKind Decision, ResolutionLikelihood Likelihood, double? SuccessProbability, int? Frustration, string EstimatedResolution);

/// <summary>A look at the case at one of its durable times, and what was found.</summary>
public sealed record OutcomeCheck(string Kind, DateTimeOffset At, string Found);
