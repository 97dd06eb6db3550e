using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Baton.Connectors;
using Baton.Intake;

namespace Baton.Cases;

/// <summary>
/// The durable log of cases and what is derived from it in the same transaction: case rows, outbox, timers, issue index.
/// One append is one transaction; when its task completes, everything in it survives a power cut.
/// </summary>
public interface ICaseStore
{
    /// <summary>Appends facts to a case, or opens it (expected version 0).</summary>
    Task<AppendResult> AppendAsync(CaseAppend append, CancellationToken cancellationToken);

    /// <summary>The newest snapshot, if any, and every event after it; null when there is no such case.</summary>
    Task<CaseLog?> ReadAsync(string caseId, CancellationToken cancellationToken);

    /// <summary>All events of a case in order, as stored, from <paramref name="afterVersion"/> on; null when there is no such case.</summary>
    Task<IReadOnlyList<StoredEvent>?> ReadEventsAsync(string caseId, long afterVersion, CancellationToken cancellationToken);

    /// <summary>The newest event of that wire name; null when the case has none.</summary>
    Task<CaseEvent?> FindLastAsync(string caseId, string eventName, CancellationToken cancellationToken);

    /// <summary>People's verdicts behind a place in the log of all cases, in the order in which they came.</summary>
    Task<IReadOnlyList<LoggedVerdict>> FindVerdictsAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Case rows, newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is none that an earlier page gave.</exception>
    Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>The customer's other cases opened since, newest first.</summary>
    Task<IReadOnlyList<PastCase>> FindPastCasesAsync(string customerKey, string exceptCaseId, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>Preserved cases that share the most of these keywords, newest first among equals. Cost does not grow with the store.</summary>
    Task<IReadOnlyList<PreservedIssue>> FindSimilarIssuesAsync(IReadOnlyList<string> keywords, string exceptCaseId, int limit, CancellationToken cancellationToken);

    /// <summary>Verdicts and outcomes so far of escalated and kept cases of a category: what thresholds learn from.</summary>
    Task<OutcomeCounts> CountOutcomesAsync(Category category, CancellationToken cancellationToken);

    /// <summary>Unclaimed cases in a team's queue.</summary>
    Task<int> CountWaitingAsync(string team, CancellationToken cancellationToken);

    /// <summary>Takes the lease on a case; false when another node holds it.</summary>
    Task<bool> TryLeaseAsync(string caseId, string node, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Leases runnable cases that nobody holds, most pressing first.</summary>
    Task<IReadOnlyList<string>> LeaseRunnableAsync(string node, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken);

    /// <summary>Gives back every lease of a node (graceful stop, or start on a store that only one process can open).</summary>
    Task ReleaseLeasesAsync(string node, CancellationToken cancellationToken);

    /// <summary>Open cases without any timer that nothing happened to since <paramref name="before"/>, and those whose earliest timer passed before it.</summary>
    Task<IReadOnlyList<string>> FindStuckAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>Timers due by now, earliest first.</summary>
    Task<IReadOnlyList<DueTimer>> FindDueTimersAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>When the next timer is due; null when none is set.</summary>
    Task<DateTimeOffset?> NextTimerAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Marks due messages as being sent and hands them out, oldest first; durable before it returns.
    /// A message that may no longer leave comes back as withheld, with the reason, and is not marked.
    /// </summary>
    Task<IReadOnlyList<ClaimedMessage>> ClaimMessagesAsync(DateTimeOffset now, int mailsPerHour, int limit, CancellationToken cancellationToken);

    /// <summary>Messages that were being sent when the process before this one died.</summary>
    Task<IReadOnlyList<ClaimedMessage>> FindInterruptedMessagesAsync(CancellationToken cancellationToken);

    /// <summary>When the next waiting message may be tried; null when none waits.</summary>
    Task<DateTimeOffset?> NextMessageAsync(CancellationToken cancellationToken);

    /// <summary>Throws with a sentence for the operator when the store cannot be read and written.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}

/// <summary>One transaction on one case.</summary>
public sealed record CaseAppend
{
    public required string CaseId { get; init; }

    /// <summary>The version that the appender has seen; 0 opens a case; null appends whatever the version is (delivery bookkeeping).</summary>
    public long? ExpectedVersion { get; init; }
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>The case's row after the events; null leaves the row as it is, but for its version.</summary>
    public CaseHeader? Header { get; init; }

    /// <summary>The row at <see cref="ExpectedVersion"/>, where the appender knows it: what is the same in both need not be written.</summary>
    public CaseHeader? HeaderBefore { get; init; }

    /// <summary>Whether a step's condition holds after the events; null leaves it as it is.</summary>
    public bool? Runnable { get; init; }

    /// <summary>Who holds the case after this; null leaves the lease as it is.</summary>
    public LeaseChange? Lease { get; init; }

    /// <summary>The folded case after the events, written beside the log; null writes none.</summary>
    public Case? Snapshot { get; init; }

    /// <summary>For an opening: what makes it a duplicate of an earlier one.</summary>
    public DedupKeys? Dedup { get; init; }

    /// <summary>How the case's timers change; null where the timer events say it all (some facts let timers go without one).</summary>
    public IReadOnlyList<TimerChange>? TimerChanges { get; init; }

    /// <summary>An append that moves a case from one folded state to the next.</summary>
    public static CaseAppend Of(Case before, Case after, IReadOnlyList<CaseEvent> events, bool runnable) => new()
    {
        CaseId = before.Id,
        ExpectedVersion = before.Version,
        Events = events,
        Header = after.Header(),
        HeaderBefore = before.Header(),
        Runnable = runnable,
        TimerChanges = after.TimerChangesSince(before),
    };
}

/// <summary>A timer set to a time, or (null) let go.</summary>
public sealed record TimerChange(TimerKind Kind, DateTimeOffset? Due)
{
    /// <summary>What timer events alone say.</summary>
    public static IEnumerable<TimerChange> Of(IEnumerable<CaseEvent> events) => events.SelectMany(e => e switch
    {
        TimerSet x => [new TimerChange(x.Timer, x.Due)],
        TimerCancelled x => [new TimerChange(x.Timer, null)],
        TimerFired x => [new TimerChange(x.Timer, null)],
        _ => (TimerChange[])[],
    });
}

/// <summary>Take the lease until a time, or (null node) give it back.</summary>
public sealed record LeaseChange(string? Node, DateTimeOffset Until)
{
    public static LeaseChange Release { get; } = new(null, default);
}

/// <summary>Any of these already known makes a ticket a duplicate. <paramref name="ContentHash"/> tells a true duplicate from a second ticket under a taken id.</summary>
public sealed record DedupKeys(string? IdempotencyKey, string? Source, string? ExternalId, string ContentHash)
{
    public static DedupKeys Of(Ticket ticket, string? idempotencyKey)
    {
        // When it came is no part of what it says.
        var content = CaseJson.Write(ticket with { ReceivedAt = default }, CaseJson.Default.Ticket);
        return new(idempotencyKey, ticket.ExternalId is null ? null : ticket.Source, ticket.ExternalId, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16)));
    }
}

public abstract record AppendResult
{
    public sealed record Appended(long Version) : AppendResult;

    /// <summary>Somebody appended first: the version now, and the events since the expected one.</summary>
    public sealed record Conflict(long Version, IReadOnlyList<StoredEvent> Missed) : AppendResult;

    /// <summary>An opening that was made before: the case that holds it, whether the content is the same, and what it is known by.</summary>
    public sealed record Duplicate(string CaseId, bool SameContent, KnownBy By) : AppendResult;

    public sealed record NotFound : AppendResult;
}

/// <summary>What a ticket is known by: the key of the call that opened it, its id in its source, its own id.</summary>
public enum KnownBy { IdempotencyKey, ExternalId, Id }

/// <summary>An event with its place in the log.</summary>
public sealed record StoredEvent(long Version, CaseEvent Event);

/// <summary>Where a verdict stands: its place in the log of all cases, and its version in its own.</summary>
public sealed record LoggedVerdict(long Position, string CaseId, long Version);

/// <summary>What a case is folded from, and who holds it.</summary>
public sealed record CaseLog(Case? Snapshot, IReadOnlyList<StoredEvent> Events, LeaseChange? Lease = null);

/// <summary>The columns of a case that lists, queues and the watchdog read. Derived by <see cref="Case.Header"/>.</summary>
public sealed record CaseHeader
{
    [JsonPropertyName("ticketId")]
    public required string CaseId { get; init; }
    public string? Subject { get; init; }
    public string? CustomerKey { get; init; }
    public string? CustomerEmail { get; init; }
    public string Channel { get; init; } = "email";
    public required CaseStatus Status { get; init; }
    public required Owner Owner { get; init; }
    public string? Team { get; init; }
    public string? ClaimedBy { get; init; }
    public Category? Category { get; init; }
    public Priority? Priority { get; init; }
    public EscalationKind? Decision { get; init; }
    public bool Escalated { get; init; }
    public bool Resolved { get; init; }
    public bool? FalseEscalation { get; init; }
    public bool? MissedEscalation { get; init; }
    public bool NeedsReview { get; init; }

    /// <summary>Counts every change of hands; a queued message of an older epoch is looked at again before it leaves.</summary>
    public int OwnerEpoch { get; init; }

    /// <summary>People's replies so far: an agent's draft queued before the newest one is withdrawn.</summary>
    public int PersonReplies { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The earliest time at which something happens by itself; null on an open case is what the watchdog looks for.</summary>
    public DateTimeOffset? Deadline { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public long Version { get; init; }
}

public sealed record CaseQuery
{
    public CaseStatus? Status { get; init; }
    public Owner? Owner { get; init; }
    public string? Team { get; init; }
    public Priority? Priority { get; init; }

    /// <summary>Looked for in id, subject and customer.</summary>
    public string? Text { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

public sealed record CasePage(IReadOnlyList<CaseHeader> Items, string? NextCursor);

/// <summary>A list was asked to go on from a place that no page of it named.</summary>
public sealed class InvalidCursorException() : ArgumentException("is none that an earlier page gave as nextCursor");

public sealed record PreservedIssue(string CaseId, string? Subject, Memory.IssueSignature Signature, string Path, string? Resolution, IReadOnlyList<string> WhatWorked);

/// <summary>Counts, so that every rate keeps its n.</summary>
public sealed record OutcomeCounts(int Escalated, int FalseEscalations, int Kept, int MissedEscalations);

public sealed record DueTimer(string CaseId, Pipeline.CaseTimer Timer);

/// <summary>
/// A message taken from the outbox. <paramref name="Withheld"/> says in a sentence why it may not leave, and <paramref name="For"/> in a word; both null when it may.
/// <paramref name="Package"/> is the handoff package to attach, as JSON, where the store has it at hand; null says nothing.
/// </summary>
public sealed record ClaimedMessage(string CaseId, OutgoingMessage Message, int Attempts, string? Withheld, byte[]? Package = null, WithdrawnFor? For = null);
