using System.Collections.Immutable;
using Baton.Handoff;
using Baton.Outcomes;

namespace Baton.Cases;

// How each event changes the case. Pure: no clock, no randomness, no lookups.
public sealed partial record Case
{
    /// <summary>Opens a case from its first event.</summary>
    public static Case Open(TicketReceived e) => new()
    {
        Id = e.Ticket.Id,
        Version = 1,
        Ticket = e.Ticket,
        OpenedAt = e.At,
        UpdatedAt = e.At,
        CustomerMessages = [new CustomerMessage("1", e.Ticket.ReceivedAt, e.Ticket.Description, e.Ticket.CustomerEmail, true, 1)],
        Messages = [new ConversationEntry(e.Ticket.ReceivedAt, Role.Customer, e.Ticket.CustomerName ?? e.Ticket.CustomerEmail, e.Ticket.Description)],
        Timeline = [new TimelineEntry(e.At, "ticket_received", e.Ticket.CustomerEmail, e.Ticket.Subject ?? "(no subject)")],
    };

    /// <summary>Folds events onto a snapshot, or from the start.</summary>
    public static Case Fold(Case? snapshot, IEnumerable<StoredEvent> events)
    {
        var c = snapshot;
        foreach (var e in events)
            c = c is null ? Open((TicketReceived)e.Event) : c.Apply(e.Event);
        return c ?? throw new InvalidOperationException("a case has at least its first event");
    }

    /// <summary>The case after one more event.</summary>
    public Case Apply(CaseEvent e) => Change(e) with { Version = Version + 1, UpdatedAt = e.At };

    private Case Change(CaseEvent e) => e switch
    {
        TicketReceived => throw new InvalidOperationException($"case {Id} was opened twice"),
        ContextGathered x => this with { Customer = x.Customer, Keywords = x.Keywords, AutomaticMail = x.AutomaticMail, AutomaticBecause = x.AutomaticBecause },
        CustomerMessageReceived x => Received(x),
        TurnStarted x => Started(x),
        TicketClassified x => Classified(x),
        SentimentAnalysed x => Analysed(x),
        EscalationDecided x => Decided(x),
        ReplyPrepared x => Prepared(x),
        HandedOff x => Hand(x),
        HandoffRaised x => this with
        {
            Handoff = Handoff is null ? null : Handoff with { Level = x.Level, ExpectedBy = x.ExpectedBy },
            DueTimers = DueTimers.Remove(TimerKind.ClaimDeadline),
            Stuck = null,
            Timeline = Timeline.Add(new(x.At, "handoff_raised", x.Told, x.Reason)),
        },
        HandoffFollowedUp x => this with { DueTimers = DueTimers.Remove(TimerKind.HandoffFollowUp), Timeline = Timeline.Add(new(x.At, "handoff_followed_up", null, x.Found)) },
        CustomerMessageForwarded x => this with { WaitingMessages = WaitingMessages.RemoveRange(x.MessageIds), InCopyMessages = InCopyMessages.RemoveRange(x.MessageIds) },
        ManualInterventionNeeded x => this with
        {
            Handoff = Handoff is null ? null : Handoff with { ManualIntervention = true },
            ReviewReasons = ReviewReasons.Add("manual_intervention"),
            Timeline = Timeline.Add(new(x.At, "manual_intervention_needed", null, x.Reason)),
        },
        CaseClaimed x => Claimed(x),
        CaseReleased x => Released(x),
        ReturnedToAgent x => Returned(x),
        PersonReplied x => Replied(x),
        NoteAdded x => (this with { InternalMessages = InternalMessages.Add(new(x.At, Role.Person, x.By, x.Text)) }).Requested(RequestKind.Note, x.Key, x.Text),
        ContextPreserved x => this with { Preservation = x.Preservation, PreservedTurn = Turn, PreservedTouches = HumanTouches, PreservedEnd = EndRevision, StepsRun = StepsRun + 1 },
        OutcomeTrackingStarted x => Tracked(x),
        OutcomeChecked x => Checked(x),
        SurveySent => this,
        FeedbackGiven x => Rated(x),
        VerdictGiven x => Judged(x),
        CaseResolved x => Close(x),
        ResolutionConfirmed x => Confirmed(x),
        CaseReopened x => Reopen(x.At, x.By, x.Reason),
        DurabilityJudged x => (this with { DueTimers = DueTimers.Remove(TimerKind.DurabilityCheck), EndRevision = EndRevision + 1, Answers = x.Durable ? Answers : LastFailed() }).WithOutcome(o => o with { Durable = x.Durable })
            .Note(x.At, "durability_judged", null, x.Found),
        FollowedUp x => (this with { DueTimers = DueTimers.Remove(TimerKind.FollowUp) }).Note(x.At, "followed_up", null, x.Found),
        SlaBreached x => (this with { SlaBreached = true, DueTimers = DueTimers.Remove(TimerKind.SlaResponse) }).WithOutcome(o => o with { SlaMet = false })
            .Note(x.At, "sla_breached", null, "no real response within the time of policy"),
        PerformanceAnalysed x => this with { Performance = x.Performance, AnalysedOutcomeRevision = OutcomeRevision, StepsRun = StepsRun + 1 },
        MessageQueued x => Queued(x),
        MessageSent x => Sent(x),
        MessageDelayed x => Outbound(x.MessageId, o => o with { State = DeliveryState.Queued, Attempts = x.Attempts, Connector = x.Connector, Error = x.Error }),
        MessageRefused x => Refused(x),
        MessageUncertain x => Outbound(x.MessageId, o => o with { State = DeliveryState.Unknown, Connector = x.Connector, Error = x.Reason })
            .ReviewDelivery(x.MessageId).Note(x.At, "message_uncertain", x.Connector, x.Reason),
        MessageWithdrawn x => Outbound(x.MessageId, o => o with { State = DeliveryState.Withdrawn, Error = x.Reason, For = x.For })
            .ReviewDelivery(x.MessageId).Note(x.At, "message_withdrawn", null, x.Reason),
        TimerSet x => this with
        {
            Timers = Timers.SetItem(x.Timer, x.Due),
            DueTimers = DueTimers.Remove(x.Timer),
            RespondBy = x.Timer == TimerKind.SlaResponse ? x.Due : RespondBy,
        },
        TimerCancelled x => this with { Timers = Timers.Remove(x.Timer), DueTimers = DueTimers.Remove(x.Timer) },
        TimerFired x => this with { Timers = Timers.Remove(x.Timer), DueTimers = DueTimers.Add(x.Timer) },
        StepDegraded x => (this with { Degraded = Degraded.Add(new(x.Step, x.Reason, x.At)) }).Note(x.At, "degraded", x.Step, x.Reason),
        StuckFound x => (this with { Stuck = x.Reason, SetAside = x.Step is null ? SetAside : SetAside.Add(x.Step) }).Review("stuck").Note(x.At, "stuck_found", null, x.Reason),
        UnknownEvent => this,
        _ => throw new InvalidOperationException($"no fold for {e.GetType().Name}"),
    };

    private Case Received(CustomerMessageReceived x)
    {
        var asksNothing = x.Automatic || x.Meaning is not null;
        var c = this with
        {
            CustomerMessages = CustomerMessages.Add(new(x.MessageId, x.At, x.Text, x.From, x.FromCustomer, 0, asksNothing)),
            WaitingMessages = asksNothing ? WaitingMessages : WaitingMessages.Add(x.MessageId),
            InCopyMessages = x.Meaning == MessageMeaning.InCopy ? InCopyMessages.Add(x.MessageId) : InCopyMessages,
            Messages = InOrder(new(x.SentAt ?? x.At, Role.Customer, x.From, x.Text)),
            Timeline = Timeline.Add(new(x.At, "customer_wrote", x.From, Kind(x))),
        };
        return c.Status == CaseStatus.Resolved && !asksNothing ? c.Reopen(x.At, x.From ?? "customer", "the customer wrote again") : c;
    }

    private static string Kind(CustomerMessageReceived x) => x switch
    {
        { Meaning: MessageMeaning.Bounce } => "a mail of ours came back",
        { Automatic: true } => "automatic mail",
        { Meaning: MessageMeaning.Rating } => "a rating",
        { Meaning: MessageMeaning.Thanks } => "thanks; nothing is asked",
        { Meaning: MessageMeaning.InCopy } => "somebody who is not the customer",
        _ => "a new message",
    };

    private Case Requested(RequestKind kind, string? key, string text) => key is null ? this
        : this with { RequestKeys = RequestKeys.Add(RequestKey(kind, key)), RequestHashes = RequestHashes.SetItem(RequestKey(kind, key), FollowUps.Hash(text)) };

    // Messages can arrive out of order; the conversation reads in the order in which they were written.
    private ImmutableList<ConversationEntry> InOrder(ConversationEntry entry)
    {
        var place = Messages.Count;
        while (place > 1 && Messages[place - 1].At > entry.At)
            place--;
        return Messages.Insert(place, entry);
    }

    // What nobody answered yet goes on in the new turn, so that the answer is to all of it.
    private Case Started(TurnStarted x) => this with
    {
        Turn = x.Turn,
        Status = CaseStatus.Processing,
        SetAside = SetAside.Clear(),
        CustomerMessages = [.. CustomerMessages.Select(m => WaitingMessages.Contains(m.Id) || (m.Turn == Turn && RepliedTurn < Turn && !(m.At <= LastPersonReplyAt)) ? m with { Turn = x.Turn } : m)],
        WaitingMessages = [],
        DueTimers = DueTimers.Remove(TimerKind.QuietTime).Remove(TimerKind.FollowUp),
        Timers = Timers.Remove(TimerKind.QuietTime).Remove(TimerKind.FollowUp),
    };

    private Case Classified(TicketClassified x) => (this with
    {
        Classification = x.Classification,
        RuleHits = x.Hits,
        ClassifiedTurn = Turn,
        StepsRun = StepsRun + 1,
    }).Decide(DecisionType.Classification, x.Classification.By, Words.Of(x.Classification.Category), x.Classification.Confidence, x.Policy, x.At)
        .Review("classification", x.Classification.HumanReviewRequired)
        .Note(x.At, "classified", x.Classification.By, $"{Words.Of(x.Classification.Category)}, {Words.Of(x.Classification.Priority)}");

    private Case Analysed(SentimentAnalysed x) => (this with
    {
        Analysis = x.Analysis,
        Risk = x.Risk,
        AnalysedTurn = Turn,
        StepsRun = StepsRun + 1,
        FrustrationHistory = x.Analysis.Frustration is { } f ? FrustrationHistory.Add(f) : FrustrationHistory,
        Answers = x.Analysis.Sentiment <= Sentiment.Negative && !Answers.IsEmpty && Answers[^1].Turn < Turn ? LastFailed() : Answers,
        NegativeStreak = HasAnswered && x.Analysis.Sentiment <= Sentiment.Negative ? RepliedStreak + 1 : 0,
    }).Review("analysis", x.Analysis.HumanReviewRequired)
        .Note(x.At, "analysed", x.Analysis.By, $"frustration {x.Analysis.Frustration?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}, risk {x.Risk.Overall}");

    // A decision made after the case was given back asks for a handoff of its own, even within the turn of the first one.
    private Case Decided(EscalationDecided x) => (this with { Decision = x.Decision, DecidedTurn = Turn, HandedOffTurn = Math.Min(HandedOffTurn, Turn - 1), StepsRun = StepsRun + 1 })
        .Decide(DecisionType.Escalation, x.Decision.By, Words.Of(x.Decision.Decision), x.Decision.Confidence, x.Policy, x.At)
        .Note(x.At, "decided", x.Decision.By, $"{Words.Of(x.Decision.Decision)}: {x.Decision.PrimaryReason}");

    private Case Prepared(ReplyPrepared x) => (this with
    {
        Strategy = x.Strategy,
        Reply = x.Reply,
        Answers = Answered(x),
        RepliedTurn = Turn,
        RepliedStreak = NegativeStreak,
        StepsRun = StepsRun + 1,
        Status = Escalating ? Status : CaseStatus.Answered,
        DueTimers = DueTimers.Remove(TimerKind.FollowUp),
    }).Decide(DecisionType.Strategy, x.Reply.Template ?? "policy", Words.Of(x.Strategy), x.Reply.Confidence, x.Policy, x.At)
        .Decide(DecisionType.Reply, x.Reply.Template ?? "policy", Words.Of(x.Reply.Type), x.Reply.Confidence, x.Policy, x.At);

    // A goodbye answers nothing. The message is queued right after this, under the next id.
    private ImmutableList<GivenAnswer> Answered(ReplyPrepared x) =>
        Escalating || x.Reply is not { Type: ReplyType.Solution or ReplyType.TemplateResponse, Template: not ("resolved" or "thanks") } ? Answers
        : Answers.Add(new GivenAnswer(Turn, NextMessageId(MessagePurpose.Reply), x.Strategy, [.. x.Reply.Citations.Select(c => c.ArticleId)]));

    private ImmutableList<GivenAnswer> LastFailed() => Answers.IsEmpty ? Answers : Answers.SetItem(Answers.Count - 1, Answers[^1] with { Failed = true });

    private Case Hand(HandedOff x) => (this with
    {
        Handoff = x.Handoff,
        HandedOffTurn = Turn,
        TakenFromAgent = false,
        Owner = Owner.Queue,
        OwnerEpoch = OwnerEpoch + 1,
        HumanTouches = HumanTouches + 1,
        Status = CaseStatus.Escalated,
        StepsRun = StepsRun + 1,
        Stuck = null,
        OutcomeRevision = OutcomeRevision + 1,
        Timers = Timers.Remove(TimerKind.FollowUp),
        DueTimers = DueTimers.Remove(TimerKind.FollowUp),
        InternalMessages = InternalMessages.Add(new(x.At, Role.Agent, "baton", x.Handoff.Brief.Issue)),
    }).Note(x.At, "handed_off", x.Handoff.Team, x.Handoff.Package.Escalation.Reason);

    private Case Claimed(CaseClaimed x) => (this with
    {
        Owner = Owner.Person,
        TakenFromAgent = TakenFromAgent || Owner == Owner.Agent,
        OwnerEpoch = OwnerEpoch + 1,
        Status = CaseStatus.Claimed,
        HandedOffTurn = Turn,
        HumanTouches = Math.Max(1, HumanTouches),
        ClaimedBy = x.By,
        ClaimedAt = x.At,
        Timers = Timers.Remove(TimerKind.ClaimDeadline),
        DueTimers = DueTimers.Remove(TimerKind.ClaimDeadline),
        Stuck = null,
        ReviewReasons = ReviewReasons.Remove("stuck"),
    }).WithOutcome(o => Handoff is null ? o with { MissedEscalation = true } : o).Note(x.At, "claimed", x.By, "a person took the case");

    private Case Released(CaseReleased x) => (this with
    {
        Owner = Owner.Queue,
        OwnerEpoch = OwnerEpoch + 1,
        Status = CaseStatus.Escalated,
        ClaimedBy = null,
        ClaimedAt = null,
        InternalMessages = x.Note is null ? InternalMessages : InternalMessages.Add(new(x.At, Role.Person, x.By, x.Note)),
    }).Note(x.At, "released", x.By, x.Note ?? "back to the queue");

    // The turn that people had is over, however far the agent had come with it: what is still unanswered makes a new one.
    private Case Returned(ReturnedToAgent x) => (this with
    {
        Owner = Owner.Agent,
        OwnerEpoch = OwnerEpoch + 1,
        Status = Unanswered().IsEmpty ? CaseStatus.Answered : CaseStatus.Processing,
        ClassifiedTurn = Turn,
        AnalysedTurn = Turn,
        DecidedTurn = Turn,
        RepliedTurn = Turn,
        HandedOffTurn = Turn,
        TakenFromAgent = false,
        WaivedRules = [.. WaivedRules.Concat(RuleHits.Select(h => h.RuleId)).Distinct()],
        MessagesAtReturn = CustomerMessages.Count,
        RuleHits = [],
        ClaimedBy = null,
        ClaimedAt = null,
        NegativeStreak = 0,
        RepliedStreak = 0,
        Stuck = null,
        SetAside = SetAside.Clear(),
        Timers = Timers.Remove(TimerKind.ClaimDeadline).Remove(TimerKind.HandoffFollowUp),
        DueTimers = DueTimers.Remove(TimerKind.ClaimDeadline).Remove(TimerKind.HandoffFollowUp),
        InternalMessages = x.Note is null ? InternalMessages : InternalMessages.Add(new(x.At, Role.Person, x.By, x.Note)),
        WaitingMessages = Unanswered(),
    }).Note(x.At, "returned_to_agent", x.By, x.Note ?? "given back");

    // What the customer wrote after the last answer of anybody: the agent owes an answer to that. To be told that it arrived is no answer.
    private ImmutableList<string> Unanswered()
    {
        var answers = Outgoing.Values.Where(o => o.Message.Purpose == MessagePurpose.Reply && o.SentAt is not null).Select(o => o.SentAt!.Value);
        var answeredAt = answers.Append(LastPersonReplyAt ?? DateTimeOffset.MinValue).Max();
        var unanswered = CustomerMessages.Where(m => m.At > answeredAt && !m.AsksNothing).ToList();
        // What came before a person took the case is theirs; where the customer has written since, that is what the agent is given.
        var since = unanswered.Where(m => m.At > ClaimedAt).ToList();
        return [.. (since.Count > 0 ? since : unanswered).Select(m => m.Id).Union(WaitingMessages)];
    }

    private Case Replied(PersonReplied x) => (this with
    {
        PersonReplies = PersonReplies + 1,
        LastPersonReplyAt = x.At,
        FirstResponseAt = FirstResponseAt ?? x.At,
        WaitingMessages = [],
        Messages = Messages.Add(new(x.At, Role.Person, x.By, x.Text)),
        Timers = Timers.Remove(TimerKind.SlaResponse),
        DueTimers = DueTimers.Remove(TimerKind.SlaResponse),
    }).Requested(RequestKind.Reply, x.Key, x.Text).WithOutcome(o => o with { FirstResponseAt = o.FirstResponseAt ?? x.At, SlaMet = o.SlaMet ?? !SlaBreached }).Note(x.At, "person_replied", x.By, "a person wrote to the customer");

    private Case Checked(OutcomeChecked x) => (this with { DueTimers = DueTimers.Remove(x.Check) })
        .WithOutcome(o => o with
        {
            Checks = [.. o.Checks, new OutcomeCheck(Words.Of(x.Check), x.At, x.Found)],
            FinalAt = x.Check == TimerKind.FinalAnalysis ? x.At : o.FinalAt,
        }).Note(x.At, "outcome_checked", null, x.Found);

    private Case Rated(FeedbackGiven x) => (this with
    {
        SaidUnresolved = x.Resolved is { } resolved ? !resolved : SaidUnresolved,
        Answers = x.Resolved is false ? LastFailed() : Answers,
    }).WithOutcome(o => o with { Satisfaction = x.Satisfaction ?? o.Satisfaction, Comment = x.Comment ?? o.Comment })
        .Note(x.At, "feedback_given", "customer", x.Satisfaction is { } s ? $"satisfaction {s} of 5" : "a comment");

    private Case Judged(VerdictGiven x) => WithOutcome(o => o with
    {
        EscalationNeeded = x.EscalationNeeded ?? o.EscalationNeeded,
        VerdictBy = x.By,
        FalseEscalation = x.EscalationNeeded is { } needed && HumanTouches > 0 ? !needed : o.FalseEscalation,
        MissedEscalation = x.EscalationNeeded is { } wanted && HumanTouches == 0 ? wanted : o.MissedEscalation,
    }).Note(x.At, "verdict_given", x.By, x.Reason ?? "a verdict");

    // A first response or a resolution may have come before the tracking did.
    private Case Tracked(OutcomeTrackingStarted x)
    {
        var outcome = new Outcome
        {
            TrackingSince = x.At,
            Predicted = x.Predicted,
            FirstResponseAt = FirstResponseAt,
            SlaMet = SlaBreached ? false : FirstResponseAt is null ? null : true,
        };
        return this with { Outcome = Closed is { } closed ? Ended(outcome, closed) : outcome, StepsRun = StepsRun + 1 };
    }

    private Outcome Ended(Outcome o, Closure closed) => closed.Kind == ResolutionKind.NotOwed ? o with { Resolution = closed.Kind } : o with
    {
        Resolved = true,
        Resolution = closed.Kind,
        ResolvedBy = closed.By,
        ResolvedAt = closed.At,
        ResolutionMinutes = (closed.At - OpenedAt).TotalMinutes,
    };

    private Case Close(CaseResolved x)
    {
        var closed = new Closure(x.Kind, x.By, x.At);
        var quick = Outcome?.EscalationNeeded is null && x.Kind == ResolutionKind.ByPerson && HumanTouches > 0 && ClaimedAt is { } claimed && x.At - claimed < FalseEscalationWithin;
        return (this with
        {
            Status = CaseStatus.Resolved,
            Closed = closed,
            EndRevision = EndRevision + 1,
            SaidUnresolved = false,
            Stuck = null,
            WaitingMessages = [],
            Timers = Timers.Remove(TimerKind.ClaimDeadline).Remove(TimerKind.HandoffFollowUp).Remove(TimerKind.FollowUp).Remove(TimerKind.SlaResponse).Remove(TimerKind.QuietTime),
            DueTimers = DueTimers.Remove(TimerKind.ClaimDeadline).Remove(TimerKind.HandoffFollowUp).Remove(TimerKind.FollowUp).Remove(TimerKind.SlaResponse).Remove(TimerKind.QuietTime),
            ReviewReasons = ReviewReasons.Intersect(Undelivered()),
        }).WithOutcome(o => Ended(o, closed) with { FalseEscalation = quick ? true : o.FalseEscalation })
            .Note(x.At, "resolved", x.By, x.Note ?? Words.Of(x.Kind));
    }

    // When it was closed, and by which person, stays as it was; silence resolved nothing.
    private Case Confirmed(ResolutionConfirmed x)
    {
        if (Closed is not { } closed)
            return this;
        var confirmed = closed with { Kind = ResolutionKind.Confirmed, By = closed.Kind == ResolutionKind.ByPerson ? closed.By : x.By };
        return (this with { Closed = confirmed, EndRevision = EndRevision + 1 }).WithOutcome(o => Ended(o, confirmed)).Note(x.At, "resolution_confirmed", x.By, "the customer says that it is solved");
    }

    // Spec section 2, step 7: a person who is done in less did not need the case.
    private static readonly TimeSpan FalseEscalationWithin = TimeSpan.FromMinutes(2);

    // Back to whoever had it: the agent, or people, of whom anybody may claim it anew.
    private Case Reopen(DateTimeOffset at, string by, string reason) => (this with
    {
        Status = Owner == Owner.Agent ? CaseStatus.Processing : CaseStatus.Escalated,
        Owner = Owner == Owner.Agent ? Owner.Agent : Owner.Queue,
        OwnerEpoch = OwnerEpoch + 1,
        Closed = null,
        EndRevision = EndRevision + 1,
        ClaimedBy = null,
        ClaimedAt = null,
        Timers = Timers.Remove(TimerKind.DurabilityCheck),
        DueTimers = DueTimers.Remove(TimerKind.DurabilityCheck),
    }).WithOutcome(o => o with
    {
        Reopened = o.Reopened + 1,
        Resolved = null,
        Resolution = null,
        ResolvedBy = null,
        ResolvedAt = null,
        ResolutionMinutes = null,
        // What was judged when its seven days were over stays judged.
        Durable = o.Durable ?? (o.Resolved is true ? false : null),
        // What was guessed from a quick end is no longer so; what a person judged stays.
        FalseEscalation = o.EscalationNeeded is null ? null : o.FalseEscalation,
    }).Note(at, "reopened", by, reason);

    private Case Outbound(string id, Func<OutgoingState, OutgoingState> change) =>
        Outgoing.TryGetValue(id, out var state) ? this with { Outgoing = Outgoing.SetItem(id, change(state)) } : this;

    private Case WithOutcome(Func<Outcome, Outcome> change) =>
        Outcome is null ? this : this with { Outcome = change(Outcome), OutcomeRevision = OutcomeRevision + 1 };

    private Case Note(DateTimeOffset at, string what, string? who, string text) => this with { Timeline = Timeline.Add(new(at, what, who, text)) };

    private Case Review(string reason, bool needed = true) => needed ? this with { ReviewReasons = ReviewReasons.Add(reason) } : this;

    private Case Decide(DecisionType type, string proposer, string suggestion, double? confidence, string policy, DateTimeOffset at) =>
        this with { Decisions = Decisions.Add(new($"{Id}.d{Decisions.Count + 1}", type, Turn, proposer, suggestion, confidence, policy, at)) };
}
