using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>What an append looks at before it writes.</summary>
internal readonly record struct CaseRow(long Key, long Version, Owner Owner, int OwnerEpoch, int PersonReplies, bool Runnable);

/// <summary>The rows of <c>cases</c>: one a case, without its text.</summary>
internal static class CaseRows
{
    // Where a case that nobody has classified yet stands among the runnable ones: behind the known urgent ones, before the known unhurried.
    private const Priority Unclassified = Priority.High;
    private const char KeywordSeparator = '\n';

    /// <summary>The columns of a <see cref="CaseHeader"/>, in the order that <see cref="Header"/> reads them after the key.</summary>
    public const string HeaderColumns = """
        key, id, subject, customer_key, customer_email, channel, status, owner, team, claimed_by, category, priority, decision,
        escalated, resolved, false_escalation, missed_escalation, needs_review, owner_epoch, person_replies, keywords, deadline, opened_at, updated_at, version
        """;

    /// <summary>What the index of deadlines holds, said as the index says it, or the planner would not use it. Those in it without a deadline are open.</summary>
    public const string WithDeadline = "(resolved = 0 OR deadline IS NOT NULL)";

    public static long? FindKey(Connection connection, string id) => connection.Sql("SELECT key FROM cases WHERE id = ?").With(id).Number();

    public static CaseRow? Find(Connection connection, string id)
    {
        using var row = connection.Sql("SELECT key, version, owner, owner_epoch, person_replies, runnable FROM cases WHERE id = ?").With(id);
        return row.Step() ? new CaseRow(row.Long(0), row.Long(1), Word<Owner>(row.Text(2)), row.Int(3), row.Int(4), row.Flag(5)) : null;
    }

    public static long Insert(Connection connection, CaseHeader h, long version, bool runnable, string? contentHash)
    {
        connection.Sql("""
            INSERT INTO cases (id, subject, customer_key, customer_email, channel, opened_at, content_hash,
                version, updated_at, owner_epoch, person_replies, needs_review, decision, keywords,
                status, owner, team, claimed_by, category, priority, escalated, resolved, false_escalation, missed_escalation, deadline, runnable, pressing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
            .With(h.CaseId).With(h.Subject).With(h.CustomerKey).With(h.CustomerEmail).With(h.Channel).With(h.OpenedAt).With(contentHash)
            .With(version).With(h.UpdatedAt).With(h.OwnerEpoch).With(h.PersonReplies).With(h.NeedsReview).With(WordOf(h.Decision)).With(Join(h.Keywords))
            .With(Words.Of(h.Status)).With(Words.Of(h.Owner)).With(h.Team).With(h.ClaimedBy).With(WordOf(h.Category)).With(WordOf(h.Priority))
            .With(h.Escalated).With(h.Resolved).With(h.FalseEscalation).With(h.MissedEscalation).With(h.Deadline).With(runnable).With(Pressing(h))
            .Run();
        return connection.LastKey;
    }

    public static void SetVersion(Connection connection, long key, long version) =>
        connection.Sql("UPDATE cases SET version = ? WHERE key = ?").With(version).With(key).Run();

    /// <summary>
    /// Writes what can change. Setting a column rewrites its indexes even to the same value, so the columns that indexes hold come in statements of their own,
    /// which are left out when <paramref name="before"/> (the row as it is, where that is known) says the same and find no row when it is as it was.
    /// </summary>
    public static void Update(Connection connection, long key, CaseHeader h, CaseHeader? before, long version)
    {
        connection.Sql("UPDATE cases SET version = ?, updated_at = ?, owner_epoch = ?, person_replies = ?, needs_review = ?, decision = ?, keywords = ?, escalated = ? WHERE key = ?")
            .With(version).With(h.UpdatedAt).With(h.OwnerEpoch).With(h.PersonReplies).With(h.NeedsReview).With(WordOf(h.Decision)).With(Join(h.Keywords)).With(h.Escalated)
            .With(key).Run();
        if (before is null || !SamePlace(h, before))
            UpdatePlace(connection, key, h);
        if (before is null || !SameJudgement(h, before))
            UpdateJudgement(connection, key, h);
        if (before is null || h.Deadline != before.Deadline)
            connection.Sql("UPDATE cases SET deadline = ?2 WHERE key = ?1 AND deadline IS NOT ?2").With(key).With(h.Deadline).Run();
    }

    private static bool SamePlace(CaseHeader a, CaseHeader b) =>
        a.Status == b.Status && a.Owner == b.Owner && a.Team == b.Team && a.ClaimedBy == b.ClaimedBy && a.Resolved == b.Resolved;

    private static bool SameJudgement(CaseHeader a, CaseHeader b) =>
        a.Category == b.Category && a.Priority == b.Priority && a.FalseEscalation == b.FalseEscalation && a.MissedEscalation == b.MissedEscalation;

    private static void UpdatePlace(Connection connection, long key, CaseHeader h) =>
        connection.Sql("""
            UPDATE cases SET status = ?2, owner = ?3, team = ?4, claimed_by = ?5, resolved = ?6
            WHERE key = ?1 AND (status <> ?2 OR owner <> ?3 OR team IS NOT ?4 OR claimed_by IS NOT ?5 OR resolved <> ?6)
            """)
            .With(key).With(Words.Of(h.Status)).With(Words.Of(h.Owner)).With(h.Team).With(h.ClaimedBy).With(h.Resolved).Run();

    private static void UpdateJudgement(Connection connection, long key, CaseHeader h) =>
        connection.Sql("""
            UPDATE cases SET category = ?2, priority = ?3, pressing = ?4, false_escalation = ?5, missed_escalation = ?6
            WHERE key = ?1 AND (category IS NOT ?2 OR priority IS NOT ?3 OR false_escalation IS NOT ?5 OR missed_escalation IS NOT ?6)
            """)
            .With(key).With(WordOf(h.Category)).With(WordOf(h.Priority)).With(Pressing(h)).With(h.FalseEscalation).With(h.MissedEscalation).Run();

    public static void SetRunnable(Connection connection, long key, bool runnable) =>
        connection.Sql("UPDATE cases SET runnable = ? WHERE key = ?").With(runnable).With(key).Run();

    /// <summary>Reads <see cref="HeaderColumns"/>.</summary>
    public static CaseHeader Header(Statement row) => new()
    {
        CaseId = row.Text(1),
        Subject = row.TextOrNull(2),
        CustomerKey = row.TextOrNull(3),
        CustomerEmail = row.TextOrNull(4),
        Channel = row.Text(5),
        Status = Word<CaseStatus>(row.Text(6)),
        Owner = Word<Owner>(row.Text(7)),
        Team = row.TextOrNull(8),
        ClaimedBy = row.TextOrNull(9),
        Category = WordOrNull<Category>(row.TextOrNull(10)),
        Priority = WordOrNull<Priority>(row.TextOrNull(11)),
        Decision = WordOrNull<EscalationKind>(row.TextOrNull(12)),
        Escalated = row.Flag(13),
        Resolved = row.Flag(14),
        FalseEscalation = row.FlagOrNull(15),
        MissedEscalation = row.FlagOrNull(16),
        NeedsReview = row.Flag(17),
        OwnerEpoch = row.Int(18),
        PersonReplies = row.Int(19),
        Keywords = Split(row.Text(20)),
        Deadline = row.TimeOrNull(21),
        OpenedAt = row.Time(22),
        UpdatedAt = row.Time(23),
        Version = row.Long(24),
    };

    public static string Join(IReadOnlyList<string> keywords) => string.Join(KeywordSeparator, keywords);

    public static string[] Split(string keywords) => keywords.Split(KeywordSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static T Word<T>(string word) where T : struct, Enum =>
        Words.TryParse<T>(word, out var value) ? value : throw new InvalidOperationException($"'{word}' is no {typeof(T).Name}");

    public static T? WordOrNull<T>(string? word) where T : struct, Enum => word is null ? null : Word<T>(word);

    private static string? WordOf<T>(T? value) where T : struct, Enum => value is { } v ? Words.Of(v) : null;

    private static int Pressing(CaseHeader h) => (int)(h.Priority ?? Unclassified);
}
