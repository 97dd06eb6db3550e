using Baton.Connectors;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Cases;

/// <summary>What people and customers may do to a case, as pure decisions over its state. <see cref="CaseCommands"/> stores what they say.</summary>
public static partial class CaseRules
{
    public static Ruling Claim(Case c, string by, DateTimeOffset now)
    {
        if (!c.IsOpen)
            return Ruling.Conflict($"ticket {c.Id} is resolved; reopen it first");
        if (c.Owner == Owner.Person)
            return c.ClaimedBy == by ? Ruling.Done : Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}");
        return Ruling.Of(new CaseClaimed(by) { At = now });
    }

    /// <summary>Back into the queue; with a handoff where no team has been told of the case yet.</summary>
    public static Ruling Release(Case c, string by, string? note, Policy policy, DateTimeOffset now)
    {
        if (!c.IsOpen)
            return Ruling.Conflict($"ticket {c.Id} is resolved; reopen it first");
        if (c.Owner != Owner.Person)
            return Ruling.Conflict($"ticket {c.Id} is not claimed");
        if (c.ClaimedBy != by)
            return Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}, not by {by}");
        var released = new CaseReleased(by, note) { At = now };
        if (c is { TakenFromAgent: false, Handoff: not null })
            return Ruling.Of(released);
        var decision = Decide.ForReason(EscalationReason.PutInQueue, $"{CustomerText.Line(by, 60)} took it from the agent and put it into the queue{Quoted(note)}.", c, policy, now);
        return Ruling.Of(released, new EscalationDecided(decision, policy.Hash) { At = now });
    }

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

    public static Ruling Reply(Case c, string by, string text, string? key, DateTimeOffset now)
    {
        if (c.WasRequested(RequestKind.Reply, key))
            return c.SaidElse(RequestKind.Reply, key!, text) ? Ruling.KeyReused(c) : Ruling.Done;
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
        List<CaseEvent> events = [new PersonReplied(by, text) { At = now, Key = key }, new MessageQueued(message) { At = now }];
        if (!c.IsOpen)
            events.Insert(0, new CaseReopened(by, "a person wrote to the customer") { At = now });
        if (!c.IsOpen || c.Owner != Owner.Person)
            events.Insert(c.IsOpen ? 0 : 1, new CaseClaimed(by) { At = now });
        return new Ruling(events, null);
    }

    public static Ruling Note(Case c, string by, string text, string? key, DateTimeOffset now) =>
        c.WasRequested(RequestKind.Note, key) ? c.SaidElse(RequestKind.Note, key!, text) ? Ruling.KeyReused(c) : Ruling.Done
        : Ruling.Of(new NoteAdded(by, text) { At = now, Key = key });

    /// <summary>Sends once more, under its own id, what was refused or withheld, or may not have arrived; an answer of the agent only while it is still the agent's to give.</summary>
    public static Ruling Resend(Case c, string messageId, string by, DateTimeOffset now)
    {
        if (!c.Outgoing.TryGetValue(messageId, out var sent))
            return Ruling.NotFound($"ticket {c.Id} has no outgoing message {messageId}");
        if (Case.Failure(sent) is null)
            return Ruling.Conflict($"message {messageId} is {Words.Of(sent.State)}; only one that was refused or withheld, or of which it is unknown whether it arrived, is sent again");
        return c.PeopleCameBetween(sent) ? Ruling.Conflict($"message {messageId} was the agent's, and a person has taken over since; write with reply")
            : Ruling.Of(new MessageQueued(sent.Message) { At = now, ResentBy = by });
    }

    public static Ruling Resolve(Case c, string by, string? note, DateTimeOffset now) =>
        !c.IsOpen ? Ruling.Done
        : c.Owner == Owner.Person && c.ClaimedBy != by ? Ruling.Conflict($"ticket {c.Id} is claimed by {c.ClaimedBy}, not by {by}")
        : Ruling.Of(new CaseResolved(ResolutionKind.ByPerson, by, note) { At = now });

    public static Ruling Reopen(Case c, string by, string? reason, Policy policy, DateTimeOffset now) =>
        c.IsOpen ? Ruling.Conflict($"ticket {c.Id} is open") : Ruling.Of(Reopened(c, by, reason ?? "reopened by a person", policy, now));

    public static Ruling Verdict(string by, bool? escalationNeeded, IReadOnlyDictionary<string, string>? corrections, string? reason, Policy policy, DateTimeOffset now)
    {
        if (escalationNeeded is null && corrections is not { Count: > 0 })
            return Ruling.Invalid("give escalationNeeded (true or false), or corrections (label: right value)");
        var (known, errors) = Corrections.Read(corrections, policy);
        return errors.Count > 0 ? Ruling.Invalid(errors) : Ruling.Of(new VerdictGiven(by, escalationNeeded, known, reason) { At = now });
    }

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
