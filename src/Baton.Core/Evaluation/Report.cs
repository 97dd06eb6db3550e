using System.Globalization;
using Baton.Learning;

namespace Baton.Evaluation;

/// <summary>How right Baton's judgements are on labelled rows. What a file has no labels for is not in it.</summary>
/// <param name="Model">Name and version of the reasoner.</param>
/// <param name="Policy">Hash of the policy whose hard rules took part.</param>
/// <param name="Part"><c>train</c>, <c>validation</c>, <c>test</c> or <c>all</c>: which rows were taken.</param>
/// <param name="Files">In the order in which they were given.</param>
public sealed record EvaluationReport(string Model, string Policy, string Part, IReadOnlyList<FileReport> Files);

/// <param name="File">As it was given.</param>
/// <param name="Rows">Rows that were judged.</param>
/// <param name="OtherParts">Rows of other parts, which were not.</param>
/// <param name="LeftOut">Rows that cannot be read.</param>
/// <param name="Trained">Rows among the judged ones that are of the corpus' training part: the shipped model has seen them.</param>
/// <param name="Choices">Labels that are one of several, a yes or no among them.</param>
/// <param name="Scores">Labels that are numbers, or are ranked by one.</param>
public sealed record FileReport(string File, int Rows, int OtherParts, int LeftOut, int Trained, IReadOnlyList<ChoiceReport> Choices, IReadOnlyList<ScoreReport> Scores);

/// <summary>How right one label of several is.</summary>
public sealed record ChoiceReport
{
    /// <summary>The row's field.</summary>
    public required string Label { get; init; }

    /// <summary>What of Baton's judgement it is compared with.</summary>
    public required string Mapping { get; init; }
    public required int Rows { get; init; }
    public required Rate Accuracy { get; init; }

    /// <summary>Mean of F1 over the labels that occur, 0 to 1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>The label that people give most often, and how right it would be to say it always.</summary>
    public required string MostCommon { get; init; }
    public required Rate MostCommonShare { get; init; }

    /// <summary>Labels that were meant or said, in their order.</summary>
    public required IReadOnlyList<ClassReport> Classes { get; init; }

    /// <summary>Rows by what was meant (outer) and what was said (inner), in the order of <see cref="Classes"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Confusion { get; init; }

    /// <summary>The class of a yes or no that matters; null for other choices.</summary>
    public string? Yes { get; init; }

    /// <summary>Null where Baton gives no confidence for this label.</summary>
    public CalibrationReport? Calibration { get; init; }
    public required IReadOnlyList<GroupReport> Groups { get; init; }

    /// <summary>The gravest mistakes, gravest first: by confidence, or by distance where labels have an order and no confidence.</summary>
    public required IReadOnlyList<Mistake> Mistakes { get; init; }
}

/// <param name="Label">One of the labels.</param>
/// <param name="Rows">Rows of which people say it.</param>
/// <param name="Precision">How often it is right where Baton says it.</param>
/// <param name="Recall">How often Baton says it where it is right.</param>
/// <param name="F1">Harmonic mean of the two.</param>
public sealed record ClassReport(string Label, int Rows, Rate Precision, Rate Recall, Estimate F1);

/// <param name="Error">Expected calibration error, 0 to 1.</param>
/// <param name="Bins">Ten bins of confidence.</param>
/// <param name="Abstention">What is left when Baton abstains below a confidence.</param>
public sealed record CalibrationReport(double Error, IReadOnlyList<ReliabilityBin> Bins, IReadOnlyList<AbstentionReport> Abstention);

/// <param name="Below">Confidence below which it counts as unsure, 0 to 1.</param>
/// <param name="Unsure">How many that are.</param>
/// <param name="RightWhereSure">How often it is right on the others.</param>
/// <param name="RightWhereUnsure">How often it would have been right on those that it was unsure about.</param>
public sealed record AbstentionReport(double Below, Rate Unsure, Rate RightWhereSure, Rate RightWhereUnsure);

/// <summary>Results of the rows that share a source, an origin or a language.</summary>
/// <param name="By"><c>source</c>, <c>origin</c> or <c>language</c>.</param>
/// <param name="Name">Which.</param>
/// <param name="Rows">How many rows with this label.</param>
/// <param name="Small">So few that the figure may be chance.</param>
/// <param name="Accuracy">For a choice: how often it is right.</param>
/// <param name="Precision">For a yes or no: of the yes.</param>
/// <param name="Recall">For a yes or no: of the yes.</param>
/// <param name="Figure">For a score: rank correlation, or area under the curve.</param>
public sealed record GroupReport(string By, string Name, int Rows, bool Small, Rate? Accuracy = null, Rate? Precision = null, Rate? Recall = null, Estimate? Figure = null);

/// <summary>How well a number fits.</summary>
public sealed record ScoreReport
{
    public required string Label { get; init; }
    public required string Mapping { get; init; }

    /// <summary>What Baton's number is called.</summary>
    public required string Said { get; init; }
    public required int Rows { get; init; }

    /// <summary>Rows of which Baton could not tell.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Null where one side does not vary.</summary>
    public Estimate? Pearson { get; init; }
    public Estimate? Spearman { get; init; }

    /// <summary>For a yes or no: the chance that a yes scores above a no.</summary>
    public Estimate? Auc { get; init; }

    /// <summary>On one scale: the mean distance, and how often it is one step or less (on 0 to 100: ten points).</summary>
    public double? MeanError { get; init; }
    public Rate? Near { get; init; }

    /// <summary>What was said for each value that was meant, where these are few.</summary>
    public required IReadOnlyList<Spread> Levels { get; init; }

    /// <summary>Rows by place on a grid, where the values are many.</summary>
    public required IReadOnlyList<Spot> Spots { get; init; }
    public required Scale MeantScale { get; init; }
    public required Scale SaidScale { get; init; }
    public required IReadOnlyList<GroupReport> Groups { get; init; }

    /// <summary>Those that lie farthest apart, farthest first.</summary>
    public required IReadOnlyList<Mistake> Mistakes { get; init; }

    /// <summary>A value that people gave, in words where it is a yes or no.</summary>
    public string MeantName(double value) => Auc is null ? value.ToString("0.##", CultureInfo.InvariantCulture) : value == 1 ? "yes" : "no";
}

/// <summary>The ends of a scale.</summary>
public sealed record Scale(double Least, double Most)
{
    /// <summary>Where a value lies between them, 0 to 1.</summary>
    public double Share(double value) => (value - Least) / (Most - Least);
}

/// <summary>Least, quartiles and most of what was said where one value was meant.</summary>
public sealed record Spread(double Meant, int Rows, double Least, double Quarter, double Median, double ThreeQuarters, double Most);

/// <summary>So many rows about this place, the mean of theirs.</summary>
public sealed record Spot(double Meant, double Said, int Rows);

/// <summary>A row that Baton judged otherwise than people.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Text">The beginning of the customer's text. Hostile: show it as text only.</param>
/// <param name="Meant">What people say.</param>
/// <param name="Said">What Baton says.</param>
/// <param name="Confidence">How sure it was, 0 to 1; null where it says nothing of that.</param>
/// <param name="Words">The customer's words that it rested on.</param>
public sealed record Mistake(string Place, string Id, string Text, string Meant, string Said, double? Confidence, IReadOnlyList<string> Words);
