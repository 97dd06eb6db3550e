using Baton.Learning;

namespace Baton.Tests.Learning;

public sealed class StatisticsTests
{
    [Fact]
    public void Correlation_is_one_on_a_line_and_unknown_where_nothing_varies()
    {
        Statistics.Pearson([(1, 10), (2, 20), (3, 30)])!.Value.ShouldBe(1, 1e-12);
        Statistics.Pearson([(1, 3), (2, 2), (3, 1)])!.Value.ShouldBe(-1, 1e-12);
        Statistics.Pearson([(1, 5), (2, 5)]).ShouldBeNull();
        Statistics.Pearson([(1, 5)]).ShouldBeNull();
    }

    [Fact]
    public void F1_counts_what_was_missed_as_much_as_what_was_wrong()
    {
        Statistics.F1(hit: 6, wrong: 2, missed: 4).ShouldBe(2 * 0.75 * 0.6 / (0.75 + 0.6), 1e-12);
        Statistics.F1(0, 3, 3).ShouldBe(0);
    }

    [Fact]
    public void Confidence_that_is_kept_costs_nothing_and_boasting_costs_its_excess()
    {
        Statistics.CalibrationError([.. Enumerable.Range(0, 10).Select(i => (0.7, i < 7))]).ShouldBe(0, 1e-12);
        Statistics.CalibrationError([.. Enumerable.Range(0, 10).Select(i => (0.95, i < 5))]).ShouldBe(0.45, 1e-12);
    }
}
