namespace Baton.Api;

// What the OpenAPI document says of each command's body. The bodies themselves are read field by field, so that all faults are named at once.

/// <summary>A further message of the customer.</summary>
public sealed record MessageBody
{
    public required string Text { get; init; }
    public string? Id { get; init; }
    public string? From { get; init; }
    public string? Subject { get; init; }
    public string? Channel { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}

/// <summary>How the customer rates it; <see cref="Satisfaction"/> from 1 to 5.</summary>
public sealed record FeedbackBody
{
    public int? Satisfaction { get; init; }
    public string? Comment { get; init; }
    public bool? Resolved { get; init; }
}

/// <summary>Who does it.</summary>
public sealed record PersonBody
{
    public required string By { get; init; }
}

/// <summary>Who does it, with a note for colleagues.</summary>
public sealed record PersonNoteBody
{
    public required string By { get; init; }
    public string? Note { get; init; }
}

/// <summary>Who writes, and what.</summary>
public sealed record PersonTextBody
{
    public required string By { get; init; }
    public required string Text { get; init; }
}

/// <summary>Who opens it again, and why.</summary>
public sealed record ReopenBody
{
    public required string By { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A person's judgement of the agent's decision; <see cref="Corrections"/> gives the right value by label.</summary>
public sealed record VerdictBody
{
    public required string By { get; init; }
    public bool? EscalationNeeded { get; init; }
    public IReadOnlyDictionary<string, string>? Corrections { get; init; }
    public string? Reason { get; init; }
}
