using System.Runtime.CompilerServices;
using Baton.Cases;
using SQLitePCL;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Opens the database for its one writer: recovers, checks, migrates, and clears what the process before left under way.</summary>
internal static class DatabaseFile
{
    // Full: a commit returns when the log is on the disk. Freed space is not wiped; it is the operator's disk.
    private const string Settings = """
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 5000;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = OFF;
        PRAGMA wal_autocheckpoint = 8000;
        """;

    public static Connection Open(string file, bool durable)
    {
        RuntimeHelpers.RunClassConstructor(typeof(NativeSqlite).TypeHandle);
        var connection = Connection.Open(file, readOnly: false);
        try
        {
            connection.Execute(Settings);
            if (!durable)
                connection.Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;"); // of a temporary store only the newest cases are read again
            connection.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
            CheckLength(connection);
            SqliteSchema.Migrate(connection);
            OutboxRows.MarkInterrupted(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // A file that lost its end opens well and breaks later; better now.
    private static void CheckLength(Connection connection)
    {
        var pages = connection.Sql("PRAGMA page_count").Number() ?? 0;
        var size = connection.Sql("PRAGMA page_size").Number() ?? 0;
        if (new FileInfo(connection.File).Length < pages * size)
        {
            throw new StoreUnavailableException(StoreFailure.Corrupt,
                $"The database {connection.File} is damaged: its end is missing. Keep a copy of the file, and restore the newest backup.");
        }
    }
}
