using Baton.Cases;
using Baton.Intake;
using Microsoft.Extensions.Logging;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// The embedded store: one file, one writer that commits the appends of many cases together, readers beside it.
/// It has its directory to itself; leases end with the process.
/// </summary>
public sealed partial class SqliteCaseStore : ICaseStore, IDisposable
{
    private readonly DirectoryLock _lock;
    private readonly Connection _connection;
    private readonly WriterMemory _memory = new();
    private readonly RecentIssues _issues = new();
    private readonly GroupWriter _writer;
    private readonly ReadPool _readers;
    private readonly TimeProvider _time;
    private bool _disposed;

    private SqliteCaseStore(DirectoryLock directory, Connection connection, ILogger logger, TimeProvider time)
    {
        (_lock, _connection, _time) = (directory, connection, time);
        IssueRows.Load(connection, _memory.Issues);
        _writer = new GroupWriter(connection, _memory, logger);
        _readers = new ReadPool(connection.File);
    }

    /// <summary>Transactions committed since the store was opened; many appends share one.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Opens the store of a directory, or makes it.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be had; the message says why and what to do.</exception>
    public static SqliteCaseStore Open(SqliteStoreOptions options, ILogger logger, TimeProvider time)
    {
        var directory = DirectoryLock.Take(options.Directory);
        try
        {
            var connection = DatabaseFile.Open(Path.Combine(options.Directory, "baton.db"), options.Durable);
            LogOpened(logger, connection.File, NativeSqlite.Version, NativeSqlite.FromSystem ? "system" : "packaged");
            return new SqliteCaseStore(directory, connection, logger, time);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    public async Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        var prepared = new PreparedAppend(append);
        var written = await WriteAsync((connection, memory) => Appender.Write(connection, memory, prepared), cancellationToken).ConfigureAwait(false);
        return written switch
        {
            Written.Done done => done.Result,
            Written.Behind behind => await _readers.Read(c => Conflict(c, behind, append.ExpectedVersion ?? 0), cancellationToken).ConfigureAwait(false),
            _ => throw new InvalidOperationException($"no answer for {written.GetType().Name}"),
        };
    }

    public Task<CaseLog?> ReadAsync(string caseId, CancellationToken cancellationToken) => _readers.Read(connection =>
    {
        if (CaseRows.FindKey(connection, caseId) is not { } key)
            return null;
        var snapshot = EventRows.ReadSnapshot(connection, key);
        return new CaseLog(snapshot, EventRows.Read(connection, key, snapshot?.Version ?? 0), _memory.Leases.Of(caseId));
    }, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>?> ReadEventsAsync(string caseId, long afterVersion, CancellationToken cancellationToken) =>
        _readers.Read<IReadOnlyList<StoredEvent>?>(c => CaseRows.FindKey(c, caseId) is { } key ? EventRows.Read(c, key, afterVersion) : null, cancellationToken);

    public Task<CaseEvent?> FindLastAsync(string caseId, string eventName, CancellationToken cancellationToken) =>
        _readers.Read(c => CaseRows.FindKey(c, caseId) is { } key ? EventRows.FindLast(c, key, eventName) : null, cancellationToken);

    public Task<IReadOnlyList<LoggedVerdict>> FindVerdictsAsync(long after, int limit, CancellationToken cancellationToken) =>
        _readers.Read(c => EventRows.Verdicts(c, after, limit), cancellationToken);

    public Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancellationToken) => _readers.Read(c => CaseList.Read(c, query), cancellationToken);

    public Task<IReadOnlyList<PastCase>> FindPastCasesAsync(string customerKey, string exceptCaseId, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        _readers.Read(c => CaseSearches.PastCases(c, customerKey, exceptCaseId, since, limit), cancellationToken);

    public Task<IReadOnlyList<PreservedIssue>> FindSimilarIssuesAsync(IReadOnlyList<string> keywords, string exceptCaseId, int limit, CancellationToken cancellationToken) =>
        _readers.Read(c => IssueRows.FindSimilar(c, _memory.Issues, _issues, keywords, exceptCaseId, limit), cancellationToken);

    public Task<OutcomeCounts> CountOutcomesAsync(Category category, CancellationToken cancellationToken) =>
        _readers.Read(c => CaseSearches.Outcomes(c, category), cancellationToken);

    public Task<int> CountWaitingAsync(string team, CancellationToken cancellationToken) => _readers.Read(c => CaseSearches.Waiting(c, team), cancellationToken);

    public Task<bool> TryLeaseAsync(string caseId, string node, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        WriteAsync((connection, memory) => CaseRows.FindKey(connection, caseId) is not null && memory.Leases.TryTake(caseId, node, now, until), cancellationToken);

    public Task<IReadOnlyList<string>> LeaseRunnableAsync(string node, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        WriteAsync((connection, memory) => CaseSearches.LeaseRunnable(connection, memory.Leases, node, now, until, limit), cancellationToken);

    public Task ReleaseLeasesAsync(string node, CancellationToken cancellationToken) => WriteAsync((_, memory) =>
    {
        memory.Leases.Release(node);
        return true;
    }, cancellationToken);

    public Task<IReadOnlyList<string>> FindStuckAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        _readers.Read(c => CaseSearches.Stuck(c, before, limit), cancellationToken);

    public Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        _readers.Read(c => TimerRows.Due(c, now, limit), cancellationToken);

    public Task<DateTimeOffset?> NextTimerAsync(CancellationToken cancellationToken) => _readers.Read(TimerRows.Next, cancellationToken);

    public async Task<IReadOnlyList<ClaimedMessage>> ClaimMessagesAsync(DateTimeOffset now, int mailsPerHour, int limit, CancellationToken cancellationToken)
    {
        var claims = await WriteAsync((connection, memory) => OutboxClaim.Run(connection, memory.Messages, now, mailsPerHour, limit), cancellationToken).ConfigureAwait(false);
        return claims.All(claim => claim.Message is not null)
            ? [.. claims.Select(claim => Claimed(claim, claim.Message!))]
            : await _readers.Read<IReadOnlyList<ClaimedMessage>>(
                c => [.. claims.Select(claim => Claimed(claim, claim.Message ?? new WaitingMessage(OutboxRows.Message(c, claim.QueuedPosition), null)))], CancellationToken.None).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<ClaimedMessage>> FindInterruptedMessagesAsync(CancellationToken cancellationToken) => _readers.Read(OutboxRows.FindInterrupted, cancellationToken);

    public Task<DateTimeOffset?> NextMessageAsync(CancellationToken cancellationToken) => _readers.Read(OutboxRows.Next, cancellationToken);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        await WriteAsync((connection, _) =>
        {
            connection.Sql("INSERT OR REPLACE INTO health (one, checked_at) VALUES (1, ?)").With(now).Run();
            return true;
        }, cancellationToken).ConfigureAwait(false);
        await _readers.Read(c => c.Sql("SELECT checked_at FROM health").Number(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what waits, copies the log into the database file, and gives the directory back.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _writer.Dispose();
        _readers.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    /// <summary>Work for the writer's thread, in a transaction.</summary>
    internal Task<T> WriteAsync<T>(Func<Connection, WriterMemory, T> work, CancellationToken cancellationToken) => _writer.Write(work, cancellationToken);

    private static ClaimedMessage Claimed(in OutboxClaim.Claim claim, WaitingMessage message) =>
        new(claim.CaseId, message.Message, claim.Attempts, claim.Withheld?.Reason, message.Package, claim.Withheld?.For);

    // Read after the commit that the append lost to, so that at least that much is seen.
    private static AppendResult.Conflict Conflict(Connection connection, Written.Behind behind, long expected)
    {
        var missed = EventRows.Read(connection, behind.CaseKey, expected);
        return new AppendResult.Conflict(missed.Count == 0 ? behind.Version : missed[^1].Version, missed);
    }

    [LoggerMessage(100, LogLevel.Information, "Store {File} is open, with SQLite {Version} ({Origin} library)")]
    private static partial void LogOpened(ILogger logger, string file, string version, string origin);
}
