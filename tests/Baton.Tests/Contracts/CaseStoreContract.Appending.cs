using Baton.Cases;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Contracts;

public abstract partial class CaseStoreContract
{
    [Fact]
    public async Task Every_kind_of_event_comes_back_as_it_was_stored()
    {
        var events = SampleLife.OfEveryKind("T-1");
        events.Select(CaseEventCodec.NameOf).Order().ShouldBe(CaseEventCodec.Names.Order());
        await OpenCaseAsync("T-1", [.. events.Skip(1)]);

        ShouldBeSame((await Store.ReadEventsAsync("T-1", 0, Token)).ShouldNotBeNull(), events);
        (await Store.ReadEventsAsync("T-1", 3, Token)).ShouldNotBeNull().Select(e => e.Version).First().ShouldBe(4);
    }

    [Fact]
    public async Task An_event_that_this_version_does_not_know_is_kept_as_it_came()
    {
        var unknown = CaseEventCodec.Decode("mood_improved", """{"at":"2026-03-02T10:00:00Z","by":7}"""u8);
        await OpenCaseAsync("T-1", unknown);

        ShouldBeSame((await Store.ReadEventsAsync("T-1", 0, Token)).ShouldNotBeNull(), [SampleLife.Received("T-1"), unknown]);
    }

    [Fact]
    public async Task A_case_that_nobody_opened_is_not_there()
    {
        (await Store.ReadAsync("T-1", Token)).ShouldBeNull();
        (await Store.ReadEventsAsync("T-1", 0, Token)).ShouldBeNull();
        (await BookkeepAsync("T-1", new SurveySent { At = Now })).ShouldBe(new AppendResult.NotFound());
        (await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 3, Events = [new SurveySent { At = Now }] }, Token)).ShouldBe(new AppendResult.NotFound());
    }

    [Fact]
    public async Task Who_appends_to_an_old_version_is_told_what_was_missed()
    {
        var c = await OpenCaseAsync("T-1");
        await AppendAsync(c, SampleLife.Gathered(), SampleLife.Classified());

        var result = await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 1, Events = [SampleLife.Analysed()] }, Token);

        var conflict = result.ShouldBeOfType<AppendResult.Conflict>();
        conflict.Version.ShouldBe(3);
        conflict.Missed.Select(m => m.Event.GetType()).ShouldBe([typeof(ContextGathered), typeof(TicketClassified)]);
        (await ReadCaseAsync("T-1")).Version.ShouldBe(3);
    }

    [Fact]
    public async Task An_expected_version_that_is_yet_to_come_is_a_conflict()
    {
        await OpenCaseAsync("T-1");
        var result = await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 5, Events = [SampleLife.Analysed()] }, Token);
        result.ShouldBeOfType<AppendResult.Conflict>().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Of_64_appenders_at_once_none_loses_a_version_and_none_doubles_one()
    {
        await OpenCaseAsync("T-1");
        await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(() => AppendUntilItWorksAsync("T-1", $"a{n}"))));

        var events = (await Store.ReadEventsAsync("T-1", 0, Token)).ShouldNotBeNull();
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 65).Select(v => (long)v));
        events.Skip(1).Select(e => ((NoteAdded)e.Event).By).Order().ShouldBe(Enumerable.Range(0, 64).Select(n => $"a{n}").Order());
    }

    [Fact]
    public async Task Appends_without_an_expected_version_all_find_their_place()
    {
        await OpenCaseAsync("T-1");
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => BookkeepAsync("T-1", new NoteAdded($"a{n}", "x") { At = Now }))));

        results.Select(r => ((AppendResult.Appended)r).Version).Order().ShouldBe(Enumerable.Range(2, 50).Select(v => (long)v));
        (await ReadCaseAsync("T-1")).Version.ShouldBe(51);
    }

    [Fact]
    public async Task An_append_that_breaks_leaves_nothing_and_those_beside_it_go_on()
    {
        await OpenCaseAsync("T-1");
        // The codec has no name for this one, so the append breaks; the others must not notice.
        var broken = Task.Run(() => BookkeepAsync("T-1", new NoteAdded("x", "x") { At = Now }, new Undeclared { At = Now }));
        var good = Enumerable.Range(0, 30).Select(n => Task.Run(() => OpenCaseAsync($"G-{n}"))).ToArray();

        await Task.WhenAll(good);
        await Should.ThrowAsync<Exception>(broken);
        (await ReadCaseAsync("T-1")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_snapshot_is_read_with_the_events_after_it()
    {
        var c = await OpenCaseAsync("T-1", SampleLife.Gathered());
        var classified = c.Apply(SampleLife.Classified());
        await Store.AppendAsync(new CaseAppend { CaseId = "T-1", ExpectedVersion = 2, Events = [SampleLife.Classified()], Header = classified.Header(), Snapshot = classified }, Token);
        var after = await AppendAsync(classified, SampleLife.Analysed(), SampleLife.Decided());

        var log = (await Store.ReadAsync("T-1", Token)).ShouldNotBeNull();

        log.Snapshot.ShouldNotBeNull().Version.ShouldBe(3);
        log.Events.Select(e => e.Version).ShouldBe([4, 5]);
        Case.Fold(log.Snapshot, log.Events).Header().Keywords.ShouldBe(after.Header().Keywords);
        Case.Fold(log.Snapshot, log.Events).Decision!.PrimaryReason.ShouldBe(after.Decision!.PrimaryReason);
    }

    [Fact]
    public async Task Everything_is_there_after_the_store_was_closed_and_opened()
    {
        foreach (var n in Enumerable.Range(0, 20))
            await OpenCaseAsync($"T-{n}", SampleLife.Gathered(), SampleLife.Classified());
        await ReopenAsync();

        foreach (var n in Enumerable.Range(0, 20))
            (await ReadCaseAsync($"T-{n}")).Version.ShouldBe(3);
        await Store.CheckAsync(Token);
    }

    private async Task AppendUntilItWorksAsync(string id, string by)
    {
        var version = 1L;
        while (true)
        {
            var result = await Store.AppendAsync(new CaseAppend { CaseId = id, ExpectedVersion = version, Events = [new NoteAdded(by, "x") { At = Now }] }, Token);
            if (result is AppendResult.Appended)
                return;
            var conflict = result.ShouldBeOfType<AppendResult.Conflict>();
            conflict.Missed.Count.ShouldBe((int)(conflict.Version - version));
            version = conflict.Version;
        }
    }

    private sealed record Undeclared : CaseEvent;
}
