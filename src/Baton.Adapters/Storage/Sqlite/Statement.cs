using System.Text;
using SQLitePCL;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// A prepared statement. Values are bound in the order of the text's <c>?</c>; then it is run or stepped through.
/// Disposing it ends the reading; the connection keeps it prepared.
/// </summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    private const int OnStack = 512;
    private int _bound;

    internal Statement Begin()
    {
        _bound = 0;
        return this;
    }

    public Statement With(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, ++_bound, value));
        return this;
    }

    public Statement With(bool value) => With(value ? 1L : 0L);

    public Statement With(DateTimeOffset value) => With(value.UtcTicks);

    public Statement With(DateTimeOffset? value) => value is { } v ? With(v) : WithNull();

    public Statement With(bool? value) => value is { } v ? With(v) : WithNull();

    public Statement With(string? value)
    {
        if (value is null)
            return WithNull();
        if (value.Length == 0 || value.Length > OnStack / 3)
        {
            connection.Check(raw.sqlite3_bind_text(handle, ++_bound, value));
            return this;
        }
        Span<byte> utf8 = stackalloc byte[OnStack];
        connection.Check(raw.sqlite3_bind_text(handle, ++_bound, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
        return this;
    }

    public Statement With(ReadOnlySpan<byte> value)
    {
        connection.Check(raw.sqlite3_bind_blob(handle, ++_bound, value));
        return this;
    }

    public Statement WithNull()
    {
        connection.Check(raw.sqlite3_bind_null(handle, ++_bound));
        return this;
    }

    /// <summary>Moves to the next row; false after the last one.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            connection.Check(code);
        return false;
    }

    /// <summary>Runs it for its effect.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>The first column of the first row as a number; null when there is no row, or no value in it.</summary>
    public long? Number()
    {
        using (this)
            return Step() && !IsNull(0) ? Long(0) : null;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public bool Flag(int column) => Int(column) != 0;

    public bool? FlagOrNull(int column) => IsNull(column) ? null : Flag(column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Time(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => raw.sqlite3_reset(handle);

    internal void Close() => raw.sqlite3_finalize(handle);
}
