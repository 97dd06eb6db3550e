using System.Collections.Concurrent;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Connections for reading beside the writer, kept with their prepared statements. A read runs on its caller's thread.</summary>
internal sealed class ReadPool(string file) : IDisposable
{
    private readonly ConcurrentBag<Connection> _idle = [];
    private volatile bool _closed;

    public Task<T> Read<T>(Func<Connection, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var connection = _idle.TryTake(out var idle) ? idle : Open();
            try
            {
                return Task.FromResult(read(connection));
            }
            finally
            {
                _idle.Add(connection);
                if (_closed)
                    Dispose();
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Task.FromException<T>(e);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private Connection Open()
    {
        var connection = Connection.Open(file, readOnly: true);
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000; PRAGMA query_only = 1;");
        return connection;
    }
}
