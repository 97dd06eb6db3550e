using Baton.Conversation;
using Baton.Escalation;
using Baton.Intake;
using Baton.Outcomes;
using Baton.Policies;

namespace Baton.Cases;

/// <summary>A message from the customer's side as a channel brings it. <paramref name="Id"/> makes a repeat of it known; subject and headers tell automatic mail.</summary>
public sealed record IncomingMessage(
    string Id, string Text, string? From, string? Channel, DateTimeOffset? SentAt, IReadOnlyDictionary<string, string>? Headers, string? Subject = null)
{
    private const string ByKey = "key:";

    /// <summary>The id of a message that is known by its call's idempotency key alone.</summary>
    public static string IdOf(string idempotencyKey) => ByKey + idempotencyKey;

    internal bool IsByKey => Id.StartsWith(ByKey, StringComparison.Ordinal);
}

// What the customer does: writes, rates.
public static partial class CaseRules
{
    /// <summary>A message on the case: words to be answered, or one of the few kinds that nobody owes an answer.</summary>
    public static Ruling Receive(Case c, IncomingMessage message, Policy policy, DateTimeOffset now)
    {
        if (c.CustomerMessages.Find(m => m.Id == message.Id) is { } known)
            return message.IsByKey && known.Text != message.Text ? Ruling.KeyReused(c) : Ruling.Done;
        var automatic = AutomaticMail.Detect(message.Headers, message.From, message.Subject) is not null;
        var received = new CustomerMessageReceived(message.Id, message.Text, message.From, message.Channel, IsCustomer(c, message.From), automatic) { At = now, SentAt = message.SentAt };
        if (automatic)
            return CameBack(c, message, received) ?? Ruling.Of(received);
        if (!received.FromCustomer)
            return Ruling.Of(received with { Meaning = MessageMeaning.InCopy });
        return Rating(c, received, policy) ?? Thanks(c, received) ?? ToBeAnswered(c, received, policy);
    }

    // A mail of ours that came back never arrived, whatever its server said when it took it; the response time that it met, it did not meet.
    private static Ruling? CameBack(Case c, IncomingMessage message, CustomerMessageReceived received)
    {
        if (!AutomaticMail.IsBounce(message.Headers, message.From, message.Subject, message.Text) || Returned(c, message.Text) is not { } ours)
            return null;
        List<CaseEvent> events =
        [
            received with { Meaning = MessageMeaning.Bounce },
            new MessageRefused(ours.Message.Id, ours.Connector ?? "mail", "the mail came back as undeliverable", ours.Attempts) { At = received.At },
        ];
        if (c.Closed is { Kind: ResolutionKind.Assumed } && ours.Message.Purpose == MessagePurpose.Reply)
            events.Add(new CaseReopened("baton", "silence followed an answer that came back as undeliverable") { At = received.At });
        if (c.FirstResponseAt is { } response && response == ours.SentAt && c is { SlaBreached: false, RespondBy: { } by })
            events.Add(new TimerSet(TimerKind.SlaResponse, by > received.At ? by : received.At) { At = received.At });
        return new Ruling(events, null);
    }

    // The mail that the report names by its Message-ID, else the last one.
    private static OutgoingState? Returned(Case c, string report)
    {
        var mails = c.Outgoing.Values.Where(o => o is { Message: { ToCustomer: true, Channel: ChannelKind.Mail }, State: DeliveryState.Sent or DeliveryState.Unknown }).OrderBy(o => o.QueuedAt).ToList();
        return mails.LastOrDefault(o => report.Contains($"{o.Message.Id}@", StringComparison.Ordinal)) ?? mails.LastOrDefault();
    }

    /// <summary>A ticket that came again from its source: what it says anew is a further message, what it said already is not.</summary>
    public static Ruling Repeat(Case c, IncomingMessage message, Policy policy, DateTimeOffset now) =>
        c.Ticket.Description == message.Text ? Ruling.Done : Receive(c, message, policy, now);

    // Where no address is known, whoever writes on the ticket is taken for its customer: there is nobody else to answer.
    private static bool IsCustomer(Case c, string? from) =>
        from is null || c.CustomerAddress is not { Length: > 0 } address || string.Equals(from.Trim(), address, StringComparison.OrdinalIgnoreCase);

    // What a person closed goes back to people, with a handoff of its own: whoever closed it need not be there any more.
    private static Ruling ToBeAnswered(Case c, CustomerMessageReceived received, Policy policy) =>
        c.Owner != Owner.Agent ? c.IsOpen ? Ruling.Of(received) : Ruling.Of(received, ToPeople(c, "It was closed, and the customer wrote again.", policy, received.At))
        : Ruling.Of(received, new TimerSet(TimerKind.QuietTime, received.At.AddSeconds(policy.Conversation.QuietSeconds)) { At = received.At });

    // The answer to the survey as the survey asks for it. What it asks beyond the rating is answered like any other message.
    private static Ruling? Rating(Case c, CustomerMessageReceived received, Policy policy)
    {
        if (!SurveyAnswer.Awaited(c) || SurveyAnswer.Read(received.Text) is not { } answer || (c.Outcome?.Satisfaction is not null && answer.Comment is not null))
            return null;
        var given = new FeedbackGiven(answer.Satisfaction, answer.Comment, answer.Unresolved ? false : null) { At = received.At };
        if (answer.Unresolved)
        {
            return c.IsOpen && (c.Owner != Owner.Agent || c.AwaitsHandoff) ? Ruling.Of(received, given)
                : Ruling.Of(received, given, ToPeople(c, $"The customer says that it is not resolved{Quoted(answer.Comment)}.", policy, received.At));
        }
        return answer.Asks
            ? new Ruling([given, .. ToBeAnswered(c, received, policy).Events], null)
            : Ruling.Of(received with { Meaning = MessageMeaning.Rating }, given);
    }

    // On an open case the agent, or the person who has it, reads the thanks; on a closed one they ask nobody for anything.
    private static Ruling? Thanks(Case c, CustomerMessageReceived received)
    {
        var closing = c.IsOpen ? ClosingKind.None : Closing.Of(MessageCleaner.Clean(received.Text));
        var thanks = received with { Meaning = MessageMeaning.Thanks };
        return closing switch
        {
            ClosingKind.None => null,
            ClosingKind.Solved => new Ruling([thanks, .. Confirmed(c, received.At)], null),
            ClosingKind.Thanks => Ruling.Of(thanks),
        };
    }

    private static CaseEvent[] Confirmed(Case c, DateTimeOffset now) =>
        c.Closed is null or { Kind: ResolutionKind.Confirmed } ? [] : [new ResolutionConfirmed("customer") { At = now }];

    /// <summary>The customer's answer to the survey, or to an answer.</summary>
    public static Ruling Feedback(Case c, int? satisfaction, string? comment, bool? resolved, Policy policy, DateTimeOffset now)
    {
        if (satisfaction is < 1 or > 5)
            return Ruling.Invalid("satisfaction must be a whole number from 1 to 5");
        if (satisfaction is null && comment is null && resolved is null)
            return Ruling.Invalid("give at least one of satisfaction (1 to 5), comment, resolved (true or false)");
        var given = new FeedbackGiven(satisfaction, comment, resolved) { At = now };
        return resolved switch
        {
            true when c.IsOpen => Ruling.Of(given, new CaseResolved(ResolutionKind.Confirmed, "customer", null) { At = now }),
            true => new Ruling([given, .. Confirmed(c, now)], null),
            false when !c.IsOpen => new Ruling([given, .. Reopened(c, "customer", "the customer says that it is not resolved", policy, now)], null),
            false when c.Owner == Owner.Agent && !c.AwaitsHandoff => Ruling.Of(given, ToPeople(c, $"The customer says that it is not resolved{Quoted(comment)}.", policy, now)),
            _ => Ruling.Of(given),
        };
    }

    private static string Quoted(string? comment) => CustomerText.Line(comment, 140) is { Length: > 0 } words ? $": {words}" : "";

    // Without new words from the customer the agent has nothing to answer that it has not answered: people take it.
    private static CaseEvent[] Reopened(Case c, string by, string reason, Policy policy, DateTimeOffset now) =>
        [new CaseReopened(by, reason) { At = now }, ToPeople(c, $"It was closed and is not resolved: {reason}.", policy, now)];

    private static EscalationDecided ToPeople(Case c, string sentence, Policy policy, DateTimeOffset now) =>
        new(Decide.ForReason(EscalationReason.Reopened, sentence, c, policy, now), policy.Hash) { At = now };
}
