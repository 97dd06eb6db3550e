using Baton.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Learning;

public sealed class FiguresOfRanksTests
{
    // Few values, so that many are equal.
    private static readonly Arbitrary<(int X, int Y)[]> Pairs =
        Gen.Choose(0, 6).SelectMany(x => Gen.Choose(0, 6).Select(y => (x, y))).ArrayOf().ToArbitrary();

    [Fact]
    public void Equal_values_share_the_middle_of_their_ranks() => Ranks.Of([10, 30, 20, 20, 5]).ShouldBe([2, 5, 3.5, 3.5, 1]);

    [Fact]
    public void Spearman_is_Pearsons_of_the_ranks_with_ties_too()
    {
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
        Ranks.Spearman([(1, 1), (2, 2), (2, 3), (3, 4)])!.Value.ShouldBe(4.5 / Math.Sqrt(22.5), 1e-12);
        Ranks.Spearman([(1, 1), (2, 8), (3, 27)])!.Value.ShouldBe(1, 1e-12);
        Ranks.Spearman([(1, 2), (2, 2)]).ShouldBeNull();
    }

    [Fact]
    public void A_tie_counts_half_in_the_area_under_the_curve()
    {
        // Of the four pairs three are in order and one is a tie.
        Ranks.Auc([(3, true), (2, true), (2, false), (1, false)])!.Value.ShouldBe(3.5 / 4);
        Ranks.Auc([(1, true), (1, false), (1, false)])!.Value.ShouldBe(0.5);
        Ranks.Auc([(1, true)]).ShouldBeNull();
    }

    [Fact]
    public void The_order_of_the_rows_changes_no_figure() =>
        Prop.ForAll(Pairs, rows =>
        {
            (int X, int Y)[] turned = [.. rows.Skip(rows.Length / 3).Concat(rows.Take(rows.Length / 3)).Reverse()];
            return Near(Ranks.Spearman(Of(rows)), Ranks.Spearman(Of(turned))) && Near(Ranks.Auc(Split(rows)), Ranks.Auc(Split(turned)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_stay_within_their_bounds() =>
        Prop.ForAll(Pairs, rows => Ranks.Spearman(Of(rows)) is null or (>= -1.000001 and <= 1.000001) && Ranks.Auc(Split(rows)) is null or (>= 0 and <= 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Stretching_a_scale_changes_nothing_and_turning_it_round_turns_the_figure() =>
        Prop.ForAll(Pairs, rows =>
        {
            (int X, int Y)[] stretched = [.. rows.Select(r => (r.X * r.X * r.X, r.Y))];
            (int X, int Y)[] turned = [.. rows.Select(r => (-r.X, r.Y))];
            return Near(Ranks.Spearman(Of(rows)), Ranks.Spearman(Of(stretched))) && Near(Ranks.Spearman(Of(rows)), -Ranks.Spearman(Of(turned)))
                && Near(Ranks.Auc(Split(rows)), Ranks.Auc(Split(stretched))) && Near(Ranks.Auc(Split(rows)), 1 - Ranks.Auc(Split(turned)));
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<(double, double)> Of((int X, int Y)[] rows) => [.. rows.Select(r => ((double)r.X, (double)r.Y))];

    private static IReadOnlyList<(double, bool)> Split((int X, int Y)[] rows) => [.. rows.Select(r => ((double)r.X, r.Y > 3))];

    private static bool Near(double? a, double? b) => a is null ? b is null : Math.Abs(a.Value - b!.Value) < 1e-9;
}
