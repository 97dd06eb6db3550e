using Baton.Cases;
using Baton.Intake;

namespace Baton.Tests.Intake;

/// <summary>A store of which only the customer's history can be asked.</summary>
internal sealed class HistoryOnlyStore : ICaseStore
{
    public IReadOnlyList<PastCase> Past { get; set; } = [];

    public (string CustomerKey, string ExceptCaseId, DateTimeOffset Since)? AskedFor { get; private set; }

    public Task<IReadOnlyList<PastCase>> FindPastCasesAsync(string customerKey, string exceptCaseId, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        AskedFor = (customerKey, exceptCaseId, since);
        return Task.FromResult(Past);
    }

    public Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<CaseLog?> ReadAsync(string caseId, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<CaseEvent?> FindLastAsync(string caseId, string eventName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredEvent>?> ReadEventsAsync(string caseId, long afterVersion, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<LoggedVerdict>> FindVerdictsAsync(long after, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<PreservedIssue>> FindSimilarIssuesAsync(IReadOnlyList<string> keywords, string exceptCaseId, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<OutcomeCounts> CountOutcomesAsync(Category category, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<int> CountWaitingAsync(string team, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<bool> TryLeaseAsync(string caseId, string node, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<string>> LeaseRunnableAsync(string node, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task ReleaseLeasesAsync(string node, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<string>> FindStuckAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<DateTimeOffset?> NextTimerAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<ClaimedMessage>> ClaimMessagesAsync(DateTimeOffset now, int mailsPerHour, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<ClaimedMessage>> FindInterruptedMessagesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<DateTimeOffset?> NextMessageAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
