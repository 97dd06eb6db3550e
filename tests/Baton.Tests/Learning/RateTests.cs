using Baton.Learning;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Learning;

public sealed class RateTests
{
    [Theory]
    [InlineData(8, 10, 0.4902, 0.9433)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_Wilsons(int hits, int of, double low, double high)
    {
        var rate = new Rate(hits, of);
        rate.Low.ShouldBe(low, 0.00006);
        rate.High.ShouldBe(high, 0.00006);
    }

    [Fact]
    public void Of_nothing_there_is_no_share() => new Rate(0, 0).Value.ShouldBeNull();

    [Fact]
    public void The_share_lies_in_its_interval_and_more_rows_make_it_narrower()
    {
        var rates = from of in Gen.Choose(1, 500) from hits in Gen.Choose(0, of) select new Rate(hits, of);
        Prop.ForAll(rates.ToArbitrary(), r =>
        {
            var more = new Rate(r.Hits * 4, r.Of * 4);
            return 0 <= r.Low && r.Low <= r.Value && r.Value <= r.High && r.High <= 1 && more.High - more.Low < r.High - r.Low;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Intervals_of_other_figures_are_those_of_the_books()
    {
        // Fisher: tanh(atanh 0.5 ± 1.96 / √25).
        Intervals.OfPearson(0.5, 28).Low.ShouldBe(0.1560, 0.0001);
        Intervals.OfPearson(0.5, 28).High.ShouldBe(0.7358, 0.0001);
        // The example of Hanley and McNeil: a standard error of 0.032.
        Intervals.OfAuc(0.893, 51, 58).Low.ShouldBe(0.893 - (1.96 * 0.0325), 0.0002);
        // Hits are 6 of 12, 0.2538 to 0.7462 by Wilson; F1 is 2J / (1 + J).
        Intervals.OfF1(6, 2, 4).ShouldSatisfyAllConditions(f => f.Value.ShouldBe(2.0 / 3, 1e-9), f => f.Low.ShouldBe(0.4048, 0.0001), f => f.High.ShouldBe(0.8547, 0.0001));
    }

    [Fact]
    public void What_is_perfect_or_tiny_still_has_an_interval()
    {
        Intervals.OfPearson(1, 10).ShouldSatisfyAllConditions(e => e.High.ShouldBe(1, 1e-9), e => e.Low.ShouldBeLessThanOrEqualTo(1));
        Intervals.OfSpearman(0.3, 3).ShouldBe(new Estimate(0.3, -1, 1));
        Intervals.OfAuc(1, 1, 1).ShouldBe(new Estimate(1, 1, 1));
        Intervals.OfF1(0, 0, 0).ShouldBe(new Estimate(0, 0, 1));
    }
}
