using SQLitePCL;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>One connection and its prepared statements, which are kept. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Connection(sqlite3 handle, string file)
    {
        _handle = handle;
        File = file;
    }

    public string File { get; }

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public long LastKey => raw.sqlite3_last_insert_rowid(_handle);

    public static Connection Open(string file, bool readOnly)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(file, out var handle, flags, null);
        var connection = new Connection(handle, file);
        try
        {
            connection.Check(code);
            raw.sqlite3_extended_result_codes(handle, 1);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A statement ready to be bound. The text is the key under which it stays prepared, so it holds no values.</summary>
    public Statement Sql(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
            _statements.Add(sql, statement = new Statement(this, prepared));
        }
        return statement.Begin();
    }

    /// <summary>Runs statements that return nothing of interest and are not worth keeping.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Copies the log into the database as far as readers allow, without waiting for anybody; returns the log's frames and how many of them are copied.</summary>
    public (int Frames, int Copied) Checkpoint(int mode)
    {
        Check(raw.sqlite3_wal_checkpoint_v2(_handle, "main", mode, out var frames, out var copied));
        return (frames, copied);
    }

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw SqliteFailure.Of(code, raw.sqlite3_errmsg(_handle).utf8_to_string(), File);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        _statements.Clear();
        raw.sqlite3_close_v2(_handle);
    }
}
