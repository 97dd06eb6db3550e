using Baton.Cases;
using Baton.Connectors;
using Baton.Policies;
using Microsoft.Extensions.Logging;

namespace Baton.Distribution;

/// <summary>
/// Sends what the log says is to be sent: intent → sending → sent, refused or unknown. A message is marked as being sent, durably, before it leaves,
/// so that a crash in between is seen afterwards: repeated where the channel honours idempotency keys, shown to a person where it does not.
/// A channel that fails in a row is spared for a while (<see cref="ConnectorBreaker"/>); the others go on.
/// </summary>
public sealed partial class OutboxDispatcher(
    ICaseStore store, CaseCommands commands, Channels channels, IPolicySource policies, Signal signal, TimeProvider time, Random random, ILogger<OutboxDispatcher> logger)
{
    private const int Batch = 128;
    private const int MostUnderWay = 1_024;
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(1);

    private readonly ConnectorBreaker _breaker = new(time);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ResolveInterruptedAsync(cancellationToken);
        var underWay = new List<Task>();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (await StartSendingAsync(underWay, cancellationToken) == 0)
                    await signal.WaitAsync(LongestNap, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await Task.WhenAll(underWay);
                return;
            }
            catch (StoreUnavailableException exception)
            {
                LogUnavailable(exception.Message);
                await Task.Delay(LongestNap, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Sends what may be sent now, and says how many messages were looked at.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var underWay = new List<Task>();
        var started = await StartSendingAsync(underWay, cancellationToken);
        await Task.WhenAll(underWay);
        return started;
    }

    // A slow channel holds up its own messages, not those of the others: they go on until all places are taken.
    private async Task<int> StartSendingAsync(List<Task> underWay, CancellationToken cancellationToken)
    {
        underWay.RemoveAll(sending => sending.IsCompletedSuccessfully);
        if (underWay.Count > MostUnderWay - Batch)
            await await Task.WhenAny(underWay);
        var claimed = await store.ClaimMessagesAsync(time.GetUtcNow(), policies.Current.Conversation.MailsPerHour, Batch, cancellationToken);
        // Once marked as being sent, a message's outcome is recorded even while stopping. A withheld one is not marked, so it is recorded before the next claim could find it.
        underWay.AddRange(claimed.Where(m => m.Withheld is null).Select(SendAsync));
        await Task.WhenAll(claimed.Where(m => m.Withheld is not null).Select(SendAsync));
        return claimed.Count;
    }

    /// <summary>
    /// What the process before this one was sending when it died. It may have left: where the channel honours idempotency keys it is repeated under its own, here and now,
    /// since a repeat that waits in the queue could still be withdrawn and then be told as never sent.
    /// </summary>
    public async Task ResolveInterruptedAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll((await store.FindInterruptedMessagesAsync(cancellationToken)).Select(RepeatAsync));

    private async Task RepeatAsync(ClaimedMessage interrupted)
    {
        var (caseId, message) = (interrupted.CaseId, interrupted.Message);
        var channel = channels.For(message.Channel);
        var c = await commands.FindAsync(caseId, CancellationToken.None);
        // It may not have left; where people came between, it no longer should.
        if (channel.HonoursIdempotencyKey && c is not null && !c.PeopleCameBetween(c.Outgoing[message.Id]))
            await SendAsync(interrupted with { Attempts = interrupted.Attempts + 1 }, sparing: false);
        else
            await RecordAsync(caseId, new MessageUncertain(message.Id, channel.Name, "the process ended while it was being sent") { At = time.GetUtcNow() });
    }

    private Task SendAsync(ClaimedMessage claimed) => SendAsync(claimed, sparing: true);

    private async Task SendAsync(ClaimedMessage claimed, bool sparing)
    {
        var (caseId, message) = (claimed.CaseId, claimed.Message);
        if (claimed.Withheld is { } reason)
        {
            await RecordAsync(caseId, new MessageWithdrawn(message.Id, reason) { At = time.GetUtcNow(), For = claimed.For });
            return;
        }
        var channel = channels.For(message.Channel);
        var delivery = sparing && _breaker.Wait(channel.Name) is { } wait
            ? new Delivery.Retry($"{channel.Name} failed several times in a row and is spared for a moment", wait)
            : Reported(channel, await AttemptAsync(channel, claimed));
        await RecordAsync(caseId, Outcome(channel, claimed, delivery), message.Purpose is MessagePurpose.Reply or MessagePurpose.PersonReply);
    }

    // A refusal is an answer: the other side is there.
    private Delivery Reported(IOutboundChannel channel, Delivery delivery)
    {
        if (_breaker.Report(channel.Name, works: delivery is Delivery.Sent or Delivery.Refused))
            LogSpared(channel.Name, ConnectorBreaker.MostFailures, ConnectorBreaker.Pause.TotalSeconds);
        return delivery;
    }

    // The second of the places where unexpected exceptions are caught: what a channel throws says nothing about whether the message arrived.
    private async Task<Delivery> AttemptAsync(IOutboundChannel channel, ClaimedMessage claimed)
    {
        if (WouldAnswerItself(channel, claimed.Message))
            return new Delivery.Refused("It is the address that our own mail comes from, and the agent does not answer itself.");
        try
        {
            var package = claimed.Message.AttachPackage ? claimed.Package ?? await PackageAsync(claimed.CaseId) : null;
            return await channel.SendAsync(claimed.Message, new MessageContext(claimed.CaseId, package), CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogChannelFailed(exception, channel.Name, claimed.Message.Id);
            return channel.HonoursIdempotencyKey ? new Delivery.Retry(exception.GetType().Name) : new Delivery.Uncertain(exception.GetType().Name);
        }
    }

    private static bool WouldAnswerItself(IOutboundChannel channel, OutgoingMessage message) =>
        channel is IMailChannel mail && message is { ToCustomer: true, Purpose: not MessagePurpose.PersonReply } && string.Equals(message.To.Trim(), mail.From, StringComparison.OrdinalIgnoreCase);

    private CaseEvent Outcome(IOutboundChannel channel, ClaimedMessage claimed, Delivery delivery)
    {
        var (id, attempts, now) = (claimed.Message.Id, claimed.Attempts, time.GetUtcNow());
        return delivery switch
        {
            Delivery.Sent sent => new MessageSent(id, channel.Name, sent.ProviderId, attempts) { At = now },
            Delivery.Retry retry when attempts >= RetrySchedule.MostAttempts => new MessageRefused(id, channel.Name, $"given up after {attempts} attempts: {retry.Error}", attempts) { At = now },
            Delivery.Retry retry => new MessageDelayed(id, channel.Name, retry.Error, attempts, now + RetrySchedule.Delay(attempts, retry.RetryAfter, random.NextDouble())) { At = now },
            Delivery.Refused refused => new MessageRefused(id, channel.Name, refused.Error, attempts) { At = now },
            Delivery.Uncertain uncertain => new MessageUncertain(id, channel.Name, uncertain.Reason) { At = now },
            _ => throw new InvalidOperationException($"{channel.Name} gave {delivery.GetType().Name}"),
        };
    }

    private async Task RecordAsync(string caseId, CaseEvent outcome, bool answered = false)
    {
        while (true)
        {
            try
            {
                await commands.RecordDeliveryAsync(caseId, outcome, answered, CancellationToken.None);
                return;
            }
            catch (StoreUnavailableException exception)
            {
                LogUnavailable(exception.Message);
                await Task.Delay(LongestNap, time, CancellationToken.None);
            }
        }
    }

    private async Task<byte[]?> PackageAsync(string caseId) =>
        await store.FindLastAsync(caseId, CaseEventCodec.NameOf<HandedOff>(), CancellationToken.None) is HandedOff e
            ? CaseJson.Write(e.Handoff.Package, CaseJson.Default.HandoffPackage)
            : null;

    [LoggerMessage(1401, LogLevel.Error, "Channel {Channel} failed on message {MessageId}")]
    private partial void LogChannelFailed(Exception exception, string channel, string messageId);

    [LoggerMessage(1403, LogLevel.Warning, "Channel {Channel} failed {Failures} times in a row: it is tried again every {Seconds} s, by one message at a time")]
    private partial void LogSpared(string channel, int failures, double seconds);

    [LoggerMessage(1402, LogLevel.Warning, "The outbox waits for the store: {Reason}")]
    private partial void LogUnavailable(string reason);
}
