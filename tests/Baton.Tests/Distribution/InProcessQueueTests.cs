using Baton.Cases;
using Baton.Distribution;
using Baton.Tests.Contracts;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Distribution;

public sealed class InProcessQueueTests : IDisposable
{
    private readonly Signal _signal = new();
    private readonly InProcessQueue _queue;

    public InProcessQueueTests() => _queue = new InProcessQueue(_signal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _queue.Dispose();
        _signal.Dispose();
    }

    [Fact]
    public async Task More_pressing_cases_go_first_and_equals_in_the_order_they_came()
    {
        foreach (var (id, priority) in new[] { ("low", Priority.Low), ("first", Priority.High), ("second", Priority.High), ("critical", Priority.Critical) })
            await AnnounceAsync(id, priority);

        (await TakeAllAsync()).ShouldBe(["critical", "first", "second", "low"]);
    }

    [Fact]
    public async Task A_case_announced_twice_is_handed_out_once()
    {
        await AnnounceAsync("a");
        await AnnounceAsync("a");
        (await TakeAllAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_case_announced_while_it_runs_is_handed_out_again_after_it_is_done()
    {
        await AnnounceAsync("a");
        var running = await _queue.TakeAsync(Token);
        await AnnounceAsync("a");
        await AnnounceAsync("a");
        _queue.Depth.ShouldBe(0);

        _queue.Done(running);

        (await TakeAllAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_case_that_is_done_may_be_announced_anew()
    {
        await AnnounceAsync("a");
        (await TakeAllAsync()).ShouldBe(["a"]);
        await AnnounceAsync("a");
        (await TakeAllAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Whoever_waits_gets_the_next_case()
    {
        var waiting = _queue.TakeAsync(Token).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        await AnnounceAsync("a");
        (await waiting).CaseId.ShouldBe("a");
    }

    [Fact]
    public async Task No_case_is_lost_or_doubled_among_many_workers()
    {
        const int cases = 500;
        var taken = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var seen = 0;
        var workers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref seen) <= cases)
            {
                var wakeUp = await _queue.TakeAsync(Token);
                taken.AddOrUpdate(wakeUp.CaseId, 1, (_, n) => n + 1);
                _queue.Done(wakeUp);
            }
        }, Token)).ToList();
        await Parallel.ForAsync(0, cases, Token, async (i, _) => await AnnounceAsync($"c{i}"));
        await Task.WhenAll(workers);

        taken.Count.ShouldBe(cases);
        taken.Values.ShouldAllBe(n => n == 1);
    }

    [Fact]
    public async Task A_case_comes_along_once_and_only_for_so_many_that_wait()
    {
        var opened = Case.Open(SampleLife.Received("c", null));
        for (var i = 0; i < 1_025; i++)
            await _queue.AnnounceAsync(new WakeUp($"c{i}", Priority.Medium, opened), Token);
        var first = await _queue.TakeAsync(Token);
        await _queue.AnnounceAsync(first, Token);
        _queue.Done(first);

        var rest = new List<WakeUp>();
        while (_queue.Depth > 0)
            rest.Add(await _queue.TakeAsync(Token));

        first.Opened.ShouldBe(opened);
        rest.Where(w => w.Opened is null).Select(w => w.CaseId).ShouldBe(["c1024", "c0"]);
    }

    private ValueTask AnnounceAsync(string id, Priority priority = Priority.Medium) => _queue.AnnounceAsync(new WakeUp(id, priority), Token);

    private async Task<List<string>> TakeAllAsync()
    {
        var taken = new List<string>();
        while (_queue.Depth > 0)
        {
            var wakeUp = await _queue.TakeAsync(Token);
            taken.Add(wakeUp.CaseId);
            _queue.Done(wakeUp);
        }
        return taken;
    }
}
