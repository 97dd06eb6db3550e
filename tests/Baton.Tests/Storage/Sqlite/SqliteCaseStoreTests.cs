using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Tests.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests.Storage.Sqlite;

public sealed class SqliteCaseStoreTests : CaseStoreContract
{
    private readonly TestDirectory _directory = new();

    protected override ValueTask<ICaseStore> OpenAsync() =>
        ValueTask.FromResult<ICaseStore>(SqliteCaseStore.Open(new SqliteStoreOptions { Directory = _directory.Path }, NullLogger.Instance, TimeProvider.System));

    [Fact]
    public async Task A_database_of_the_first_form_is_taken_over()
    {
        await OpenCaseAsync("T-1", SampleLife.Preserved("T-1", ["refund", "invoic", "card"]), new TimerSet(TimerKind.FollowUp, Now.AddMinutes(5)) { At = Now });
        await ((SqliteCaseStore)Store).WriteAsync((connection, _) =>
        {
            connection.Execute("""
                DROP INDEX cases_by_deadline;
                CREATE INDEX cases_by_deadline ON cases (deadline) WHERE resolved = 0;
                CREATE INDEX timers_by_due ON timers (due);
                CREATE TABLE issue_words (word TEXT PRIMARY KEY, newest BLOB NOT NULL) WITHOUT ROWID;
                DROP INDEX events_verdicts;
                PRAGMA user_version = 1;
                """);
            return true;
        }, Token);

        await ReopenAsync();

        (await Store.FindSimilarIssuesAsync(["refund", "invoic", "card"], "x", 5, Token)).ShouldHaveSingleItem();
        (await Store.FindDueTimersAsync(Now.AddMinutes(5), 10, Token)).ShouldHaveSingleItem();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Dispose();
    }
}
