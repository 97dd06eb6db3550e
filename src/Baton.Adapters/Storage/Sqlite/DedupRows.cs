using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>What makes an opening a duplicate: its idempotency key, its id in its source, its own id.</summary>
internal static class DedupRows
{
    public static AppendResult.Duplicate? FindDuplicate(Connection connection, string caseId, DedupKeys? keys)
    {
        foreach (var (key, by) in KeysOf(keys))
        {
            using var byKey = connection.Sql("SELECT c.id, c.content_hash FROM dedup d JOIN cases c ON c.key = d.case_key WHERE d.key = ?").With(key);
            if (byKey.Step())
                return Duplicate(byKey, keys, by);
        }
        using var byId = connection.Sql("SELECT id, content_hash FROM cases WHERE id = ?").With(caseId);
        return byId.Step() ? Duplicate(byId, keys, KnownBy.Id) : null;
    }

    public static void Insert(Connection connection, DedupKeys? keys, long caseKey)
    {
        foreach (var (key, _) in KeysOf(keys))
            connection.Sql("INSERT INTO dedup (key, case_key) VALUES (?, ?)").With(key).With(caseKey).Run();
    }

    private static IEnumerable<(string Key, KnownBy By)> KeysOf(DedupKeys? keys)
    {
        if (keys?.IdempotencyKey is { } idempotency)
            yield return ($"idem:{idempotency}", KnownBy.IdempotencyKey);
        if (keys is { Source: { } source, ExternalId: { } external })
            yield return ($"src:{source.Length}:{source}|{external}", KnownBy.ExternalId);
    }

    private static AppendResult.Duplicate Duplicate(Statement row, DedupKeys? keys, KnownBy by) =>
        new(row.Text(0), keys is not null && row.TextOrNull(1) == keys.ContentHash, by);
}
