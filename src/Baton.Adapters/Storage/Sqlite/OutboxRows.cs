using Baton.Cases;
using Baton.Connectors;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Where each outgoing message stands. The message itself is in the event that queued it.</summary>
internal static class OutboxRows
{
    // Said as the partial index says it, or the planner would read the whole table.
    private const string UnderWay = "state IN ('sending', 'interrupted')";

    /// <summary>Queues a message, or queues it again when a person asks for that.</summary>
    public static void Queue(Connection connection, in CaseRow row, long position, MessageQueued e) =>
        connection.Sql("""
            INSERT INTO outbox (case_key, message_id, queued_position, state, purpose, limited_to, owner_epoch, person_replies, attempts, next_attempt)
            VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, 0, ?)
            ON CONFLICT (case_key, message_id) DO UPDATE SET queued_position = excluded.queued_position, state = 'queued', limited_to = excluded.limited_to,
                owner_epoch = excluded.owner_epoch, person_replies = excluded.person_replies, attempts = 0, next_attempt = excluded.next_attempt, sent_at = NULL
            """)
            .With(row.Key).With(e.Message.Id).With(position).With(Words.Of(e.Message.Purpose)).With(LimitedTo(e.Message))
            .With(row.OwnerEpoch).With(row.PersonReplies).With(e.At).Run();

    public static void Sent(Connection connection, long caseKey, string messageId, DateTimeOffset at) =>
        connection.Sql("UPDATE outbox SET state = 'sent', sent_at = coalesce(sent_at, ?) WHERE case_key = ? AND message_id = ?")
            .With(at).With(caseKey).With(messageId).Run();

    public static void Delay(Connection connection, long caseKey, MessageDelayed e) =>
        connection.Sql("UPDATE outbox SET state = 'queued', attempts = ?, next_attempt = ?, sent_at = NULL WHERE case_key = ? AND message_id = ?")
            .With(e.Attempts).With(e.NextAttemptAt).With(caseKey).With(e.MessageId).Run();

    /// <summary>It will not leave any more. One of which nobody knows whether it left keeps its time, so that it counts as a mail.</summary>
    public static void End(Connection connection, long caseKey, string messageId, DeliveryState state) =>
        connection.Sql("UPDATE outbox SET state = ?1, sent_at = iif(?1 = 'unknown', sent_at, NULL) WHERE case_key = ?2 AND message_id = ?3")
            .With(Words.Of(state)).With(caseKey).With(messageId).Run();

    /// <summary>When a process starts, what the one before was sending is marked as such.</summary>
    public static void MarkInterrupted(Connection connection) =>
        connection.Sql($"UPDATE outbox SET state = 'interrupted' WHERE {UnderWay} AND state = 'sending'").Run();

    public static IReadOnlyList<ClaimedMessage> FindInterrupted(Connection connection)
    {
        var messages = new List<ClaimedMessage>();
        using var rows = connection.Sql($"""
            SELECT c.id, o.queued_position, o.attempts FROM outbox o JOIN cases c ON c.key = o.case_key WHERE {UnderWay} AND o.state = 'interrupted' ORDER BY o.key
            """);
        while (rows.Step())
            messages.Add(new ClaimedMessage(rows.Text(0), Message(connection, rows.Long(1)), rows.Int(2), null));
        return messages;
    }

    public static DateTimeOffset? Next(Connection connection) =>
        connection.Sql("SELECT min(next_attempt) FROM outbox WHERE state = 'queued'").Number() is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public static OutgoingMessage Message(Connection connection, long queuedPosition) => ((MessageQueued)EventRows.ReadOne(connection, queuedPosition)).Message;

    // Mails that nobody but Baton decided to write can loop with another machine.
    private static string? LimitedTo(OutgoingMessage m) =>
        m is { ToCustomer: true, Purpose: not MessagePurpose.PersonReply, Channel: ChannelKind.Mail } ? m.To.Trim().ToLowerInvariant() : null;
}
