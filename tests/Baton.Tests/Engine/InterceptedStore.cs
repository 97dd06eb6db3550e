using Baton.Cases;
using Baton.Intake;

namespace Baton.Tests.Engine;

/// <summary>A real store with somebody in front of it, who may step in before an append or fail a question.</summary>
internal sealed class InterceptedStore(ICaseStore inner) : ICaseStore
{
    /// <summary>Runs before an append reaches the store, so that a test can be first.</summary>
    public Func<CaseAppend, Task>? BeforeAppend { get; set; }

    /// <summary>The questions that steps ask about other cases fail.</summary>
    public bool HistoryFails { get; set; }

    /// <summary>How often a case or one of its events was read back.</summary>
    public int Reads { get; private set; }

    public async Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken)
    {
        if (BeforeAppend is { } before)
            await before(append);
        return await inner.AppendAsync(append, cancellationToken);
    }

    public Task<IReadOnlyList<PastCase>> FindPastCasesAsync(string customerKey, string exceptCaseId, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        HistoryFails ? throw new IOException("disk") : inner.FindPastCasesAsync(customerKey, exceptCaseId, since, limit, cancellationToken);

    public Task<IReadOnlyList<PreservedIssue>> FindSimilarIssuesAsync(IReadOnlyList<string> keywords, string exceptCaseId, int limit, CancellationToken cancellationToken) =>
        HistoryFails ? throw new IOException("disk") : inner.FindSimilarIssuesAsync(keywords, exceptCaseId, limit, cancellationToken);

    public Task<OutcomeCounts> CountOutcomesAsync(Category category, CancellationToken cancellationToken) =>
        HistoryFails ? throw new IOException("disk") : inner.CountOutcomesAsync(category, cancellationToken);

    public Task<int> CountWaitingAsync(string team, CancellationToken cancellationToken) =>
        HistoryFails ? throw new IOException("disk") : inner.CountWaitingAsync(team, cancellationToken);

    public Task<CaseLog?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        Reads++;
        return inner.ReadAsync(caseId, cancellationToken);
    }

    public Task<IReadOnlyList<StoredEvent>?> ReadEventsAsync(string caseId, long afterVersion, CancellationToken cancellationToken) => inner.ReadEventsAsync(caseId, afterVersion, cancellationToken);

    public Task<IReadOnlyList<LoggedVerdict>> FindVerdictsAsync(long after, int limit, CancellationToken cancellationToken) => inner.FindVerdictsAsync(after, limit, cancellationToken);

    public Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public Task<bool> TryLeaseAsync(string caseId, string node, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => inner.TryLeaseAsync(caseId, node, now, until, cancellationToken);

    public Task<IReadOnlyList<string>> LeaseRunnableAsync(string node, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken) => inner.LeaseRunnableAsync(node, now, until, limit, cancellationToken);

    public Task ReleaseLeasesAsync(string node, CancellationToken cancellationToken) => inner.ReleaseLeasesAsync(node, cancellationToken);

    public Task<IReadOnlyList<string>> FindStuckAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => inner.FindStuckAsync(before, limit, cancellationToken);

    public Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => inner.FindDueTimersAsync(now, limit, cancellationToken);

    public Task<DateTimeOffset?> NextTimerAsync(CancellationToken cancellationToken) => inner.NextTimerAsync(cancellationToken);

    public Task<IReadOnlyList<ClaimedMessage>> ClaimMessagesAsync(DateTimeOffset now, int mailsPerHour, int limit, CancellationToken cancellationToken) => inner.ClaimMessagesAsync(now, mailsPerHour, limit, cancellationToken);

    public Task<IReadOnlyList<ClaimedMessage>> FindInterruptedMessagesAsync(CancellationToken cancellationToken) => inner.FindInterruptedMessagesAsync(cancellationToken);

    public Task<DateTimeOffset?> NextMessageAsync(CancellationToken cancellationToken) => inner.NextMessageAsync(cancellationToken);

    public Task<CaseEvent?> FindLastAsync(string caseId, string eventName, CancellationToken cancellationToken)
    {
        Reads++;
        return inner.FindLastAsync(caseId, eventName, cancellationToken);
    }

    public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
}
