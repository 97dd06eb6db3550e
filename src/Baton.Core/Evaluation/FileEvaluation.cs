namespace Baton.Evaluation;

/// <summary>Evaluates the rows of one file as they come.</summary>
public sealed class FileEvaluation(string file, RowJudge judge)
{
    private readonly List<(ChoiceTally Tally, ChoiceTally? Coarser, ChoiceQuestion Question)> _choices =
        [.. Questions.Choices.Select(q => (new ChoiceTally(q), q.Coarser is { } coarser ? new ChoiceTally(coarser) : null, q))];

    private readonly List<ScoreTally> _scores = [.. Questions.Scores.Select(q => new ScoreTally(q))];
    private int _rows;
    private int _otherParts;
    private int _leftOut;
    private int _trained;

    /// <summary>The labels that are known, for those whose file has none of them.</summary>
    public static string KnownLabels => string.Join(", ", Questions.Names);

    /// <summary>A row of a part that is not asked for.</summary>
    public void Skip() => _otherParts++;

    /// <summary>A row that cannot be read.</summary>
    public void LeaveOut() => _leftOut++;

    public async ValueTask AddAsync(EvaluationRow row, CancellationToken cancellationToken)
    {
        var c = await judge.JudgeAsync(row, cancellationToken);
        _rows++;
        _trained += row is { OfCorpus: true, Part: Learning.CorpusPart.Train } ? 1 : 0;
        foreach (var (tally, coarser, _) in _choices)
        {
            tally.Add(row, c);
            coarser?.Add(row, c);
        }
        foreach (var tally in _scores)
            tally.Add(row, c);
    }

    public FileReport Report() => new(
        file, _rows, _otherParts, _leftOut, _trained,
        [.. _choices.Where(c => c.Tally.Rows > 0).Select(c => Fitting(c.Tally, c.Coarser, c.Question).Report())],
        [.. _scores.Where(s => s.Rows > 0).Select(s => s.Report())]);

    // A file that never uses the extreme levels was labelled with fewer of them.
    private static ChoiceTally Fitting(ChoiceTally tally, ChoiceTally? coarser, ChoiceQuestion question) => coarser is null || tally.Has(question.OnlyHere) ? tally : coarser;
}
