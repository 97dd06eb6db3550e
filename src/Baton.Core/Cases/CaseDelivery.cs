using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Baton.Cases;

// What of all that was written really reached the customer. Pure, as the rest of the fold.
public sealed partial record Case
{
    private static readonly ImmutableSortedSet<string> DeliveryReasons = ImmutableSortedSet.Create(StringComparer.Ordinal, "message_refused", "message_uncertain", "message_withheld");

    /// <summary>The agent's reply of this turn on its way to the customer; null where it sent none, or a person has written since.</summary>
    [JsonIgnore]
    public OutgoingState? ReplyUnderWay => RepliedTurn == Turn && Reply is { } reply
        ? Outgoing.Values.Where(o => o.Message.Purpose == MessagePurpose.Reply && o.Message.Body == reply.Text && !(LastPersonReplyAt >= o.QueuedAt)).MaxBy(o => o.QueuedAt)
        : null;

    /// <summary>This turn's reply did not reach the customer, or nobody can tell: it was refused, came back, was withheld, or its sending was cut off.</summary>
    [JsonIgnore]
    public bool ReplyFailed => ReplyUnderWay is { } reply && Failure(reply) is not null;

    /// <summary>An answer to the customer's last word was really sent: this turn's reply, or a person's. A question back is none; a goodbye that is not repeated follows one.</summary>
    [JsonIgnore]
    public bool LastWordAnswered => WaitingMessages.IsEmpty
        && (Outgoing.Values.Any(o => o is { Message.Purpose: MessagePurpose.PersonReply, State: DeliveryState.Sent } && o.QueuedAt > LastWordAt)
            || (RepliedTurn == Turn && Reply switch
            {
                { Type: ReplyType.Solution or ReplyType.TemplateResponse } => ReplyUnderWay is { State: DeliveryState.Sent },
                { Type: ReplyType.Suppressed, Template: not null } => true,
                _ => false,
            }));

    /// <summary>Why a person should look at an outgoing message: it did not arrive, or may not have; null for one that did, or that no longer should.</summary>
    public static string? Failure(OutgoingState message) => message switch
    {
        { State: DeliveryState.Refused } => "message_refused",
        { State: DeliveryState.Unknown } => "message_uncertain",
        // A reminder or a survey that was too much for this hour is missed by nobody.
        { State: DeliveryState.Withdrawn, For: WithdrawnFor.HourlyLimit, Message.Purpose: MessagePurpose.Reply or MessagePurpose.Acknowledgment } => "message_withheld",
        _ => null,
    };

    // What customers miss to this day: no later answer reached them.
    private IEnumerable<string> Undelivered()
    {
        var reached = Outgoing.Values.Where(o => o is { State: DeliveryState.Sent, Message.Purpose: MessagePurpose.Reply or MessagePurpose.PersonReply }).Select(o => o.QueuedAt).ToList();
        return Outgoing.Values.Where(o => o.Message.ToCustomer && !reached.Any(at => at > o.QueuedAt)).Select(Failure).OfType<string>();
    }

    private Case ReviewDelivery(string messageId) => Outgoing.TryGetValue(messageId, out var o) && Failure(o) is { } reason ? Review(reason) : this;

    private Case Queued(MessageQueued x)
    {
        var m = x.Message;
        var c = this with { Outgoing = Outgoing.SetItem(m.Id, new OutgoingState(m, DeliveryState.Queued, 0, null, null, x.At, null)) };
        return x.ResentBy is null ? c : c.Reviewed().Note(x.At, "message_resent", x.ResentBy, Words.Of(m.Purpose));
    }

    // A message sent once more needs no review, unless another one failed as it did.
    private Case Reviewed() => this with { ReviewReasons = ReviewReasons.Except(DeliveryReasons.Except(Outgoing.Values.Select(Failure).OfType<string>())) };

    private Case Sent(MessageSent x)
    {
        var c = Outbound(x.MessageId, o => o with { State = DeliveryState.Sent, Attempts = x.Attempts, Connector = x.Connector, Error = null, SentAt = x.At });
        if (!Outgoing.TryGetValue(x.MessageId, out var sent) || !sent.Message.ToCustomer)
            return c.Note(x.At, "message_sent", x.Connector, sent is null ? x.MessageId : Words.Of(sent.Message.Purpose));
        var purpose = sent.Message.Purpose;
        c = c.Note(x.At, "message_sent", x.Connector, Words.Of(purpose));
        if (purpose != MessagePurpose.PersonReply)
            c = c with { Messages = c.Messages.Add(new(x.At, Role.Agent, "baton", sent.Message.Body)) };
        if (purpose is MessagePurpose.Reply or MessagePurpose.Acknowledgment && c.Reply is { SentAt: null } reply && reply.Text == sent.Message.Body)
            c = c with { Reply = reply with { SentAt = x.At } };
        if (purpose == MessagePurpose.Survey && c.Outcome is { } surveyed)
            c = c with { Outcome = surveyed with { SurveySentAt = x.At } };
        if (purpose != MessagePurpose.Reply || c.FirstResponseAt is not null)
            return c;
        // An answer is a response; an acknowledgement or a handoff message does not stop the clock (spec section 15).
        // A time that has run out already is for its step to judge: a delivery changes no step's condition.
        c = c with { FirstResponseAt = x.At, Timers = c.Timers.Remove(TimerKind.SlaResponse) };
        return c.Outcome is null ? c : c with { Outcome = c.Outcome with { FirstResponseAt = x.At, SlaMet = c.Outcome.SlaMet ?? !SlaBreached } };
    }

    // What had left and came back is taken out of the conversation: the customer never read it.
    private Case Refused(MessageRefused x)
    {
        var c = Outbound(x.MessageId, o => o with { State = DeliveryState.Refused, Attempts = x.Attempts, Connector = x.Connector, Error = x.Error, SentAt = null });
        if (Outgoing.TryGetValue(x.MessageId, out var was) && was.SentAt is { } left)
        {
            c = c with
            {
                Messages = c.Messages.RemoveAll(m => m.Role == Role.Agent && m.At == left && m.Text == was.Message.Body),
                Reply = c.Reply?.SentAt == left ? c.Reply with { SentAt = null } : c.Reply,
                FirstResponseAt = c.FirstResponseAt == left ? null : c.FirstResponseAt,
            };
            if (c.FirstResponseAt is null)
                c = c.WithOutcome(o => o with { FirstResponseAt = null, SlaMet = SlaBreached ? false : null });
        }
        return c.ReviewDelivery(x.MessageId).Note(x.At, "message_refused", x.Connector, x.Error);
    }
}
