using Baton.Distribution;

namespace Baton.Tests.Distribution;

public sealed class SignalTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_any_number_of_times_it_is_seen_once()
    {
        using var signal = new Signal();
        signal.Set();
        signal.Set();
        await signal.WaitAsync(Second, new ManualTime(), Token);

        var time = new ManualTime();
        var second = signal.WaitAsync(Second, time, Token);
        second.IsCompleted.ShouldBeFalse();
        time.Advance(Second);
        await second;
    }

    [Fact]
    public async Task Setting_it_ends_the_wait_at_once()
    {
        using var signal = new Signal();
        var waiting = signal.WaitAsync(Second, new ManualTime(), Token);
        signal.Set();
        await waiting;
    }

    [Fact]
    public async Task A_stop_ends_the_wait_as_a_cancellation()
    {
        using var signal = new Signal();
        using var stop = new CancellationTokenSource();
        var waiting = signal.WaitAsync(Second, new ManualTime(), stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }
}
