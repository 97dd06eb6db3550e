using Baton.Cases;

namespace Baton.Conversation;

/// <summary>What the agent would say to the customer (step 4), and what it rests on.</summary>
public sealed record Reply
{
    /// <summary>Plain text; empty when <see cref="Type"/> is <see cref="ReplyType.Suppressed"/>.</summary>
    public required string Text { get; init; }
    public required ReplyType Type { get; init; }
    public required Tone Tone { get; init; }
    public required Grounding Grounding { get; init; }
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The permitted action that goes with it; null when there is none.</summary>
    public string? Action { get; init; }

    /// <summary>The name of the template used; null when the text is not from a template.</summary>
    public string? Template { get; init; }

    /// <summary>Why nothing is sent (automatic mail, …); null when it is.</summary>
    public string? SuppressedBecause { get; init; }
    public string? Language { get; init; }

    /// <summary>How sure the answer is right, 0 to 1; null when it claims nothing (acknowledgements, templates).</summary>
    public double? Confidence { get; init; }
    public bool FollowUpNeeded { get; init; }

    /// <summary>When it left; null while it has not.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>A passage of a knowledge article that an answer rests on.</summary>
public sealed record Citation(string ArticleId, string Title, string Passage);
