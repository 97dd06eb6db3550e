using Baton.Distribution;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Distribution;

public sealed class RetryScheduleTests
{
    [Fact]
    public void A_delay_is_never_negative_never_over_an_hour_and_never_before_what_the_other_side_asked() =>
        Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), Gen.Choose(0, 7200).ToArbitrary(), (attempts, jitter, asked) =>
        {
            var free = RetrySchedule.Delay(attempts, null, jitter / 1000.0);
            free.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromHours(1));
            free.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, 30))));
            var wanted = TimeSpan.FromSeconds(asked);
            RetrySchedule.Delay(attempts, wanted, jitter / 1000.0).ShouldBe(wanted > free ? wanted : free);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_ceiling_doubles_up_to_an_hour()
    {
        var ceilings = Enumerable.Range(1, RetrySchedule.MostAttempts).Select(n => RetrySchedule.Delay(n, null, 1)).ToList();

        ceilings[..3].ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]);
        ceilings[^1].ShouldBe(TimeSpan.FromHours(1));
        ceilings.ShouldBeInOrder();
    }
}
