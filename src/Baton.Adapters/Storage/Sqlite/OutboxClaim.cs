using Baton.Cases;
using Baton.Connectors;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Takes due messages from the outbox and decides, at the last moment, which of them may still leave.</summary>
internal static class OutboxClaim
{
    private readonly record struct Candidate(
        long Key, string CaseId, long QueuedPosition, MessagePurpose Purpose, string? LimitedTo, int Attempts, Owner Owner, bool ChangedHands, bool PersonReplied);

    /// <summary>A message taken: itself where it is at hand, else where it lies, since reading it is no work for the one writer.</summary>
    internal readonly record struct Claim(string CaseId, long QueuedPosition, WaitingMessage? Message, int Attempts, Withholding? Withheld);

    /// <summary>Why a message may not leave, in a word and in a sentence.</summary>
    internal sealed record Withholding(WithdrawnFor For, string Reason);

    public static IReadOnlyList<Claim> Run(Connection connection, WaitingMessages messages, DateTimeOffset now, int mailsPerHour, int limit)
    {
        var claimed = new List<Claim>();
        foreach (var candidate in Due(connection, now, limit))
        {
            var withheld = WhyNot(connection, candidate, now, mailsPerHour);
            if (withheld is null)
            {
                connection.Sql("UPDATE outbox SET state = 'sending', attempts = attempts + 1, sent_at = ? WHERE key = ?").With(now).With(candidate.Key).Run();
            }
            claimed.Add(new Claim(candidate.CaseId, candidate.QueuedPosition, messages.Take(candidate.QueuedPosition), candidate.Attempts + (withheld is null ? 1 : 0), withheld));
        }
        return claimed;
    }

    private static List<Candidate> Due(Connection connection, DateTimeOffset now, int limit)
    {
        var due = new List<Candidate>();
        using var rows = connection.Sql("""
            SELECT o.key, c.id, o.queued_position, o.purpose, o.limited_to, o.attempts, c.owner, c.owner_epoch <> o.owner_epoch, c.person_replies > o.person_replies
            FROM outbox o JOIN cases c ON c.key = o.case_key
            WHERE o.state = 'queued' AND o.next_attempt <= ? ORDER BY o.next_attempt, o.key LIMIT ?
            """).With(now).With(limit);
        while (rows.Step())
        {
            due.Add(new Candidate(rows.Long(0), rows.Text(1), rows.Long(2), CaseRows.Word<MessagePurpose>(rows.Text(3)), rows.TextOrNull(4), rows.Int(5),
                CaseRows.Word<Owner>(rows.Text(6)), rows.Flag(7), rows.Flag(8)));
        }
        return due;
    }

    private static Withholding? WhyNot(Connection connection, in Candidate m, DateTimeOffset now, int mailsPerHour)
    {
        if (OutgoingMessage.NeedsAgentOwner(m.Purpose) && (m.Owner != Owner.Agent || m.ChangedHands))
            return new Withholding(WithdrawnFor.PersonTookOver, "a person has taken over");
        if (m.Purpose == MessagePurpose.Acknowledgment && m.PersonReplied)
            return new Withholding(WithdrawnFor.PersonReplied, "a person has already replied");
        if (m.LimitedTo is { } address && MailsSince(connection, address, now.AddHours(-1), mailsPerHour) >= mailsPerHour)
            return new Withholding(WithdrawnFor.HourlyLimit, $"more than {mailsPerHour} mails an hour to this address");
        return null;
    }

    private static long MailsSince(Connection connection, string address, DateTimeOffset since, int enough) =>
        connection.Sql("SELECT count(*) FROM (SELECT 1 FROM outbox WHERE limited_to = ? AND sent_at IS NOT NULL AND sent_at > ? LIMIT ?)")
            .With(address).With(since).With(enough).Number() ?? 0;
}
