using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Distribution;

/// <summary>Waits for cases to rest, for callers that rather wait than ask again.</summary>
public sealed class CaseWaiting(CaseCommands commands, BatonPipeline pipeline, RestedCases rested, TimeProvider time)
{
    // A runner of another process tells nobody here: look again after this. Not sooner, since under load those who wait would read more than those who work.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>The case once it rests, or as it is when the time has passed; null where there is no such case.</summary>
    public async Task<Case?> UntilRestAsync(string caseId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var rest = rested.NextRestAsync(caseId);
        var c = await commands.FindAsync(caseId, cancellationToken);
        if (c is not null && pipeline.Next(c) is not null)
            return await UntilRestAsync(caseId, rest, atMost, cancellationToken);
        rested.Forget(caseId, rest);
        return c;
    }

    /// <summary>Opens a case and waits for it to rest; with no time to wait it comes back at once, without the case.</summary>
    public async Task<(OpenResult Opened, Case? Case)> OpenAsync(Intake.Ticket ticket, string? idempotencyKey, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost <= TimeSpan.Zero)
            return (await commands.OpenAsync(ticket, idempotencyKey, cancellationToken), null);
        var rest = rested.NextRestAsync(ticket.Id);
        var opened = await commands.OpenAsync(ticket, idempotencyKey, cancellationToken);
        if (opened.Status == OpenStatus.Opened)
            return (opened, await UntilRestAsync(opened.CaseId, rest, atMost, cancellationToken));
        rested.Forget(ticket.Id, rest);
        return (opened, await UntilRestAsync(opened.CaseId, atMost, cancellationToken));
    }

    private async Task<Case?> UntilRestAsync(string caseId, Task<Case?> rest, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + atMost;
        while (true)
        {
            var left = end - time.GetUtcNow();
            if (left > TimeSpan.Zero)
                await ((Task)rest).WaitAsync(left < LookAgain ? left : LookAgain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            var c = rest.IsCompletedSuccessfully ? await rest : null;
            c ??= await commands.FindAsync(caseId, cancellationToken);
            if (c is null || pipeline.Next(c) is null || left <= TimeSpan.Zero)
            {
                rested.Forget(caseId, rest);
                return c;
            }
            rest = rested.NextRestAsync(caseId);
        }
    }
}
