using System.Text.Json;
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

// The life of a case, in the order in which it happens. Facts, past tense, immutable; the log of these is the only truth.
// Wire names are declared in CaseEventCodec. Fields are only ever added, with a default; what an older Baton does not know survives in Unknown.

/// <summary>One immutable fact of a case.</summary>
public abstract record CaseEvent
{
    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True for facts that change no judgement: a step's result made before one of these still stands after it.</summary>
    [JsonIgnore]
    public virtual bool IsBookkeeping => false;

    /// <summary>Fields that a newer version wrote; kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

// Intake

/// <summary>A ticket was accepted and is a case from now on.</summary>
public sealed record TicketReceived(Ticket Ticket) : CaseEvent;

/// <summary>The customer's context was gathered, or what could be had of it. Keywords are the stemmed content words.</summary>
public sealed record ContextGathered(CustomerContext Customer, IReadOnlyList<string> Keywords, bool AutomaticMail, string? AutomaticBecause) : CaseEvent;

/// <summary>The customer wrote again. <paramref name="MessageId"/> is unique in the case; a second one of the same id is dropped before it gets here.</summary>
public sealed record CustomerMessageReceived(string MessageId, string Text, string? From, string? Channel, bool FromCustomer, bool Automatic) : CaseEvent
{
    /// <summary>When the customer wrote it, where the channel tells; messages can arrive out of order.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What it is where nobody owes it an answer; null for words to be answered. Such a message begins no turn and reopens nothing.</summary>
    public MessageMeaning? Meaning { get; init; }
}

/// <summary>A burst of customer messages became one turn for the agent.</summary>
public sealed record TurnStarted(int Turn) : CaseEvent;

// Judgements and decisions

/// <summary>Step 1. Hits are the hard rules that matched, with their evidence.</summary>
public sealed record TicketClassified(TicketClassification Classification, IReadOnlyList<RuleHit> Hits, string Policy) : CaseEvent;

/// <summary>Step 2.</summary>
public sealed record SentimentAnalysed(SentimentAnalysis Analysis, RiskProfile Risk, string Policy) : CaseEvent;

/// <summary>Step 3.</summary>
public sealed record EscalationDecided(EscalationDecision Decision, string Policy) : CaseEvent;

/// <summary>Step 4: the strategy and the text. It is sent by a <see cref="MessageQueued"/> in the same transaction, or with the handoff.</summary>
public sealed record ReplyPrepared(Strategy Strategy, Reply Reply, string Policy) : CaseEvent;

// Handoff and people

/// <summary>Step 5: the case went to people; from here the agent is silent to the customer.</summary>
public sealed record HandedOff(HandoffRecord Handoff) : CaseEvent;

/// <summary>Nobody claimed it in time, or its response is overdue: the next level of the escalation path was told.</summary>
public sealed record HandoffRaised(int Level, string Told, string Reason, DateTimeOffset ExpectedBy) : CaseEvent;

/// <summary>The handoff's follow-up time came; people were reminded when the case still waited.</summary>
public sealed record HandoffFollowedUp(string Found) : CaseEvent;

/// <summary>A customer's message reached the people who have the case.</summary>
public sealed record CustomerMessageForwarded(IReadOnlyList<string> MessageIds) : CaseEvent;

/// <summary>Every channel of the handoff failed; the emergency channel and address were told.</summary>
public sealed record ManualInterventionNeeded(string Reason) : CaseEvent;

public sealed record CaseClaimed(string By) : CaseEvent;

public sealed record CaseReleased(string By, string? Note) : CaseEvent;

/// <summary>A person gave the case back to the agent.</summary>
public sealed record ReturnedToAgent(string By, string? Note) : CaseEvent;

/// <summary>A person wrote to the customer.</summary>
public sealed record PersonReplied(string By, string Text) : CaseEvent
{
    /// <summary>The caller's idempotency key: a second call under it is this one.</summary>
    public string? Key { get; init; }
}

/// <summary>A note among the company's people and agents.</summary>
public sealed record NoteAdded(string By, string Text) : CaseEvent
{
    /// <summary>The caller's idempotency key: a second call under it is this one.</summary>
    public string? Key { get; init; }
}

// Memory, outcome, analytics

/// <summary>Step 6.</summary>
public sealed record ContextPreserved(Preservation Preservation) : CaseEvent;

/// <summary>Step 7 began; the durable times are set in the same transaction.</summary>
public sealed record OutcomeTrackingStarted(Prediction Predicted) : CaseEvent;

/// <summary>One of the durable times came, and this was found.</summary>
public sealed record OutcomeChecked(TimerKind Check, string Found) : CaseEvent;

/// <summary>A survey was queued. No longer written, and changes nothing: the survey was sent when its message was.</summary>
public sealed record SurveySent : CaseEvent;

/// <summary>The customer's rating, 1 to 5.</summary>
public sealed record FeedbackGiven(int? Satisfaction, string? Comment, bool? Resolved) : CaseEvent;

/// <summary>A person's verdict on the escalation; corrections name what the labels should have been.</summary>
public sealed record VerdictGiven(string By, bool? EscalationNeeded, IReadOnlyDictionary<string, string>? Corrections, string? Reason) : CaseEvent;

public sealed record CaseResolved(ResolutionKind Kind, string By, string? Note) : CaseEvent;

/// <summary>The customer said, after it was closed, that it is solved.</summary>
public sealed record ResolutionConfirmed(string By) : CaseEvent;

public sealed record CaseReopened(string By, string Reason) : CaseEvent;

/// <summary>Seven days after the resolution: it held, or it did not, and why.</summary>
public sealed record DurabilityJudged(bool Durable, string Found) : CaseEvent;

/// <summary>The agent's follow-up time came on a case that it had answered.</summary>
public sealed record FollowedUp(string Found) : CaseEvent;

/// <summary>The response time of policy passed without a real response.</summary>
public sealed record SlaBreached(DateTimeOffset RespondBy) : CaseEvent;

/// <summary>Step 8.</summary>
public sealed record PerformanceAnalysed(Performance Performance) : CaseEvent;

// Delivery

/// <summary>A message is to be sent: the intent, recorded before anything leaves.</summary>
public sealed record MessageQueued(OutgoingMessage Message) : CaseEvent
{
    /// <summary>The person who had it sent once more; null where it is sent for the first time.</summary>
    public string? ResentBy { get; init; }
}

public sealed record MessageSent(string MessageId, string Connector, string? ProviderId, int Attempts) : CaseEvent
{
    public override bool IsBookkeeping => true;
}

/// <summary>An attempt failed and another follows.</summary>
public sealed record MessageDelayed(string MessageId, string Connector, string Error, int Attempts, DateTimeOffset NextAttemptAt) : CaseEvent
{
    public override bool IsBookkeeping => true;
}

/// <summary>It will not be sent again by itself; a person sees it and may resend it.</summary>
public sealed record MessageRefused(string MessageId, string Connector, string Error, int Attempts) : CaseEvent;

/// <summary>A crash or a time-out came between the attempt and its answer, and the other side cannot tell: a person decides.</summary>
public sealed record MessageUncertain(string MessageId, string Connector, string Reason) : CaseEvent;

/// <summary>It was not sent, because it no longer should be (a person stepped in, too many mails to one address).</summary>
public sealed record MessageWithdrawn(string MessageId, string Reason) : CaseEvent
{
    /// <summary>The same as one word; null on what was written before there was one.</summary>
    public WithdrawnFor? For { get; init; }
}

// Timers, faults

public sealed record TimerSet(TimerKind Timer, DateTimeOffset Due) : CaseEvent;

public sealed record TimerCancelled(TimerKind Timer) : CaseEvent;

/// <summary>A timer's time came. Which step acts on it is for the state to say.</summary>
public sealed record TimerFired(TimerKind Timer) : CaseEvent;

/// <summary>A step failed and its fallback was taken.</summary>
public sealed record StepDegraded(string Step, string Reason) : CaseEvent;

/// <summary>The case cannot go on by itself: the watchdog found it without a deadline or past it, or a step and its fallback failed.</summary>
public sealed record StuckFound(string Reason) : CaseEvent
{
    /// <summary>The step that could do neither its work nor its fallback; null where no step is to blame.</summary>
    public string? Step { get; init; }
}

/// <summary>A step that this version does not know wrote it; kept, and changes nothing.</summary>
public sealed record UnknownEvent(string Name, JsonElement Body) : CaseEvent;
