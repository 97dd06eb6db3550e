using Baton.Learning;

namespace Baton.Tests.Learning;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(5, 0, 0.0625)]
    [InlineData(6, 0, 0.03125)]
    [InlineData(8, 2, 0.109375)]
    public void Chance_is_counted_exactly(int gained, int lost, double p) => Comparison.PValue(gained, lost).ShouldBe(p, 1e-9);

    [Fact]
    public void Thousands_of_changes_are_counted_too() => Comparison.PValue(5_200, 4_800).ShouldBe(6.6e-5, 1e-5);

    [Fact]
    public void Few_changes_prove_nothing_in_either_direction()
    {
        Comparison.Effect(4, 0).ShouldBe(Effect.CannotTell);
        Comparison.Effect(6, 0).ShouldBe(Effect.Helps);
        Comparison.Effect(1, 9).ShouldBe(Effect.Hurts);
        Comparison.Effect(50, 45).ShouldBe(Effect.CannotTell);
    }
}
