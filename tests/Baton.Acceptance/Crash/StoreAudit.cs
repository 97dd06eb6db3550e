using System.Text.Json;
using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Hosting;
using Baton.Knowledge;
using Baton.Pipeline;
using Baton.Reasoning.Local;
using Microsoft.Extensions.Logging.Abstractions;
using Case = Baton.Cases.Case;

namespace Baton.Acceptance.Crash;

/// <summary>Opens a stopped server's store and compares everything in it with everything that was acknowledged and delivered.</summary>
internal sealed class StoreAudit : IDisposable
{
    private readonly SqliteCaseStore _store;
    private readonly BatonPipeline _pipeline;
    private readonly Delivered _delivered;

    public StoreAudit(string data)
    {
        _store = SqliteCaseStore.Open(new SqliteStoreOptions { Directory = data }, NullLogger.Instance, TimeProvider.System);
        _delivered = new Delivered(data);
        _pipeline = Steps.Create(
            _store, new LocalReasoner(), new KnowledgeSource(EmbeddedDefaults.Articles(), NullLogger<KnowledgeSource>.Instance), null, TimeProvider.System, NullLoggerFactory.Instance);
    }

    /// <summary>Snapshots that stood beside the logs.</summary>
    public int Snapshots { get; private set; }

    public void Dispose() => _store.Dispose();

    public async Task CheckAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken)
    {
        var rows = (await _store.ListAsync(new CaseQuery { Limit = 10_000 }, cancellationToken)).Items.ToDictionary(r => r.CaseId);
        rows.Count.ShouldBe(stories.Count);
        var timers = (await _store.FindDueTimersAsync(DateTimeOffset.MaxValue, int.MaxValue, cancellationToken)).ToLookup(t => t.CaseId, t => t.Timer);
        var queued = new HashSet<string>(StringComparer.Ordinal);
        foreach (var story in stories)
        {
            var id = story.TicketIds.Distinct().ShouldHaveSingleItem($"{story.Key} gave more than one ticket");
            var c = LogAudit.Check((await _store.ReadEventsAsync(id, 0, cancellationToken)).ShouldNotBeNull());
            await SameFromSnapshotAsync(c, cancellationToken);
            SameRow(rows[id], c);
            timers[id].OrderBy(t => t.Kind).ShouldBe(c.Timers.Select(t => new CaseTimer(t.Key, t.Value)), id);
            Complete(c);
            Told(c, story);
            Sent(c);
            queued.UnionWith(c.Outgoing.Keys);
        }
        _delivered.MessageIds.ShouldBeSubsetOf(queued);
        (await _store.LeaseRunnableAsync("audit", DateTimeOffset.MaxValue.AddDays(-2), DateTimeOffset.MaxValue.AddDays(-1), int.MaxValue, cancellationToken)).ShouldBeEmpty();
        (await _store.NextMessageAsync(cancellationToken)).ShouldBeNull();
        (await _store.FindInterruptedMessagesAsync(cancellationToken)).ShouldBeEmpty();
    }

    private async Task SameFromSnapshotAsync(Case c, CancellationToken cancellationToken)
    {
        var log = (await _store.ReadAsync(c.Id, cancellationToken)).ShouldNotBeNull();
        if (log.Snapshot is not null)
            Snapshots++;
        Json(Case.Fold(log.Snapshot, log.Events)).ShouldBe(Json(c));
    }

    // A delivery's success is appended without a look at the case, so the row's time may be that of the event before.
    private static void SameRow(CaseHeader row, Case c) =>
        JsonSerializer.Serialize(row with { UpdatedAt = c.UpdatedAt }).ShouldBe(JsonSerializer.Serialize(c.Header()));

    // Everything that the agent does by itself is done, unless a person took the case out of its hands before it had an answer.
    private void Complete(Case c)
    {
        _pipeline.Next(c).ShouldBeNull(c.Id);
        c.WaitingMessages.ShouldBeEmpty(c.Id);
        c.Customer.ShouldNotBeNull(c.Id);
        if (c.Reply is null && c.Timeline.Any(t => t.What is "claimed"))
            return;
        c.Classification.ShouldNotBeNull(c.Id);
        c.Analysis.ShouldNotBeNull(c.Id);
        c.Risk.ShouldNotBeNull(c.Id);
        c.Decision.ShouldNotBeNull(c.Id);
        c.Strategy.ShouldNotBeNull(c.Id);
        c.Reply.ShouldNotBeNull(c.Id);
        c.Preservation.ShouldNotBeNull(c.Id);
        c.Outcome.ShouldNotBeNull(c.Id);
        c.Performance.ShouldNotBeNull(c.Id);
        if (c.Escalating && c.Timeline.All(t => t.What is not "claimed"))
            c.Handoff.ShouldNotBeNull(c.Id);
    }

    private static void Told(Case c, Story story)
    {
        c.CustomerMessages.Select(m => m.Id).ShouldBe(["1", .. story.MessageIds], ignoreOrder: true, c.Id);
        var replies = c.Outgoing.Values.Where(o => o.Message.Purpose == MessagePurpose.PersonReply);
        replies.Select(o => o.Message.Body).ShouldBe(story.PersonReplies, c.Id);
    }

    // Where a kill came between and then a person, nobody can say whether the agent's message left; it is shown as such.
    private void Sent(Case c)
    {
        foreach (var outgoing in c.Outgoing.Values)
        {
            var (least, most) = outgoing.State switch
            {
                DeliveryState.Sent => (1, 1),
                DeliveryState.Withdrawn => (0, 0),
                DeliveryState.Unknown when outgoing.Message.ToCustomer && c.Timeline.Any(t => t.What is "claimed" or "handed_off") => (0, 1),
                _ => throw new InvalidOperationException($"{outgoing.Message.Id} is {outgoing.State}: {outgoing.Error}"),
            };
            _delivered.Copies(outgoing.Message).ShouldBeInRange(least, most, $"{outgoing.Message.Id}, {outgoing.State}, {outgoing.Error}");
        }
    }

    private static string Json(Case c) => JsonSerializer.Serialize(c, CaseJson.Default.Case);
}
