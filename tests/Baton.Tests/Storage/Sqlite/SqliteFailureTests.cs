using System.Diagnostics;
using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Tests.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests.Storage.Sqlite;

public sealed class SqliteFailureTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Database => _directory.File("baton.db");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task When_the_disk_is_full_appends_are_refused_whole_and_go_on_when_there_is_space_again()
    {
        using var store = Open(_directory.Path);
        await SetMaxPagesAsync(store, 60);

        var (kept, failure) = await FillAsync(store);

        failure.Reason.ShouldBe(StoreFailure.DiskFull);
        failure.Message.ShouldContain(Database);
        (await Should.ThrowAsync<StoreUnavailableException>(OpenCaseAsync(store, "one-more"))).Reason.ShouldBe(StoreFailure.DiskFull);

        await SetMaxPagesAsync(store, 1_000_000);
        (await OpenCaseAsync(store, "one-more")).ShouldBe(new AppendResult.Appended(2));
        await ShouldHoldAsync(store, kept);
    }

    [Fact]
    public async Task A_disk_that_fills_under_it_loses_nothing_that_was_acknowledged()
    {
        var mount = _directory.File("small");
        Directory.CreateDirectory(mount);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", mount), "only root can mount a small disk");
        try
        {
            var ballast = Path.Combine(mount, "ballast");
            await File.WriteAllBytesAsync(ballast, new byte[1 << 20], Token);
            using (var store = Open(mount))
            {
                var (kept, failure) = await FillAsync(store);
                failure.Reason.ShouldBe(StoreFailure.DiskFull);

                File.Delete(ballast);
                (await OpenCaseAsync(store, "one-more")).ShouldBe(new AppendResult.Appended(2));
                await ShouldHoldAsync(store, kept);
            }
            using var reopened = Open(mount);
            (await reopened.ReadAsync("one-more", Token)).ShouldNotBeNull();
        }
        finally
        {
            Run("umount", mount).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Of_a_group_only_the_one_that_broke_fails_and_its_lease_is_taken_back()
    {
        using var store = Open(_directory.Path);
        await OpenCaseAsync(store, "T-1");
        var now = SampleLife.Start;

        var broken = store.WriteAsync<bool>((_, memory) => memory.Leases.TryTake("T-1", "a", now, now.AddHours(1)) ? throw new InvalidOperationException("broken") : false, Token);
        var others = Enumerable.Range(0, 20).Select(n => OpenCaseAsync(store, $"G-{n}")).ToArray();

        (await Task.WhenAll(others)).ShouldAllBe(r => r is AppendResult.Appended);
        (await Should.ThrowAsync<InvalidOperationException>(broken)).Message.ShouldBe("broken");
        (await store.TryLeaseAsync("T-1", "b", now, now.AddHours(1), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_log_whose_end_was_torn_off_gives_the_appends_before_it_and_no_half_of_one()
    {
        using var torn = new TestDirectory();
        using (var store = Open(_directory.Path))
        {
            foreach (var n in Enumerable.Range(0, 40))
                await OpenCaseAsync(store, $"T-{n:00}");
            File.Copy(Database, torn.File("baton.db"));
            File.Copy(Database + "-wal", torn.File("baton.db-wal"));
        }
        using (var log = File.OpenWrite(torn.File("baton.db-wal")))
            log.SetLength(log.Length * 2 / 3 + 123);

        using var reopened = Open(torn.Path);
        var there = new List<bool>();
        foreach (var n in Enumerable.Range(0, 40))
        {
            var events = await reopened.ReadEventsAsync($"T-{n:00}", 0, Token);
            there.Add(events is not null);
            events?.Count.ShouldBe(2);
        }
        var kept = there.Count(t => t);
        kept.ShouldBeInRange(1, 39);
        there.ShouldBe(Enumerable.Repeat(true, kept).Concat(Enumerable.Repeat(false, 40 - kept)));
        (await reopened.ListAsync(new CaseQuery { Limit = 100 }, Token)).Items.Count.ShouldBe(kept);
        (await reopened.FindDueTimersAsync(DateTimeOffset.MaxValue, 100, Token)).Count.ShouldBe(kept);
        (await OpenCaseAsync(reopened, "new")).ShouldBe(new AppendResult.Appended(2));
    }

    [Fact]
    public void A_second_process_is_told_which_directory_is_taken()
    {
        using var first = Open(_directory.Path);
        var refused = Should.Throw<StoreUnavailableException>(() => Open(_directory.Path));
        refused.Reason.ShouldBe(StoreFailure.Locked);
        refused.Message.ShouldContain(_directory.Path);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("not a database ", 1000));
        File.WriteAllText(Database, text);

        var refused = Should.Throw<StoreUnavailableException>(() => Open(_directory.Path));

        refused.Reason.ShouldBe(StoreFailure.Corrupt);
        refused.Message.ShouldContain("backup");
        File.ReadAllText(Database).ShouldBe(text);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public async Task A_database_that_lost_its_end_is_not_opened(double share)
    {
        using (var store = Open(_directory.Path))
            await Task.WhenAll(Enumerable.Range(0, 200).Select(n => OpenCaseAsync(store, $"T-{n}")));
        using (var file = File.OpenWrite(Database))
            file.SetLength((long)(file.Length * share));

        Should.Throw<StoreUnavailableException>(() => Open(_directory.Path)).Reason.ShouldBe(StoreFailure.Corrupt);
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_named()
    {
        File.WriteAllText(_directory.File("plain"), "");
        var refused = Should.Throw<StoreUnavailableException>(() => Open(_directory.File("plain/data")));
        refused.Reason.ShouldBe(StoreFailure.ReadOnly);
        refused.Message.ShouldContain(_directory.File("plain/data"));
    }

    [Fact]
    public async Task A_database_of_a_newer_Baton_is_refused()
    {
        using (var store = Open(_directory.Path))
        {
            await store.WriteAsync((connection, _) =>
            {
                connection.Execute("PRAGMA user_version = 999");
                return true;
            }, Token);
        }
        Should.Throw<StoreUnavailableException>(() => Open(_directory.Path)).Reason.ShouldBe(StoreFailure.TooNew);
    }

    [Fact]
    public void A_store_that_could_not_be_opened_gives_its_directory_back()
    {
        File.WriteAllText(Database, "not a database");
        Should.Throw<StoreUnavailableException>(() => Open(_directory.Path));
        File.Delete(Database);
        Open(_directory.Path).Dispose();
    }

    private static SqliteCaseStore Open(string directory) =>
        SqliteCaseStore.Open(new SqliteStoreOptions { Directory = directory }, NullLogger.Instance, TimeProvider.System);

    private static Task<AppendResult> OpenCaseAsync(SqliteCaseStore store, string id) => store.AppendAsync(new CaseAppend
    {
        CaseId = id,
        ExpectedVersion = 0,
        Events = [SampleLife.Received(id), new TimerSet(TimerKind.FollowUp, SampleLife.Start) { At = SampleLife.Start }],
    }, Token);

    // Opens cases until the store refuses; gives those that it took.
    private static async Task<(List<string> Kept, StoreUnavailableException Failure)> FillAsync(SqliteCaseStore store)
    {
        var kept = new List<string>();
        while (true)
        {
            try
            {
                await OpenCaseAsync(store, $"T-{kept.Count}");
                kept.Add($"T-{kept.Count}");
            }
            catch (StoreUnavailableException e)
            {
                return (kept, e);
            }
            kept.Count.ShouldBeLessThan(100_000);
        }
    }

    private static async Task ShouldHoldAsync(SqliteCaseStore store, List<string> ids)
    {
        ids.Count.ShouldBeGreaterThan(10);
        foreach (var id in ids)
            (await store.ReadEventsAsync(id, 0, Token)).ShouldNotBeNull().Count.ShouldBe(2);
    }

    private static Task<bool> SetMaxPagesAsync(SqliteCaseStore store, int pages) => store.WriteAsync((connection, _) =>
    {
        connection.Sql($"PRAGMA max_page_count = {pages}").Number();
        return true;
    }, Token);

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(command, arguments);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
