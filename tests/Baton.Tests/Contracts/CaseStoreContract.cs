using System.Text;
using Baton.Cases;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Contracts;

/// <summary>
/// What every case store does. A store's own test class says how it is opened, and gets these tests; they are in files by what they are about.
/// </summary>
public abstract partial class CaseStoreContract : IAsyncLifetime
{
    private protected static readonly DateTimeOffset Now = SampleLife.Start;

    protected ICaseStore Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens the store, each time on the same data.</summary>
    protected abstract ValueTask<ICaseStore> OpenAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await OpenAsync();
    }

    protected async ValueTask CloseAsync()
    {
        if (Store is IAsyncDisposable later)
            await later.DisposeAsync();
        else
            (Store as IDisposable)?.Dispose();
    }

    /// <summary>Opens a case with these events after its first; the row is what they fold to.</summary>
    private protected async Task<Case> OpenCaseAsync(string id, params CaseEvent[] more) => await OpenCaseAsync(id, customer: null, runnable: null, more);

    private protected async Task<Case> OpenCaseAsync(string id, string? customer, bool? runnable, params CaseEvent[] more)
    {
        CaseEvent[] events = [SampleLife.Received(id, customer), .. more];
        var c = Case.Fold(null, events.Select((e, i) => new StoredEvent(i + 1, e)));
        var result = await Store.AppendAsync(new CaseAppend { CaseId = id, ExpectedVersion = 0, Events = events, Header = c.Header(), Runnable = runnable }, Token);
        result.ShouldBe(new AppendResult.Appended(events.Length));
        return c;
    }

    /// <summary>Appends to a case as a step would, and gives the case after it.</summary>
    private protected async Task<Case> AppendAsync(Case c, params CaseEvent[] events)
    {
        var after = events.Aggregate(c, (x, e) => x.Apply(e));
        var result = await Store.AppendAsync(new CaseAppend { CaseId = c.Id, ExpectedVersion = c.Version, Events = events, Header = after.Header() }, Token);
        result.ShouldBe(new AppendResult.Appended(after.Version));
        return after;
    }

    private protected Task<AppendResult> BookkeepAsync(string id, params CaseEvent[] events) =>
        Store.AppendAsync(new CaseAppend { CaseId = id, Events = events }, Token);

    private protected async Task<Case> ReadCaseAsync(string id)
    {
        var log = (await Store.ReadAsync(id, Token)).ShouldNotBeNull();
        return Case.Fold(log.Snapshot, log.Events);
    }

    private protected static void ShouldBeSame(IEnumerable<StoredEvent> stored, IReadOnlyList<CaseEvent> events)
    {
        var list = stored.ToList();
        list.Select(e => e.Version).ShouldBe(Enumerable.Range(1, events.Count).Select(v => (long)v));
        list.Select(e => Text(e.Event)).ShouldBe(events.Select(Text));
    }

    private static string Text(CaseEvent e) => $"{CaseEventCodec.NameOf(e)} {Encoding.UTF8.GetString(CaseEventCodec.Encode(e))}";
}
