using System.Globalization;
using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Pages of case rows, newest first. The cursor is the key of the last row looked at.</summary>
internal static class CaseList
{
    // A search for text looks at so many cases at most before it answers with what it has, and a cursor to go on from.
    private const long LookedThrough = 100_000;

    public static CasePage Read(Connection connection, CaseQuery query)
    {
        var below = query.Cursor is null ? long.MaxValue : ParseCursor(query.Cursor);
        var newest = Math.Min(connection.Sql("SELECT max(key) FROM cases").Number() ?? 0, below - 1);
        var lowest = query.Text is null ? 1 : Math.Max(1, newest - LookedThrough + 1);

        var items = new List<CaseHeader>();
        var last = 0L;
        using var rows = Bind(connection.Sql(Sql(query)), query, newest, lowest);
        while (items.Count < query.Limit && rows.Step())
        {
            items.Add(CaseRows.Header(rows));
            last = rows.Long(0);
        }
        var next = items.Count == query.Limit ? last : lowest;
        return new CasePage(items, next > 1 && (items.Count == query.Limit || lowest > 1) ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    // Text of a few forms only, so that each stays prepared. Words of closed sets are written in, since partial indexes want to see them.
    private static string Sql(CaseQuery query)
    {
        var where = "key <= ?1 AND key >= ?2";
        if (query.Team is not null)
            where += " AND team = ?3";
        if (query.Owner is { } owner)
            where += $" AND {Unless(query.Team is not null || owner == Owner.Agent)}owner = '{Words.Of(owner)}'{(owner == Owner.Agent ? "" : " AND owner <> 'agent'")}";
        if (query.Status is { } status)
            where += $" AND {Unless(query.Team is not null || query.Owner is Owner.Queue or Owner.Person)}status = '{Words.Of(status)}'";
        if (query.Priority is { } priority)
            where += $" AND priority = '{Words.Of(priority)}'";
        if (query.Text is not null)
            where += @" AND (id LIKE ?4 ESCAPE '\' OR subject LIKE ?4 ESCAPE '\' OR customer_email LIKE ?4 ESCAPE '\')";
        return $"SELECT {CaseRows.HeaderColumns} FROM cases WHERE {where} ORDER BY key DESC";
    }

    // A plus before a column keeps the planner from its index, where another one is narrower.
    private static string Unless(bool anotherIndexIsNarrower) => anotherIndexIsNarrower ? "+" : "";

    private static Statement Bind(Statement statement, CaseQuery query, long newest, long lowest)
    {
        statement.With(newest).With(lowest);
        if (query.Team is not null || query.Text is not null)
            statement.With(query.Team);
        if (query.Text is not null)
            statement.With($"%{query.Text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%");
        return statement;
    }

    private static long ParseCursor(string cursor) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : throw new InvalidCursorException();
}
