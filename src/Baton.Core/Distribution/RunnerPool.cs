using Baton.Cases;
using Baton.Pipeline;
using Microsoft.Extensions.Logging;

namespace Baton.Distribution;

/// <summary>Advances the cases that the queue hands out, many at a time. A stop finishes the step at hand of each and gives the cases back.</summary>
public sealed partial class RunnerPool(CaseRunner runner, ICaseQueue queue, ICaseStore store, RestedCases rested, NodeOptions node, ILogger<RunnerPool> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, node.Concurrency).Select(_ => Task.Run(() => WorkAsync(cancellationToken), CancellationToken.None)));
        await store.ReleaseLeasesAsync(node.Name, CancellationToken.None);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            WakeUp wakeUp;
            try
            {
                wakeUp = await queue.TakeAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await RunOneAsync(wakeUp, cancellationToken);
        }
    }

    private async Task RunOneAsync(WakeUp wakeUp, CancellationToken cancellationToken)
    {
        Case? c = null;
        try
        {
            c = await runner.RunAsync(wakeUp.CaseId, wakeUp.Opened, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: the case stays runnable, and its lease is given back below.
        }
        catch (Exception exception)
        {
            // The store failed outside a commit: the case stays runnable and the sweeper brings it again.
            LogCaseFailed(exception, wakeUp.CaseId);
        }
        finally
        {
            queue.Done(wakeUp);
            rested.Rested(wakeUp.CaseId, c);
        }
    }

    [LoggerMessage(1101, LogLevel.Error, "Case {CaseId} could not be advanced; it is tried again")]
    private partial void LogCaseFailed(Exception exception, string caseId);
}
