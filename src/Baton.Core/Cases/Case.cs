using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Baton.Analytics;
using Baton.Classification;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Intake;
using Baton.Memory;
using Baton.Outcomes;
using Baton.Risk;

namespace Baton.Cases;

/// <summary>
/// Everything known about one ticket: the fold of its events. Immutable; <see cref="Apply(CaseEvent)"/> is pure and total,
/// so the same log gives the same case on every machine. How each event changes it is in <c>CaseFold.cs</c>.
/// </summary>
public sealed partial record Case
{
    public required string Id { get; init; }

    /// <summary>Number of events folded; the next append expects it.</summary>
    public long Version { get; init; }
    public required Ticket Ticket { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public CaseStatus Status { get; init; }

    // Who has it
    public Owner Owner { get; init; }
    public int OwnerEpoch { get; init; }

    /// <summary>Handoffs so far. After the first, the agent is silent until a person gives the case back.</summary>
    public int HumanTouches { get; init; }
    public int PersonReplies { get; init; }
    public DateTimeOffset? LastPersonReplyAt { get; init; }

    /// <summary>A person took it from the agent and no team was told since: should it go into the queue, a handoff has to bring it there.</summary>
    public bool TakenFromAgent { get; init; }

    /// <summary>Hard rules that a person set aside by giving the case back: one about facts for good, one about words for the words that had come by then.</summary>
    public ImmutableList<string> WaivedRules { get; init; } = [];

    /// <summary>How many of the customer's messages had come when a person last gave the case back.</summary>
    public int MessagesAtReturn { get; init; }

    // The conversation
    /// <summary>The customer's turn that the agent works on, from 1. Each judgement below says for which turn it was made.</summary>
    public int Turn { get; init; } = 1;
    public ImmutableList<CustomerMessage> CustomerMessages { get; init; } = [];

    /// <summary>Messages that came since the turn began and are not yet part of one.</summary>
    public ImmutableList<string> WaitingMessages { get; init; } = [];

    /// <summary>Messages of others than the customer that people have not been told of. They are never part of a turn.</summary>
    public ImmutableList<string> InCopyMessages { get; init; } = [];
    public ImmutableList<ConversationEntry> Messages { get; init; } = [];
    public ImmutableList<ConversationEntry> InternalMessages { get; init; } = [];

    // Intake
    public CustomerContext? Customer { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];
    public bool AutomaticMail { get; init; }
    public string? AutomaticBecause { get; init; }

    // Judgements, with the turn that each was made for
    public TicketClassification? Classification { get; init; }
    public IReadOnlyList<RuleHit> RuleHits { get; init; } = [];
    public int ClassifiedTurn { get; init; }
    public SentimentAnalysis? Analysis { get; init; }
    public RiskProfile? Risk { get; init; }
    public int AnalysedTurn { get; init; }

    /// <summary>Frustration of each analysed turn, oldest first.</summary>
    public ImmutableList<int> FrustrationHistory { get; init; } = [];

    /// <summary>Negative customer turns in a row since the first answer; a question back is none.</summary>
    public int NegativeStreak { get; init; }

    /// <summary>The same as it was when the last turn was replied to: a turn that more words join before its reply is judged again and counts once.</summary>
    public int RepliedStreak { get; init; }
    public EscalationDecision? Decision { get; init; }
    public int DecidedTurn { get; init; }
    public Strategy? Strategy { get; init; }
    public Reply? Reply { get; init; }
    public int RepliedTurn { get; init; }
    public ImmutableList<DecisionEntry> Decisions { get; init; } = [];

    /// <summary>The agent's answers, oldest first; whether each of them arrived is with its message.</summary>
    public ImmutableList<GivenAnswer> Answers { get; init; } = [];

    // People
    public HandoffRecord? Handoff { get; init; }
    public int HandedOffTurn { get; init; }
    public string? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedAt { get; init; }

    // Ends
    public Preservation? Preservation { get; init; }
    public int PreservedTurn { get; init; }

    /// <summary>Handoffs at the time of the preservation; a later one is preserved again.</summary>
    public int PreservedTouches { get; init; }

    /// <summary>Bumped by every end of the case and what is learnt of it later; what was preserved is brought up to date when it lags behind.</summary>
    public int EndRevision { get; init; }
    public int PreservedEnd { get; init; }

    /// <summary>How the case was closed; null while it is open.</summary>
    public Closure? Closed { get; init; }

    /// <summary>The customer said that it is not resolved, and nobody closed it since: silence does not make it so.</summary>
    public bool SaidUnresolved { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Bumped by every fact that changes how well the case went; the analysis is redone when it lags behind.</summary>
    public int OutcomeRevision { get; init; }
    public Performance? Performance { get; init; }
    public int AnalysedOutcomeRevision { get; init; } = -1;

    // Service level
    public DateTimeOffset? RespondBy { get; init; }
    public DateTimeOffset? FirstResponseAt { get; init; }
    public bool SlaBreached { get; init; }

    // Machinery
    public ImmutableSortedDictionary<TimerKind, DateTimeOffset> Timers { get; init; } = ImmutableSortedDictionary<TimerKind, DateTimeOffset>.Empty;

    /// <summary>Timers whose time came and that no step has acted on yet.</summary>
    public ImmutableSortedSet<TimerKind> DueTimers { get; init; } = [];

    // A snapshot comes back with the machine's culture as its order, by which two ids may be one.
    public ImmutableSortedDictionary<string, OutgoingState> Outgoing { get; init => field = value.WithComparers(StringComparer.Ordinal); } =
        ImmutableSortedDictionary.Create<string, OutgoingState>(StringComparer.Ordinal);
    public string? Stuck { get; init; }

    /// <summary>Idempotency keys of calls that were carried out, each behind the kind of its call.</summary>
    public ImmutableSortedSet<string> RequestKeys { get; init => field = value.WithComparer(StringComparer.Ordinal); } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What each of those calls said, as a hash; a key of an older log may be missing.</summary>
    public ImmutableSortedDictionary<string, string> RequestHashes { get; init => field = value.WithComparers(StringComparer.Ordinal); } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Steps whose work and fallback both failed. They are not asked again before the customer's next turn, or before a person gives the case back.</summary>
    public ImmutableSortedSet<string> SetAside { get; init => field = value.WithComparer(StringComparer.Ordinal); } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    public ImmutableList<Degradation> Degraded { get; init; } = [];

    /// <summary>Why a person should look at it, by name; empty when nobody needs to.</summary>
    public ImmutableSortedSet<string> ReviewReasons { get; init => field = value.WithComparer(StringComparer.Ordinal); } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    public ImmutableList<TimelineEntry> Timeline { get; init; } = [];
    public int StepsRun { get; init; }

    [JsonIgnore]
    public bool Escalating => Decision is { Escalates: true };

    [JsonIgnore]
    public bool IsOpen => Status != CaseStatus.Resolved;

    /// <summary>The customer has had an answer, of the agent or of a person. A question back, an acknowledgement or silence is none.</summary>
    [JsonIgnore]
    public bool HasAnswered => LastPersonReplyAt is not null
        || Decisions.Any(d => d.Type == DecisionType.Reply && (d.Suggestion == Words.Of(ReplyType.Solution) || d.Suggestion == Words.Of(ReplyType.TemplateResponse)));

    /// <summary>When the customer last wrote something to be answered, by this machine's clock.</summary>
    [JsonIgnore]
    public DateTimeOffset LastWordAt => CustomerMessages.FindLastIndex(m => !m.AsksNothing) is > 0 and var last ? CustomerMessages[last].At : OpenedAt;

    /// <summary>The mail address of the case's customer; null when none is known.</summary>
    [JsonIgnore]
    public string? CustomerAddress => (Ticket.CustomerEmail ?? Customer?.Email)?.Trim();

    /// <summary>People were decided on, and the handoff that brings the case to them is still to come.</summary>
    [JsonIgnore]
    public bool AwaitsHandoff => Escalating && DecidedTurn == Turn && HandedOffTurn < Turn;

    /// <summary>The customer's words of the turn that the agent works on, joined.</summary>
    [JsonIgnore]
    public string TurnText => string.Join("\n\n", CustomerMessages.Where(m => m.Turn == Turn).Select(m => m.Text));

    /// <summary>An unused id for the next outgoing message: stable, since only the state decides it.</summary>
    public string NextMessageId(MessagePurpose purpose, int offset = 0) => $"{Id}.{Outgoing.Count + 1 + offset}.{Words.Of(purpose)}";

    /// <summary>Whether people have come between the agent and a message of its own to the customer since it was queued, so that it should not leave any more.</summary>
    public bool PeopleCameBetween(OutgoingState agents)
    {
        var replied = LastPersonReplyAt >= agents.QueuedAt;
        return OutgoingMessage.NeedsAgentOwner(agents.Message.Purpose) ? replied || Owner != Owner.Agent : replied && agents.Message.Purpose == MessagePurpose.Acknowledgment;
    }

    /// <summary>Whether a call was carried out under this idempotency key.</summary>
    public bool WasRequested(RequestKind kind, string? key) => key is not null && RequestKeys.Contains(RequestKey(kind, key));

    /// <summary>Whether that call said something else than this text.</summary>
    public bool SaidElse(RequestKind kind, string key, string text) => RequestHashes.TryGetValue(RequestKey(kind, key), out var said) && said != FollowUps.Hash(text);

    // A key counts for its own kind of call.
    private static string RequestKey(RequestKind kind, string key) => $"{Words.Of(kind)}:{key}";

    /// <summary>Timers set, moved or let go since an earlier state of this case.</summary>
    public IReadOnlyList<TimerChange> TimerChangesSince(Case before)
    {
        if (ReferenceEquals(Timers, before.Timers))
            return [];
        return
        [
            .. Timers.Where(t => !before.Timers.TryGetValue(t.Key, out var due) || due != t.Value).Select(t => new TimerChange(t.Key, t.Value)),
            .. before.Timers.Keys.Where(k => !Timers.ContainsKey(k)).Select(k => new TimerChange(k, null)),
        ];
    }

    /// <summary>The row that lists and queues read.</summary>
    public CaseHeader Header() => new()
    {
        CaseId = Id,
        Subject = Ticket.Subject,
        CustomerKey = Ticket.CustomerKey,
        CustomerEmail = Ticket.CustomerEmail,
        Channel = Ticket.Channel,
        Status = Status,
        Owner = Owner,
        Team = Handoff?.Team,
        ClaimedBy = ClaimedBy,
        Category = Classification?.Category,
        Priority = Classification?.Priority,
        Decision = Decision?.Decision,
        Escalated = Handoff is not null,
        Resolved = Status == CaseStatus.Resolved,
        FalseEscalation = Outcome?.FalseEscalation,
        MissedEscalation = Outcome?.MissedEscalation,
        NeedsReview = ReviewReasons.Count > 0,
        OwnerEpoch = OwnerEpoch,
        PersonReplies = PersonReplies,
        Keywords = Keywords,
        Deadline = Timers.Count == 0 ? null : Timers.Values.Min(),
        OpenedAt = OpenedAt,
        UpdatedAt = UpdatedAt,
        Version = Version,
    };
}

/// <summary>
/// A message from the customer's side. Only the case's customer can trigger an action, not someone in copy.
/// <paramref name="AsksNothing"/>: nobody owes it an answer (automatic mail, a rating, thanks after the end, somebody in copy).
/// </summary>
public sealed record CustomerMessage(string Id, DateTimeOffset At, string Text, string? From, bool FromCustomer, int Turn, bool AsksNothing = false);

/// <summary>Calls that are told from a repeat by their idempotency key.</summary>
public enum RequestKind { Reply, Note }

/// <summary>An outgoing message and where it stands.</summary>
public sealed record OutgoingState(OutgoingMessage Message, DeliveryState State, int Attempts, string? Connector, string? Error, DateTimeOffset QueuedAt, DateTimeOffset? SentAt)
{
    /// <summary>Why it was withdrawn; null where it was not, or nobody wrote down why.</summary>
    public WithdrawnFor? For { get; init; }
}

/// <summary>A judgement that changed what happened: who proposed what, how sure, under which policy (content hash).</summary>
public sealed record DecisionEntry(string Id, DecisionType Type, int Turn, string Proposer, string Suggestion, double? Confidence, string Policy, DateTimeOffset At);

/// <summary>An answer that the agent gave in a turn: the message that carried it, what it was, the articles that it rests on, and whether the customer let know that it did not help.</summary>
public sealed record GivenAnswer(int Turn, string MessageId, Strategy Strategy, IReadOnlyList<string> Articles, bool Failed = false);

/// <summary>How, by whom and when a case was closed.</summary>
public sealed record Closure(ResolutionKind Kind, string By, DateTimeOffset At);

/// <summary>A part that failed and whose fallback was taken.</summary>
public sealed record Degradation(string Part, string Reason, DateTimeOffset At);

public sealed record TimelineEntry(DateTimeOffset At, string What, string? Who, string Text);
