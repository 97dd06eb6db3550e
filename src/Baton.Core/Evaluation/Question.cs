using Baton.Cases;

namespace Baton.Evaluation;

/// <summary>
/// A label that rows may have, and what of Baton's judgement answers it. <paramref name="Name"/> is the row's field; <paramref name="Mapping"/> tells people what is compared with what.
/// </summary>
internal abstract record Question(string Name, string Mapping)
{
    /// <summary>The customer's words that the answer rests on.</summary>
    public required Func<Case, IEnumerable<string>> Words { get; init; }
}

/// <summary>One of several labels.</summary>
internal sealed record ChoiceQuestion(string Name, string Mapping, IReadOnlyList<string> Labels) : Question(Name, Mapping)
{
    /// <summary>What people say, a place in the list; null where they say nothing.</summary>
    public required Func<EvaluationRow, int?> Meant { get; init; }

    /// <summary>What Baton says.</summary>
    public required Func<Case, int> Said { get; init; }

    /// <summary>How sure Baton says it is, 0 to 1; null where it says nothing of that.</summary>
    public Func<Case, double?> Confidence { get; init; } = _ => null;

    /// <summary>The label of which precision, recall and F1 are the point, where it is a yes or no.</summary>
    public string? Yes { get; init; }

    /// <summary>Labels stand in an order, so that two that are far apart make a graver mistake.</summary>
    public bool Ordered { get; init; }

    /// <summary>The same in fewer levels, for files that have none of <see cref="OnlyHere"/>.</summary>
    public ChoiceQuestion? Coarser { get; init; }
    public IReadOnlyList<int> OnlyHere { get; init; } = [];
}

/// <summary>How a score is compared.</summary>
internal enum ScoreKind
{
    /// <summary>By order and straightness only: the two scales differ.</summary>
    Correlation,

    /// <summary>On one scale: also by how far apart they are.</summary>
    SameScale,

    /// <summary>Whether those that are meant, 1, score above the others, 0.</summary>
    Ranking,
}

/// <summary>A number on a scale.</summary>
internal sealed record ScoreQuestion(string Name, string Mapping, ScoreKind Kind) : Question(Name, Mapping)
{
    public required Func<EvaluationRow, double?> Meant { get; init; }

    /// <summary>What Baton says; null when it cannot tell.</summary>
    public required Func<Case, double?> Said { get; init; }

    /// <summary>Ends of the two scales.</summary>
    public required Scale MeantScale { get; init; }
    public required Scale SaidScale { get; init; }

    /// <summary>What Baton's number is called.</summary>
    public required string SaidName { get; init; }
}
