using System.Globalization;
using Baton.Cases;
using Baton.Learning;

namespace Baton.Evaluation;

/// <summary>Gathers what a score's figures need: ranks need every pair, so that 16 bytes a row are kept.</summary>
internal sealed class ScoreTally(ScoreQuestion question)
{
    private readonly List<(double Meant, double Said)> _pairs = [];
    private readonly Groups<List<(double Meant, double Said)>> _groups = new(() => []);
    private readonly Mistakes _mistakes = new();
    private int _unanswered;

    public int Rows => _pairs.Count + _unanswered;

    public void Add(EvaluationRow row, Case c)
    {
        if (question.Meant(row) is not { } meant)
            return;
        if (question.Said(c) is not { } said)
        {
            _unanswered++;
            return;
        }
        _pairs.Add((meant, said));
        foreach (var group in _groups.Of(row))
            group.Add((meant, said));
        var apart = Math.Abs(question.MeantScale.Share(meant) - question.SaidScale.Share(said));
        if (apart > 0)
            _mistakes.Add(apart, question, row, c, question.Kind == ScoreKind.Ranking ? meant == 1 ? "yes" : "no" : Number(meant), $"{question.SaidName} {Number(said)}", null);
    }

    public ScoreReport Report()
    {
        var near = question.SaidScale.Most > 10 ? 10 : 1;
        var same = question.Kind == ScoreKind.SameScale && _pairs.Count > 0;
        var few = _pairs.Select(p => p.Meant).Distinct().Count() <= ScorePlot.MostLevels;
        return new ScoreReport
        {
            Label = question.Name,
            Mapping = question.Mapping,
            Said = question.SaidName,
            Rows = Rows,
            Unanswered = _unanswered,
            Pearson = question.Kind != ScoreKind.Ranking && Statistics.Pearson(_pairs) is { } r ? Intervals.OfPearson(r, _pairs.Count) : null,
            Spearman = question.Kind != ScoreKind.Ranking ? Rank(_pairs) : null,
            Auc = question.Kind == ScoreKind.Ranking ? Area(_pairs) : null,
            MeanError = same ? _pairs.Average(p => Math.Abs(p.Meant - p.Said)) : null,
            Near = same ? new Rate(_pairs.Count(p => Math.Abs(p.Meant - p.Said) <= near), _pairs.Count) : null,
            Levels = few ? ScorePlot.Levels(_pairs) : [],
            Spots = few ? [] : ScorePlot.Spots(_pairs, question.MeantScale, question.SaidScale),
            MeantScale = question.MeantScale,
            SaidScale = question.SaidScale,
            Groups = _groups.Reports(GroupOf),
            Mistakes = _mistakes.Gravest,
        };
    }

    private GroupReport GroupOf(string by, string name, List<(double Meant, double Said)> pairs) =>
        new(by, name, pairs.Count, pairs.Count < ChoiceTally.FewRows, Figure: question.Kind == ScoreKind.Ranking ? Area(pairs) : Rank(pairs));

    private static Estimate? Rank(List<(double Meant, double Said)> pairs) => Ranks.Spearman(pairs) is { } r ? Intervals.OfSpearman(r, pairs.Count) : null;

    private static Estimate? Area(List<(double Meant, double Said)> pairs) =>
        Ranks.Auc(pairs.ConvertAll(p => (p.Said, p.Meant == 1))) is { } auc ? Intervals.OfAuc(auc, pairs.Count(p => p.Meant == 1), pairs.Count(p => p.Meant != 1)) : null;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
