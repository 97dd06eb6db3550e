using Baton.Cases;
using SQLitePCL;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>What SQLite refused to do, where the store as such is well: a broken constraint, wrong SQL.</summary>
internal sealed class SqliteRefusedException(int code, string message) : Exception($"SQLite refused ({code}): {message}");

/// <summary>Tells the failures of the machine, which an operator mends, from those of a statement.</summary>
internal static class SqliteFailure
{
    /// <summary>The exception for a result code; <paramref name="file"/> is the database's path.</summary>
    public static Exception Of(int code, string message, string file) => (code & 0xff) switch
    {
        raw.SQLITE_FULL => Unavailable(StoreFailure.DiskFull, $"The disk that holds {file} is full. Free some space there; Baton goes on by itself."),
        raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            Unavailable(StoreFailure.ReadOnly, $"The database {file} cannot be written. Give the user that runs Baton write access to it and its directory, and check that the disk is not mounted read-only."),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            Unavailable(StoreFailure.Corrupt, $"The database {file} is damaged ({message}). Stop Baton, keep a copy of the file, and restore the newest backup."),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            Unavailable(StoreFailure.Locked, $"Another program holds a lock on {file}. Close whatever has the database open."),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN =>
            Unavailable(StoreFailure.Io, $"The database {file} could not be read or written ({message}, code {code}). Check the disk and the system's log."),
        _ => new SqliteRefusedException(code, message),
    };

    private static StoreUnavailableException Unavailable(StoreFailure reason, string sentence) => new(reason, sentence);
}
