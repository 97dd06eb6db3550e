using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// The tables, as a list of steps that is only ever added to; <c>user_version</c> counts the steps that a database has taken.
/// Times are .NET ticks of UTC; enumerations are their wire words.
/// </summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE cases (
            key INTEGER PRIMARY KEY,                -- in the order of opening
            id TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            subject TEXT, customer_key TEXT, customer_email TEXT, channel TEXT NOT NULL, opened_at INTEGER NOT NULL, content_hash TEXT,
            updated_at INTEGER NOT NULL, owner_epoch INTEGER NOT NULL, person_replies INTEGER NOT NULL, needs_review INTEGER NOT NULL,
            decision TEXT, keywords TEXT NOT NULL,
            status TEXT NOT NULL, owner TEXT NOT NULL, team TEXT, claimed_by TEXT, category TEXT, priority TEXT,
            escalated INTEGER NOT NULL, resolved INTEGER NOT NULL, false_escalation INTEGER, missed_escalation INTEGER,
            deadline INTEGER,
            runnable INTEGER NOT NULL,
            pressing INTEGER NOT NULL               -- the order in which runnable cases are taken, smallest first
        );
        CREATE INDEX cases_by_status ON cases (status);
        CREATE INDEX cases_by_owner ON cases (owner) WHERE owner <> 'agent';
        CREATE INDEX cases_by_team ON cases (team) WHERE team IS NOT NULL;
        CREATE INDEX cases_waiting ON cases (team) WHERE owner = 'queue' AND claimed_by IS NULL AND resolved = 0;
        CREATE INDEX cases_runnable ON cases (pressing) WHERE runnable = 1;
        CREATE INDEX cases_by_deadline ON cases (deadline) WHERE resolved = 0;
        CREATE INDEX cases_by_customer ON cases (customer_key, opened_at) WHERE customer_key IS NOT NULL;
        CREATE INDEX cases_with_outcome ON cases (category) WHERE resolved = 1 OR false_escalation IS NOT NULL OR missed_escalation IS NOT NULL;

        -- Only ever appended at its end: the events of all the cases of a commit share a few pages. The index finds a case's own, and keeps a version from being written twice.
        CREATE TABLE events (position INTEGER PRIMARY KEY, case_key INTEGER NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX events_by_case ON events (case_key, version);
        CREATE TABLE snapshots (case_key INTEGER PRIMARY KEY, version INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE TABLE dedup (key TEXT PRIMARY KEY, case_key INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE timers (case_key INTEGER NOT NULL, kind TEXT NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (case_key, kind)) WITHOUT ROWID;
        CREATE INDEX timers_by_due ON timers (due);

        CREATE TABLE outbox (
            key INTEGER PRIMARY KEY,
            case_key INTEGER NOT NULL, message_id TEXT NOT NULL,
            queued_position INTEGER NOT NULL,       -- the event that holds the message itself
            state TEXT NOT NULL,
            purpose TEXT NOT NULL,
            limited_to TEXT,                        -- the address that the hourly limit counts for; null where there is none
            owner_epoch INTEGER NOT NULL, person_replies INTEGER NOT NULL,
            attempts INTEGER NOT NULL, next_attempt INTEGER NOT NULL, sent_at INTEGER
        );
        CREATE UNIQUE INDEX outbox_by_message ON outbox (case_key, message_id);
        CREATE INDEX outbox_queued ON outbox (next_attempt) WHERE state = 'queued';
        CREATE INDEX outbox_under_way ON outbox (state) WHERE state IN ('sending', 'interrupted');
        CREATE INDEX outbox_sent_to ON outbox (limited_to, sent_at) WHERE limited_to IS NOT NULL AND sent_at IS NOT NULL;

        CREATE TABLE issues (case_key INTEGER PRIMARY KEY, preserved_position INTEGER NOT NULL, keywords TEXT NOT NULL, resolution TEXT);
        -- newest: the keys of the newest cases with this word, eight bytes each, newest first. Older ones are never looked at, so they are not kept.
        CREATE TABLE issue_words (word TEXT PRIMARY KEY, newest BLOB NOT NULL) WITHOUT ROWID;

        CREATE TABLE health (one INTEGER PRIMARY KEY CHECK (one = 1), checked_at INTEGER NOT NULL);
        """,
        """
        -- A case's deadline is its earliest timer: one index finds due timers and stuck cases, resolved or not. An index of each timer wrote a sixth of all pages.
        DROP INDEX timers_by_due;
        DROP INDEX cases_by_deadline;
        CREATE INDEX cases_by_deadline ON cases (deadline) WHERE resolved = 0 OR deadline IS NOT NULL;
        -- Similar issues are found in memory, by the words in "issues".
        DROP TABLE issue_words;
        """,
        """
        -- What learning reads: the few verdicts among all events, found without touching the others.
        CREATE INDEX events_verdicts ON events (position, case_key, version) WHERE type = 'verdict_given';
        """,
    ];

    /// <summary>Takes the steps that a database has not taken, each in one transaction.</summary>
    public static void Migrate(Connection connection)
    {
        var taken = connection.Sql("PRAGMA user_version").Number() ?? 0;
        if (taken > Steps.Length)
        {
            throw new StoreUnavailableException(StoreFailure.TooNew,
                $"The database {connection.File} was written by a newer Baton (its form is {taken}, this one knows {Steps.Length}). Run that Baton, or restore a backup of before.");
        }
        for (var step = (int)taken; step < Steps.Length; step++)
            connection.Execute($"BEGIN IMMEDIATE; {Steps[step]} PRAGMA user_version = {step + 1}; COMMIT;");
    }
}
