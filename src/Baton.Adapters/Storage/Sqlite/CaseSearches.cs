using Baton.Cases;
using Baton.Intake;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>The questions that steps and workers ask about many cases; each is answered from an index, in time that does not grow with the store.</summary>
internal static class CaseSearches
{
    // What thresholds learn from is recent practice; older outcomes say little about it.
    private const int OutcomesCounted = 10_000;

    public static IReadOnlyList<PastCase> PastCases(Connection connection, string customerKey, string exceptCaseId, DateTimeOffset since, int limit)
    {
        var cases = new List<PastCase>();
        using var rows = connection.Sql("""
            SELECT id, opened_at, category, keywords, escalated, resolved FROM cases
            WHERE customer_key = ? AND opened_at >= ? AND id <> ? ORDER BY opened_at DESC, key DESC LIMIT ?
            """).With(customerKey).With(since).With(exceptCaseId).With(limit);
        while (rows.Step())
        {
            cases.Add(new PastCase(rows.Text(0), rows.Time(1), CaseRows.WordOrNull<Category>(rows.TextOrNull(2)), CaseRows.Split(rows.Text(3)), rows.Flag(4), rows.Flag(5)));
        }
        return cases;
    }

    public static OutcomeCounts Outcomes(Connection connection, Category category)
    {
        using var row = connection.Sql("""
            SELECT count(*) FILTER (WHERE escalated), count(*) FILTER (WHERE escalated AND false_escalation),
                   count(*) FILTER (WHERE NOT escalated), count(*) FILTER (WHERE NOT escalated AND missed_escalation)
            FROM (SELECT escalated, false_escalation, missed_escalation FROM cases INDEXED BY cases_with_outcome
                  WHERE category = ? AND (resolved = 1 OR false_escalation IS NOT NULL OR missed_escalation IS NOT NULL) ORDER BY key DESC LIMIT ?)
            """).With(Words.Of(category)).With(OutcomesCounted);
        row.Step();
        return new OutcomeCounts(row.Int(0), row.Int(1), row.Int(2), row.Int(3));
    }

    public static int Waiting(Connection connection, string team) =>
        (int)(connection.Sql("SELECT count(*) FROM cases INDEXED BY cases_waiting WHERE team = ? AND owner = 'queue' AND claimed_by IS NULL AND resolved = 0").With(team).Number() ?? 0);

    public static IReadOnlyList<string> Stuck(Connection connection, DateTimeOffset before, int limit)
    {
        var cases = new List<string>();
        using var rows = connection.Sql($"""
            SELECT id FROM (SELECT id FROM cases INDEXED BY cases_by_deadline WHERE {CaseRows.WithDeadline} AND deadline IS NULL AND updated_at < ?1
                            UNION ALL SELECT id FROM cases INDEXED BY cases_by_deadline WHERE {CaseRows.WithDeadline} AND deadline < ?1 AND resolved = 0)
            LIMIT ?2
            """).With(before).With(limit);
        while (rows.Step())
            cases.Add(rows.Text(0));
        return cases;
    }

    /// <summary>Takes the leases of the most pressing cases that nobody holds.</summary>
    public static IReadOnlyList<string> LeaseRunnable(Connection connection, Leases leases, string node, DateTimeOffset now, DateTimeOffset until, int limit)
    {
        var taken = new List<string>();
        using var rows = connection.Sql("SELECT id FROM cases WHERE runnable = 1 ORDER BY pressing, key");
        while (taken.Count < limit && rows.Step())
        {
            var caseId = rows.Text(0);
            if (!leases.IsHeld(caseId, now) && leases.TryTake(caseId, node, now, until))
                taken.Add(caseId);
        }
        return taken;
    }
}
