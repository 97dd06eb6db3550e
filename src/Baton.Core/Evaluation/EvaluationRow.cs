using Baton.Cases;
using Baton.Learning;

namespace Baton.Evaluation;

/// <summary>What somebody said before the text that is judged.</summary>
public sealed record EarlierLine(Role Role, string Text);

/// <summary>A text with what people say of it, in the fields of the corpus and of sets that others labelled. What nobody said is null.</summary>
public sealed record EvaluationRow
{
    /// <summary>File and line: <c>mine.jsonl:7</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Text, subject, and the labels that the corpus has too.</summary>
    public required LabelledTicket Ticket { get; init; }

    /// <summary>The conversation before the text, oldest first.</summary>
    public IReadOnlyList<EarlierLine> Earlier { get; init; } = [];

    /// <summary>Where an escalation label comes from; results are told for each apart.</summary>
    public string? Origin { get; init; }

    /// <summary>A row of the corpus, which the shipped model was made from.</summary>
    public bool OfCorpus { get; init; }

    /// <summary>The gravest reason to escalate, a name of <see cref="Escalation.EscalationReason"/>.</summary>
    public string? Why { get; init; }

    /// <summary>1 to 5.</summary>
    public double? Stars { get; init; }

    /// <summary>-4 (dreadful) to 4 (delighted).</summary>
    public double? SentimentScore { get; init; }
    public bool? Complaint { get; init; }

    /// <summary>How grave a complaint is: 0 (none) to 4 (blame).</summary>
    public double? Severity { get; init; }
    public bool? Anger { get; init; }

    /// <summary>A word of <see cref="Questions.SatisfactionLevels"/>.</summary>
    public string? Satisfaction { get; init; }

    /// <summary>1 to 5, the mean of several people.</summary>
    public double? SatisfactionMean { get; init; }

    public CorpusPart Part => CorpusReader.PartOf(Ticket.Id);
}
