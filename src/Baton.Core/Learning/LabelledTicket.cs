using Baton.Cases;

namespace Baton.Learning;

/// <summary>A ticket with what people say of it. What nobody said is null, and teaches nothing.</summary>
public sealed record LabelledTicket
{
    public required string Id { get; init; }
    public string? Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>Where it comes from; whole sources can be left out of training.</summary>
    public string Source { get; init; } = "";
    public Category? Category { get; init; }
    public Priority? Priority { get; init; }
    public Complexity? Complexity { get; init; }
    public IssueType? IssueType { get; init; }
    public Sentiment? Sentiment { get; init; }

    /// <summary>0 to 100.</summary>
    public int? Frustration { get; init; }

    /// <summary>0 (dreadful) to 1 (delighted), where the source rates more finely than by five sentiments.</summary>
    public double? Valence { get; init; }
    public IReadOnlyList<EscalationSignal>? Signals { get; init; }
    public IReadOnlyList<UrgencyIndicator>? Urgency { get; init; }
    public bool? Escalate { get; init; }

    /// <summary>A name of <see cref="Escalation.EscalationReason"/>.</summary>
    public string? Why { get; init; }

    /// <summary>How much it counts in training; 1 is the corpus' own.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>What a row is for. Fixed by its id, so that a test row never trains, however often rows are added.</summary>
public enum CorpusPart { Train, Validation, Test }
