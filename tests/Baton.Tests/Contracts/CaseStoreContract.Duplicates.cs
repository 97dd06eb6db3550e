using Baton.Cases;

namespace Baton.Tests.Contracts;

public abstract partial class CaseStoreContract
{
    private Task<AppendResult> OpenWithAsync(string id, DedupKeys keys) =>
        Store.AppendAsync(new CaseAppend { CaseId = id, ExpectedVersion = 0, Events = [SampleLife.Received(id)], Dedup = keys }, Token);

    [Fact]
    public async Task The_same_idempotency_key_is_the_same_ticket()
    {
        await OpenWithAsync("T-1", new DedupKeys("key-1", null, null, "h1"));
        (await OpenWithAsync("T-2", new DedupKeys("key-1", null, null, "h1"))).ShouldBe(new AppendResult.Duplicate("T-1", true, KnownBy.IdempotencyKey));
        (await OpenWithAsync("T-3", new DedupKeys("key-1", null, null, "h2"))).ShouldBe(new AppendResult.Duplicate("T-1", false, KnownBy.IdempotencyKey));
        (await Store.ReadAsync("T-2", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_id_in_the_same_source_is_the_same_ticket()
    {
        await OpenWithAsync("T-1", new DedupKeys(null, "zendesk", "4711", "h1"));
        (await OpenWithAsync("T-2", new DedupKeys("other", "zendesk", "4711", "h1"))).ShouldBe(new AppendResult.Duplicate("T-1", true, KnownBy.ExternalId));
        (await OpenWithAsync("T-3", new DedupKeys(null, "freshdesk", "4711", "h1"))).ShouldBe(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task A_second_ticket_under_a_taken_id_is_told_from_a_repeated_one()
    {
        await OpenWithAsync("T-1", new DedupKeys(null, null, null, "h1"));
        (await OpenWithAsync("T-1", new DedupKeys(null, null, null, "h1"))).ShouldBe(new AppendResult.Duplicate("T-1", true, KnownBy.Id));
        (await OpenWithAsync("T-1", new DedupKeys(null, null, null, "h2"))).ShouldBe(new AppendResult.Duplicate("T-1", false, KnownBy.Id));
    }

    [Fact]
    public async Task A_source_and_id_that_only_look_alike_when_joined_are_two()
    {
        await OpenWithAsync("T-1", new DedupKeys(null, "a|b", "c", "h1"));
        (await OpenWithAsync("T-2", new DedupKeys(null, "a", "b|c", "h1"))).ShouldBe(new AppendResult.Appended(1));
    }

    [Fact]
    public async Task Of_many_openings_at_once_with_one_key_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(n => Task.Run(() => OpenWithAsync($"T-{n}", new DedupKeys("key", null, null, "h")))));

        var winner = results.Select((r, n) => (r, n)).Single(x => x.r is AppendResult.Appended).n;
        results.OfType<AppendResult.Duplicate>().ShouldAllBe(d => d.CaseId == $"T-{winner}" && d.SameContent);
        results.OfType<AppendResult.Duplicate>().Count().ShouldBe(31);
    }

    [Fact]
    public async Task Duplicates_are_known_after_a_restart()
    {
        await OpenWithAsync("T-1", new DedupKeys("key-1", "api", "9", "h1"));
        await ReopenAsync();
        (await OpenWithAsync("T-2", new DedupKeys("key-1", null, null, "h1"))).ShouldBe(new AppendResult.Duplicate("T-1", true, KnownBy.IdempotencyKey));
    }
}
