using Baton.Cases;
using Microsoft.Extensions.Logging;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>
/// The one writer, on its own thread. Whatever waits when it looks is committed together, so that the cost of making it durable is shared;
/// the more there is to do, the more is shared. When one of a group breaks, the group is rolled back and each is run alone, so that only that one fails.
/// </summary>
internal sealed partial class GroupWriter : IDisposable
{
    private const int MostTogether = 512;

    // So many of those who waited go on one after the other on one thread of the pool: waking a thread for each costs more than what each does next.
    private const int GoOnTogether = 8;

    private readonly Connection _connection;
    private readonly WriterMemory _memory;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly object _gate = new();
    private Queue<Work> _waiting = new();
    private bool _closed;

    public GroupWriter(Connection connection, WriterMemory memory, ILogger logger)
    {
        (_connection, _memory, _logger) = (connection, memory, logger);
        _thread = new Thread(Run) { IsBackground = true, Name = "baton-store-writer" };
        _thread.Start();
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits { get; private set; }

    /// <summary>Runs the work in a transaction of the writer; complete means durable. It may run twice, the first time rolled back.</summary>
    public Task<T> Write<T>(Func<Connection, WriterMemory, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        var item = new Work<T>(work);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Enqueue(item);
            if (_waiting.Count == 1)
                Monitor.Pulse(_gate);
        }
        return item.Task;
    }

    /// <summary>Writes what waits, then ends.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
        _thread.Join();
    }

    private void Run()
    {
        var group = new List<Work>(MostTogether);
        while (Take(group))
        {
            Commit(group);
            group.Clear();
        }
    }

    private bool Take(List<Work> group)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_gate);
            while (group.Count < MostTogether && _waiting.TryDequeue(out var work))
                group.Add(work);
        }
        return group.Count > 0;
    }

    // The one place where a failure of the store becomes the result of those who wait for it.
    private void Commit(List<Work> group)
    {
        try
        {
            _connection.Sql("BEGIN IMMEDIATE").Run();
            foreach (var work in group)
                work.Run(_connection, _memory);
            _connection.Sql("COMMIT").Run();
            _memory.Commit();
            Commits++;
        }
        catch (Exception e)
        {
            RollBack();
            if (e is StoreUnavailableException || group.Count == 1)
                Fail(group, e);
            else
                group.ForEach(work => Commit([work]));
            return;
        }
        Complete(group);
    }

    // Whoever waited goes on elsewhere, never on the writer's thread.
    private static void Complete(List<Work> group)
    {
        foreach (var together in group.Chunk(GoOnTogether))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static works =>
            {
                foreach (var work in works)
                    work.Complete();
            }, together, preferLocal: false);
        }
    }

    private void RollBack()
    {
        _memory.Rollback();
        try
        {
            if (_connection.InTransaction)
                _connection.Sql("ROLLBACK").Run();
        }
        catch (Exception e) when (e is StoreUnavailableException or SqliteRefusedException)
        {
            RollbackFailed(_logger, e);
        }
    }

    private void Fail(List<Work> group, Exception e)
    {
        WriteFailed(_logger, group.Count, e);
        foreach (var work in group)
        {
            var failure = e is StoreUnavailableException u ? new StoreUnavailableException(u.Reason, u.Message, u) : e;
            ThreadPool.UnsafeQueueUserWorkItem(static failed => failed.work.Fail(failed.failure), (work, failure), preferLocal: false);
        }
    }

    [LoggerMessage(101, LogLevel.Error, "The store could not write; {Count} appends were refused")]
    private static partial void WriteFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(102, LogLevel.Error, "The store could not take a failed write back")]
    private static partial void RollbackFailed(ILogger logger, Exception exception);

    private abstract class Work
    {
        public abstract void Run(Connection connection, WriterMemory memory);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<Connection, WriterMemory, T> work) : Work
    {
        private readonly TaskCompletionSource<T> _done = new();
        private T _result = default!;

        public Task<T> Task => _done.Task;

        public override void Run(Connection connection, WriterMemory memory) => _result = work(connection, memory);

        public override void Complete() => _done.SetResult(_result);

        public override void Fail(Exception exception) => _done.SetException(exception);
    }
}
