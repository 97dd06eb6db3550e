using Baton.Analytics;
using Baton.Classification;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Intake;
using Baton.Memory;
using Baton.Outcomes;
using Baton.Risk;

namespace Baton.Cases;

/// <summary>A case as the API, the command line and the console show it. Parts that are not there yet are null.</summary>
public sealed record CaseView
{
    public required string TicketId { get; init; }
    public required CaseStatus Status { get; init; }
    public required Owner Owner { get; init; }
    public required Ticket Ticket { get; init; }
    public CustomerContext? Customer { get; init; }
    public TicketClassification? Classification { get; init; }

    /// <summary>Hard rules that matched in this turn, with their evidence.</summary>
    public IReadOnlyList<RuleHit> RuleHits { get; init; } = [];
    public SentimentAnalysis? Analysis { get; init; }
    public RiskProfile? Risk { get; init; }
    public EscalationDecision? Decision { get; init; }
    public Strategy? Strategy { get; init; }
    public Reply? Reply { get; init; }
    public HandoffView? Handoff { get; init; }
    public Preservation? Preservation { get; init; }
    public Outcome? Outcome { get; init; }
    public Performance? Performance { get; init; }
    public IReadOnlyList<MessageView> Messages { get; init; } = [];
    public IReadOnlyList<ConversationEntry> InternalMessages { get; init; } = [];

    /// <summary>Everything that left or is to leave, to customers and people, with where it stands.</summary>
    public IReadOnlyList<OutgoingView> Outgoing { get; init; } = [];
    public IReadOnlyList<DecisionEntry> Decisions { get; init; } = [];
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>What happens by itself, and when.</summary>
    public IReadOnlyDictionary<TimerKind, DateTimeOffset> Timers { get; init; } = new Dictionary<TimerKind, DateTimeOffset>();
    public ServiceLevelView? ServiceLevel { get; init; }
    public long Version { get; init; }
    public bool NeedsReview { get; init; }
    public IReadOnlyList<string> ReviewReasons { get; init; } = [];
    public IReadOnlyList<Degradation> Degraded { get; init; } = [];

    public static CaseView Of(Case c) => new()
    {
        TicketId = c.Id,
        Status = c.Status,
        Owner = c.Owner,
        Ticket = c.Ticket,
        Customer = c.Customer,
        Classification = c.Classification,
        RuleHits = c.RuleHits,
        Analysis = c.Analysis,
        Risk = c.Risk,
        Decision = c.Decision,
        Strategy = c.Strategy,
        Reply = c.Reply,
        Handoff = HandoffView.Of(c),
        Preservation = c.Preservation,
        Outcome = c.Outcome,
        Performance = c.Performance,
        Messages = MessageView.Of(c),
        InternalMessages = c.InternalMessages,
        Outgoing = [.. c.Outgoing.Values.OrderBy(o => o.QueuedAt).Select(OutgoingView.Of)],
        Decisions = c.Decisions,
        Timeline = c.Timeline,
        Timers = c.Timers,
        ServiceLevel = c.RespondBy is { } by ? new ServiceLevelView(by, c.FirstResponseAt, c.SlaBreached) : null,
        Version = c.Version,
        NeedsReview = c.ReviewReasons.Count > 0,
        ReviewReasons = [.. c.ReviewReasons],
        Degraded = c.Degraded,
    };
}

/// <summary>A line of the conversation with the customer; <paramref name="State"/> is null for what came in.</summary>
public sealed record MessageView(DateTimeOffset At, Role Role, string? Author, string Text, DeliveryState? State)
{
    internal static IReadOnlyList<MessageView> Of(Case c)
    {
        var pending = c.Outgoing.Values.Where(o => o.Message.ToCustomer && o.Message.Purpose != MessagePurpose.PersonReply && o.State is not (DeliveryState.Sent or DeliveryState.Withdrawn));
        return
        [
            .. c.Messages.Select(m => new MessageView(m.At, m.Role, m.Author, m.Text, m.Role == Role.Agent ? DeliveryState.Sent : null)),
            .. pending.OrderBy(o => o.QueuedAt).Select(o => new MessageView(o.QueuedAt, Role.Agent, "baton", o.Message.Body, o.State)),
        ];
    }
}

public sealed record OutgoingView(
    string Id, MessagePurpose Purpose, ChannelKind Channel, string To, string? Subject, string Text,
    DeliveryState State, int Attempts, string? Connector, string? Error, DateTimeOffset QueuedAt, DateTimeOffset? SentAt)
{
    internal static OutgoingView Of(OutgoingState o) => new(
        o.Message.Id, o.Message.Purpose, o.Message.Channel, o.Message.To, o.Message.Subject, o.Message.Body,
        o.State, o.Attempts, o.Connector, o.Error, o.QueuedAt, o.SentAt);
}

public sealed record HandoffView(
    HandoffPackage Package, Brief Brief, double Completeness, IReadOnlyList<string> Gaps, IReadOnlyList<OutgoingView> Deliveries,
    string Team, Urgency Urgency, DateTimeOffset HandedOffAt, DateTimeOffset ExpectedBy, int Level, string? ClaimedBy, DateTimeOffset? ClaimedAt, bool ManualIntervention)
{
    internal static HandoffView? Of(Case c) => c.Handoff is not { } h ? null : new(
        h.Package, h.Brief, h.Completeness, h.Gaps, [.. c.Outgoing.Values.Where(o => !o.Message.ToCustomer).OrderBy(o => o.QueuedAt).Select(OutgoingView.Of)],
        h.Team, h.Urgency, h.HandedOffAt, h.ExpectedBy, h.Level, c.ClaimedBy, c.ClaimedAt, h.ManualIntervention);
}

/// <summary>The response time of policy against what happened. An acknowledgement or a handoff does not stop the clock.</summary>
public sealed record ServiceLevelView(DateTimeOffset RespondBy, DateTimeOffset? FirstResponseAt, bool Breached);
