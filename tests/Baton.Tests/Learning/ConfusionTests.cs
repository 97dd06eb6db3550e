using Baton.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Learning;

public sealed class ConfusionTests
{
    private static readonly string[] Labels = ["a", "b", "c", "d"];

    [Fact]
    public void Figures_by_hand()
    {
        // a: 2 right, 1 taken for b. b: 1 right, 1 taken for a. c: said once, never meant. d: neither.
        var counts = Of((0, 0), (0, 0), (0, 1), (1, 1), (1, 0), (1, 2));

        counts.Accuracy.ShouldBe(new Rate(3, 6));
        counts.Precision(0).ShouldBe(new Rate(2, 3));
        counts.Recall(1).ShouldBe(new Rate(1, 3));
        counts.F1(0).ShouldBe(2.0 / 3, 1e-12);
        counts.F1(1).ShouldBe(0.4, 1e-12);
        counts.MacroF1.ShouldBe(((2.0 / 3) + 0.4) / 2, 1e-12);
        counts.Precision(3).Value.ShouldBeNull();
        counts[1, 2].ShouldBe(1);
    }

    [Fact]
    public void Every_row_is_counted_once_and_the_order_of_rows_changes_nothing() =>
        Prop.ForAll(Gen.Choose(0, 3).SelectMany(m => Gen.Choose(0, 3).Select(s => (m, s))).ArrayOf().ToArbitrary(), rows =>
        {
            var (counts, turned) = (Of(rows), Of([.. rows.Reverse()]));
            return Enumerable.Range(0, 4).Sum(counts.Meant) == rows.Length && Enumerable.Range(0, 4).Sum(counts.Said) == rows.Length
                && counts.MacroF1 is >= 0 and <= 1 && counts.MacroF1 == turned.MacroF1 && counts.Accuracy == turned.Accuracy;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calibration_is_perfect_only_when_confidence_is_kept_and_never_beyond_its_bounds() =>
        Prop.ForAll(Gen.Choose(0, 100).SelectMany(c => Gen.Elements(true, false).Select(r => (c, r))).ArrayOf().ToArbitrary(), rows =>
        {
            var reliability = new Reliability();
            foreach (var (confidence, right) in rows)
                reliability.Add(confidence / 100.0, right);
            return reliability.Error is >= 0 and <= 1 && reliability.Bins.Sum(b => b.Right.Of) == rows.Length && reliability.Bins.All(b => b.Confidence is not { } c || (c >= b.From - 1e-9 && c <= b.To + 1e-9));
        }).QuickCheckThrowOnFailure();

    private static Confusion Of(params (int Meant, int Said)[] rows)
    {
        var counts = new Confusion(Labels);
        foreach (var (meant, said) in rows)
            counts.Add(meant, said);
        return counts;
    }
}
