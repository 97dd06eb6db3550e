using Baton.Connectors;
using Baton.Escalation;
using Baton.Intake;
using Baton.Policies;

namespace Baton.Cases;

/// <summary>A message from the customer's side as a channel brings it. <paramref name="Id"/> makes a repeat of it known.</summary>
public sealed record IncomingMessage(string Id, string Text, string? From, string? Channel, DateTimeOffset? SentAt, IReadOnlyDictionary<string, string>? Headers);

/// <summary>What people and customers may do to a case, as pure decisions over its state. <see cref="CaseCommands"/> stores what they say.</summary>
public static class CaseRules
{
    public static Ruling Receive(Case c, IncomingMessage message, Policy policy, DateTimeOffset now)
    {
        if (c.CustomerMessages.Any(m => m.Id == message.Id))
            return Ruling.Done;
        var fromCustomer = message.From is null || string.Equals(message.From, c.Ticket.CustomerEmail, StringComparison.OrdinalIgnoreCase);
        var automatic = AutomaticMail.Detect(message.Headers, message.From, subject: null) is not null;
        var received = new CustomerMessageReceived(message.Id, message.Text, message.From, message.Channel, fromCustomer, automatic) { At = now, SentAt = message.SentAt };
        return !automatic && c.Owner == Owner.Agent ? Ruling.Of(received, new TimerSet(TimerKind.QuietTime, now.AddSeconds(policy.Conversation.QuietSeconds)) { At = now }) : Ruling.Of(received);
    }

    public static Ruling Claim(Case c, string by, DateTimeOffset now)
    {
        if (!c.IsOpen)
            return Ruling.Conflict($"ticket {c.Id} is resolved; reopen it first");
        if (c.Owner == Owner.Person)
            return c.ClaimedBy == by ? Ruling.Done : Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}");
        return Ruling.Of(new CaseClaimed(by) { At = now });
    }

    public static Ruling Release(Case c, string by, string? note, DateTimeOffset now) =>
        !c.IsOpen ? Ruling.Conflict($"ticket {c.Id} is resolved; reopen it first")
        : c.Owner != Owner.Person ? Ruling.Conflict($"ticket {c.Id} is not claimed")
        : c.ClaimedBy != by ? Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}, not by {by}")
        : Ruling.Of(new CaseReleased(by, note) { At = now });

    public static Ruling Return(Case c, string by, string? note, DateTimeOffset now)
    {
        if (!c.IsOpen)
            return Ruling.Conflict($"ticket {c.Id} is resolved; reopen it first");
        if (c.Owner == Owner.Agent)
            return Ruling.Done;
        if (c.Owner == Owner.Person && c.ClaimedBy != by)
            return Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}, not by {by}");
        var returned = new ReturnedToAgent(by, note) { At = now };
        // What the customer last wrote and nobody answered becomes the agent's turn at once.
        return c.Apply(returned).WaitingMessages.IsEmpty ? Ruling.Of(returned) : Ruling.Of(returned, new TimerSet(TimerKind.QuietTime, now) { At = now });
    }

    public static Ruling Reply(Case c, string by, string text, DateTimeOffset now)
    {
        if (c.IsOpen && c.Owner == Owner.Person && c.ClaimedBy != by)
            return Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}, not by {by}");
        var to = c.Ticket.CustomerEmail;
        var message = new OutgoingMessage
        {
            Id = c.NextMessageId(MessagePurpose.PersonReply),
            Purpose = MessagePurpose.PersonReply,
            Channel = to is null ? ChannelKind.HelpDesk : ChannelKind.Mail,
            To = to ?? c.Ticket.ExternalId ?? c.Id,
            Subject = $"Re: {c.Ticket.Subject ?? "your request"} [{c.Id}]".ReplaceLineEndings(" "),
            Body = text,
        };
        List<CaseEvent> events = [new PersonReplied(by, text) { At = now }, new MessageQueued(message) { At = now }];
        if (!c.IsOpen)
            events.Insert(0, new CaseReopened(by, "a person wrote to the customer") { At = now });
        if (!c.IsOpen || c.Owner != Owner.Person)
            events.Insert(c.IsOpen ? 0 : 1, new CaseClaimed(by) { At = now });
        return new Ruling(events, null);
    }

    public static Ruling Note(string by, string text, DateTimeOffset now) => Ruling.Of(new NoteAdded(by, text) { At = now });

    public static Ruling Resolve(Case c, string by, string? note, DateTimeOffset now) =>
        !c.IsOpen ? Ruling.Done
        : c.Owner == Owner.Person && c.ClaimedBy != by ? Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}, not by {by}")
        : Ruling.Of(new CaseResolved(ResolutionKind.ByPerson, by, note) { At = now });

    public static Ruling Reopen(Case c, string by, string? reason, Policy policy, DateTimeOffset now) =>
        c.IsOpen ? Ruling.Conflict($"ticket {c.Id} is open") : Ruling.Of(Reopened(c, by, reason ?? "reopened by a person", policy, now));

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
            false when !c.IsOpen => Ruling.Of([given, .. Reopened(c, "customer", "the customer says that it is not resolved", policy, now)]),
            _ => Ruling.Of(given),
        };
    }

    // Without new words from the customer the agent has nothing to answer that it has not answered: people take it.
    private static CaseEvent[] Reopened(Case c, string by, string reason, Policy policy, DateTimeOffset now)
    {
        var reopened = new CaseReopened(by, reason) { At = now };
        return c.Owner != Owner.Agent ? [reopened]
            : [reopened, new EscalationDecided(Decide.ForReason(EscalationReason.Reopened, $"It was closed and is not resolved: {reason}.", c, policy, now), policy.Hash) { At = now }];
    }

    public static Ruling Verdict(string by, bool? escalationNeeded, IReadOnlyDictionary<string, string>? corrections, string? reason, DateTimeOffset now) =>
        escalationNeeded is null && corrections is not { Count: > 0 }
            ? Ruling.Invalid("give escalationNeeded (true or false), or corrections (label: right value)")
            : Ruling.Of(new VerdictGiven(by, escalationNeeded, corrections, reason) { At = now });

    /// <summary>A timer's time came; one that was set anew or cancelled meanwhile is let go.</summary>
    public static Ruling Fire(Case c, TimerKind kind, DateTimeOffset now) =>
        c.Timers.TryGetValue(kind, out var due) && due <= now ? Ruling.Of(new TimerFired(kind) { At = now }) : Ruling.Done;

    /// <summary>The watchdog's finding, unless the case has moved on.</summary>
    public static Ruling Stuck(Case c, DateTimeOffset before, DateTimeOffset now)
    {
        if (!c.IsOpen || c.Stuck is not null)
            return Ruling.Done;
        // A case that steps are still working on has no deadline yet.
        if (c.Timers.Count == 0)
            return c.UpdatedAt < before ? Ruling.Of(new StuckFound("open without a deadline") { At = now }) : Ruling.Done;
        return c.Timers.Values.Min() < before ? Ruling.Of(new StuckFound("its deadline passed and nothing happened") { At = now }) : Ruling.Done;
    }
}
