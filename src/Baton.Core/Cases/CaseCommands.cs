using Baton.Distribution;
using Baton.Intake;
using Baton.Pipeline;
using Baton.Policies;

namespace Baton.Cases;

/// <summary>
/// The one way in: what API, console, command line and the services of this process do to cases. Each command loads the case, asks a pure rule
/// (<see cref="CaseRules"/>), appends what it says, and wakes the runner. A conflict means that somebody was first: the rule is asked again over fresh state.
/// </summary>
public sealed class CaseCommands(ICaseStore store, ICaseQueue queue, BatonPipeline pipeline, IPolicySource policies, TimeProvider time, NodeOptions node)
{
    /// <summary>
    /// Opens a case, durably, and wakes the runner. A known ticket gives the case that it already is, and so does a customer's answer to a mail of ours that comes as a new one;
    /// what either says anew is a further message there.
    /// </summary>
    public Task<OpenResult> OpenAsync(Ticket ticket, string? idempotencyKey, CancellationToken cancellationToken) => OpenAsync(ticket, idempotencyKey, followUp: null, cancellationToken);

    /// <summary>The same, for a source that tells a further message on a ticket from the ticket.</summary>
    public async Task<OpenResult> OpenAsync(Ticket ticket, string? idempotencyKey, FollowUp? followUp, CancellationToken cancellationToken)
    {
        if (await FindMarkedAsync(ticket, cancellationToken) is { } marked)
        {
            var joined = await ReceiveAsync(marked, FollowUps.MessageOf(ticket, followUp, idempotencyKey), cancellationToken);
            return new OpenResult(marked, joined.Refusal is { Code: RefusalCode.KeyReused } ? OpenStatus.KeyReused : OpenStatus.Known);
        }
        var now = time.GetUtcNow();
        var received = new TicketReceived(ticket) { At = now };
        var c = Case.Open(received);
        var result = await store.AppendAsync(
            new CaseAppend
            {
                CaseId = c.Id,
                ExpectedVersion = 0,
                Events = [received],
                Header = c.Header(),
                Runnable = true,
                Lease = node.RunsCases ? new LeaseChange(node.Name, now + node.Lease) : null,
                Dedup = DedupKeys.Of(ticket, idempotencyKey),
            },
            cancellationToken);
        switch (result)
        {
            case AppendResult.Appended:
                await queue.AnnounceAsync(new WakeUp(c.Id, Priority.Medium, node.RunsCases ? c : null), cancellationToken);
                return new OpenResult(c.Id, OpenStatus.Opened);
            case AppendResult.Duplicate { By: KnownBy.ExternalId, CaseId: var known }:
                var message = FollowUps.MessageOf(ticket, followUp, idempotencyKey: null);
                await RuleAsync(known, (again, at) => CaseRules.Repeat(again, message, policies.Current, at), cancellationToken);
                return new OpenResult(known, OpenStatus.Known);
            case AppendResult.Duplicate { By: KnownBy.IdempotencyKey, SameContent: false, CaseId: var opened }:
                // A ticket that brings no id gets another one each time.
                return new OpenResult(opened, FollowUps.SaysTheSame((await FindAsync(opened, cancellationToken))!.Ticket, ticket) ? OpenStatus.Known : OpenStatus.KeyReused);
            case AppendResult.Duplicate duplicate:
                return new OpenResult(duplicate.CaseId, duplicate.SameContent ? OpenStatus.Known : OpenStatus.IdTaken);
            default:
                throw new InvalidOperationException($"opening {c.Id} gave {result.GetType().Name}");
        }
    }

    public Task<CommandResult> ReceiveAsync(string caseId, IncomingMessage message, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Receive(c, message, policies.Current, now), cancellationToken);

    public Task<CommandResult> ClaimAsync(string caseId, string by, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Claim(c, by, now), cancellationToken);

    public Task<CommandResult> ReleaseAsync(string caseId, string by, string? note, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Release(c, by, note, policies.Current, now), cancellationToken);

    /// <summary>Gives the case back to the agent.</summary>
    public Task<CommandResult> ReturnAsync(string caseId, string by, string? note, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Return(c, by, note, now), cancellationToken);

    /// <summary>Sends a person's words to the customer; the person takes the case by that.</summary>
    public Task<CommandResult> ReplyAsync(string caseId, string by, string text, string? idempotencyKey, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Reply(c, by, text, idempotencyKey, now), cancellationToken);

    public Task<CommandResult> NoteAsync(string caseId, string by, string text, string? idempotencyKey, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Note(c, by, text, idempotencyKey, now), cancellationToken);

    /// <summary>Sends a message once more that was refused or may not have arrived.</summary>
    public Task<CommandResult> ResendAsync(string caseId, string messageId, string by, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Resend(c, messageId, by, now), cancellationToken);

    public Task<CommandResult> ResolveAsync(string caseId, string by, string? note, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Resolve(c, by, note, now), cancellationToken);

    public Task<CommandResult> ReopenAsync(string caseId, string by, string? reason, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Reopen(c, by, reason, policies.Current, now), cancellationToken);

    public Task<CommandResult> FeedbackAsync(string caseId, int? satisfaction, string? comment, bool? resolved, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Feedback(c, satisfaction, comment, resolved, policies.Current, now), cancellationToken);

    public Task<CommandResult> VerdictAsync(
        string caseId, string by, bool? escalationNeeded, IReadOnlyDictionary<string, string>? corrections, string? reason, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (_, now) => CaseRules.Verdict(by, escalationNeeded, corrections, reason, policies.Current, now), cancellationToken);

    /// <summary>Records that a timer's time came, so that the step that waits for it holds.</summary>
    public Task<CommandResult> FireAsync(string caseId, TimerKind kind, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => CaseRules.Fire(c, kind, now), cancellationToken, [kind]);

    /// <summary>Records the watchdog's finding. A case that a step waits to run on is not stuck: a runner has it, or the sweeper brings it to one.</summary>
    public Task<CommandResult> ReportStuckAsync(string caseId, DateTimeOffset before, CancellationToken cancellationToken) =>
        RuleAsync(caseId, (c, now) => pipeline.Next(c) is null ? CaseRules.Stuck(c, before, now) : Ruling.Done, cancellationToken);

    /// <summary>Records what became of a message. A success changes no step's condition, so it is appended at any version and wakes nobody.</summary>
    public async Task RecordDeliveryAsync(string caseId, CaseEvent outcome, bool answered, CancellationToken cancellationToken)
    {
        if (outcome is not MessageSent)
        {
            await RuleAsync(caseId, (_, _) => Ruling.Of(outcome), cancellationToken);
            return;
        }
        await store.AppendAsync(
            new CaseAppend { CaseId = caseId, Events = [outcome], TimerChanges = answered ? [new TimerChange(TimerKind.SlaResponse, null)] : [] },
            cancellationToken);
    }

    /// <summary>The folded case; null when there is none of that id.</summary>
    public async Task<Case?> FindAsync(string caseId, CancellationToken cancellationToken)
    {
        var log = await store.ReadAsync(caseId, cancellationToken);
        return log is null ? null : Case.Fold(log.Snapshot, log.Events);
    }

    // The case that a ticket's subject names by Baton's own mark, if that case is the sender's.
    private async Task<string?> FindMarkedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        foreach (var id in FollowUps.MarkedIn(ticket))
        {
            if (await FindAsync(id, cancellationToken) is { } c && FollowUps.IsCustomerOf(c, ticket))
                return id;
        }
        return null;
    }

    // A timer that the state no longer knows is still a row in the store: staleTimers lets it go.
    private async Task<CommandResult> RuleAsync(
        string caseId, Func<Case, DateTimeOffset, Ruling> rule, CancellationToken cancellationToken, IReadOnlyList<TimerKind>? staleTimers = null)
    {
        while (true)
        {
            if (await FindAsync(caseId, cancellationToken) is not { } c)
                return new Refusal(RefusalCode.NotFound, $"there is no ticket {caseId}");
            var ruling = rule(c, time.GetUtcNow());
            if (ruling.Refusal is { } refusal)
                return refusal;
            if (ruling.Events.Count == 0 && staleTimers is null)
                return new CommandResult(c, null, Repeated: true);
            var next = ruling.Events.Aggregate(c, (state, e) => state.Apply(e));
            var append = CaseAppend.Of(c, next, ruling.Events, runnable: pipeline.Next(next) is not null) with
            {
                TimerChanges = [.. next.TimerChangesSince(c), .. (staleTimers ?? []).Where(k => !next.Timers.ContainsKey(k)).Select(k => new TimerChange(k, null))],
            };
            if (await store.AppendAsync(append, cancellationToken) is not AppendResult.Appended)
                continue;
            if (append.Runnable is true)
                await queue.AnnounceAsync(new WakeUp(caseId, next.Classification?.Priority ?? Priority.Medium), cancellationToken);
            queue.MessagesWaiting();
            return new CommandResult(next, null);
        }
    }
}

/// <summary>What became of an opening.</summary>
public sealed record OpenResult(string CaseId, OpenStatus Status);

public enum OpenStatus { Opened, Known, IdTaken, KeyReused }
