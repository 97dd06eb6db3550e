using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>How right a choice is: share of rows right, and the mean over labels of F1, which counts a rare label as much as a common one.</summary>
public sealed record ChoiceFigures(string Judgement, int Rows, double Accuracy, double MacroF1, double CalibrationError);

/// <summary>How right a yes or no is.</summary>
public sealed record FlagFigures(string Judgement, int Rows, int Meant, double Precision, double Recall, double F1);

/// <summary>What a model gets right on rows that it was neither trained nor calibrated on.</summary>
public sealed record ModelFigures(IReadOnlyList<ChoiceFigures> Choices, IReadOnlyList<FlagFigures> Flags, double? FrustrationPearson)
{
    internal static ModelFigures Of(LocalModel model, IReadOnlyList<LabelledTicket> tickets)
    {
        var judged = tickets.Select(Examples.Read).Select(r => model.Judge(r.Reading, r.HasSubject)).ToList();
        var targets = tickets.Select(Examples.Targets).ToList();
        return new ModelFigures(
            [.. Heads.All.Where(h => h.Kind == HeadKind.Choice).Select(h => Choice(h, judged, targets))],
            [.. Heads.All.Where(h => h.Kind == HeadKind.Flags).SelectMany(h => Enumerable.Range(0, h.Count).Select(i => Flag(h, i, judged, targets)))],
            Statistics.Pearson([.. Examples.Known(Heads.Frustration.First, targets).Select(r => (judged[r].Of(Heads.Frustration), (double)targets[r][Heads.Frustration.First]))]));
    }

    private static ChoiceFigures Choice(Head head, List<Judgement> judged, List<float[]> targets)
    {
        var rows = Examples.Known(head.First, targets);
        var pairs = rows.Select(r => (Said: judged[r].Best(head), Meant: Enumerable.Range(0, head.Count).First(i => targets[r][head.First + i] > 0.5))).ToList();
        var confusion = new Confusion(head.Labels);
        foreach (var (said, meant) in pairs)
            confusion.Add(meant, said.Label);
        return new ChoiceFigures(head.Name, rows.Count, confusion.Accuracy.Value ?? 0, confusion.MacroF1, Statistics.CalibrationError([.. pairs.Select(p => (p.Said.Confidence, p.Said.Label == p.Meant))]));
    }

    private static FlagFigures Flag(Head head, int label, List<Judgement> judged, List<float[]> targets)
    {
        var rows = Examples.Known(head.First + label, targets);
        var hit = rows.Count(r => judged[r].Raised(head, label) && targets[r][head.First + label] > 0.5);
        var wrong = rows.Count(r => judged[r].Raised(head, label)) - hit;
        var meant = rows.Count(r => targets[r][head.First + label] > 0.5);
        return new FlagFigures(head.Labels[label], rows.Count, meant, hit + wrong == 0 ? 0 : (double)hit / (hit + wrong), meant == 0 ? 0 : (double)hit / meant, Statistics.F1(hit, wrong, meant - hit));
    }
}
