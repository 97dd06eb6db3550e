using Baton.Cases;
using Baton.Learning;

namespace Baton.Evaluation;

/// <summary>Counts how right a choice is, row by row, in memory that does not grow with the rows.</summary>
internal sealed class ChoiceTally(ChoiceQuestion question)
{
    /// <summary>Fewer rows than this tell little: the interval of a share is then wider than a third.</summary>
    public const int FewRows = 30;

    private static readonly double[] _below = [0.5, 0.6, 0.7, 0.8, 0.9];

    private readonly Confusion _confusion = new(question.Labels);
    private readonly Reliability _reliability = new();
    private readonly (int Sure, int Right)[] _sure = new (int, int)[_below.Length];
    private readonly Groups<Confusion> _groups = new(() => new Confusion(question.Labels));
    private readonly Mistakes _mistakes = new();

    public int Rows => _confusion.Rows;

    /// <summary>Whether people gave any of these labels.</summary>
    public bool Has(IEnumerable<int> labels) => labels.Any(l => _confusion.Meant(l) > 0);

    public void Add(EvaluationRow row, Case c)
    {
        if (question.Meant(row) is not { } meant)
            return;
        var (said, confidence) = (question.Said(c), question.Confidence(c));
        _confusion.Add(meant, said);
        foreach (var group in _groups.Of(row))
            group.Add(meant, said);
        if (confidence is { } sure)
            Trust(sure, said == meant);
        if (said != meant)
            _mistakes.Add(confidence ?? (question.Ordered ? Math.Abs(said - meant) : 0), question, row, c, question.Labels[meant], question.Labels[said], confidence);
    }

    public ChoiceReport Report()
    {
        var shown = Enumerable.Range(0, question.Labels.Count).Where(l => _confusion.Meant(l) + _confusion.Said(l) > 0).ToList();
        return new ChoiceReport
        {
            Label = question.Name,
            Mapping = question.Mapping,
            Rows = Rows,
            Accuracy = _confusion.Accuracy,
            MacroF1 = _confusion.MacroF1,
            MostCommon = question.Labels[_confusion.MostCommon],
            MostCommonShare = new Rate(_confusion.Meant(_confusion.MostCommon), Rows),
            Classes = [.. shown.Select(l => new ClassReport(question.Labels[l], _confusion.Meant(l), _confusion.Precision(l), _confusion.Recall(l), _confusion.F1Interval(l)))],
            Confusion = [.. shown.Select(meant => shown.ConvertAll(said => _confusion[meant, said]))],
            Yes = question.Yes,
            Calibration = _reliability.Rows == 0 ? null : new CalibrationReport(_reliability.Error, _reliability.Bins, [.. Enumerable.Range(0, _below.Length).Select(Abstention)]),
            Groups = _groups.Reports(GroupOf),
            Mistakes = _mistakes.Gravest,
        };
    }

    private void Trust(double confidence, bool right)
    {
        _reliability.Add(confidence, right);
        for (var i = 0; i < _below.Length; i++)
        {
            if (confidence >= _below[i])
                _sure[i] = (_sure[i].Sure + 1, _sure[i].Right + (right ? 1 : 0));
        }
    }

    private AbstentionReport Abstention(int i)
    {
        var (rows, right) = (_reliability.Rows, _reliability.Right);
        var (sure, rightWhereSure) = _sure[i];
        return new AbstentionReport(_below[i], new Rate(rows - sure, rows), new Rate(rightWhereSure, sure), new Rate(right - rightWhereSure, rows - sure));
    }

    private GroupReport GroupOf(string by, string name, Confusion group)
    {
        var yes = question.Yes is { } label ? question.Labels.TakeWhile(l => l != label).Count() : (int?)null;
        return new GroupReport(by, name, group.Rows, group.Rows < FewRows, group.Accuracy, yes is { } p ? group.Precision(p) : null, yes is { } r ? group.Recall(r) : null);
    }
}
