using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Distribution;

/// <summary>Waits for a case to rest, for clients that rather wait than ask again.</summary>
public sealed class CaseWaiting(CaseCommands commands, BatonPipeline pipeline, RestedCases rested, TimeProvider time)
{
    // A runner of another process tells nobody here: look again after this.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>The case's status once it rests or the time has passed; null where nothing was waited for or there is no such case.</summary>
    public async Task<CaseStatus?> UntilRestAsync(string caseId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost == TimeSpan.Zero)
            return null;
        var end = time.GetUtcNow() + atMost;
        while (true)
        {
            var rest = rested.NextRestAsync(caseId);
            if (await commands.FindAsync(caseId, cancellationToken) is not { } c)
                return null;
            var left = end - time.GetUtcNow();
            if (pipeline.Next(c) is null || left <= TimeSpan.Zero)
            {
                rested.Forget(caseId, rest);
                return c.Status;
            }
            await rest.WaitAsync(left < LookAgain ? left : LookAgain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
