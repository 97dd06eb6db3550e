using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Cases;
using Baton.Connectors;
using Baton.Tests.Engine;
using FsCheck;
using FsCheck.Fluent;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Cases;

/// <summary>Whatever customers, people, channels and the clock do, in any order: what must hold in every state.</summary>
public sealed class CaseLifeProperties
{
    [Fact]
    public async Task Every_life_keeps_the_invariants()
    {
        await using var engine = new EngineHarness(new EngineParts { SnapshotEvery = 7 });
        Prop.ForAll(Life.Scripts(14), script =>
        {
            var states = Life.PlayAsync(engine, script, settle: true, c => HoldsAsync(engine, c)).GetAwaiter().GetResult();
            states.Zip(states.Skip(1)).ShouldAllBe(pair => pair.Second.Version >= pair.First.Version);
            OwnersAreRespected(engine, states[^1].Id);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    private static async Task HoldsAsync(EngineHarness engine, Case c)
    {
        OwnerMatchesStatus(c);
        engine.Pipeline.Next(c).ShouldBeNull();
        if (c.IsOpen)
            (c.Timers.Count > 0).ShouldBeTrue($"an open case with {c.Owner} has no deadline");
        c.Outcome?.Resolved.ShouldBe(c.IsOpen ? null : true);
        (c.ClaimedBy is null).ShouldBe(c.Owner != Owner.Person);
        // Nobody's case waits in a queue that was told nothing.
        if (c is { IsOpen: true, Owner: Owner.Queue })
            c.Handoff.ShouldNotBeNull();

        var log = (await engine.Store.ReadAsync(c.Id, EngineHarness.Token))!;
        var fresh = Case.Fold(null, (await engine.Store.ReadEventsAsync(c.Id, 0, EngineHarness.Token))!);
        JsonNode.DeepEquals(Json(fresh), Json(Case.Fold(log.Snapshot, log.Events))).ShouldBeTrue();
        fresh.Version.ShouldBe(c.Version);
        log.Lease.ShouldBeNull();
    }

    private static void OwnerMatchesStatus(Case c)
    {
        switch (c.Status)
        {
            case CaseStatus.Processing or CaseStatus.Answered:
                c.Owner.ShouldBe(Owner.Agent);
                break;
            case CaseStatus.Escalated:
                c.Owner.ShouldBe(Owner.Queue);
                break;
            case CaseStatus.Claimed:
                c.Owner.ShouldBe(Owner.Person);
                break;
        }
    }

    // Read from the log: who owned the case when each message was queued.
    private static void OwnersAreRespected(EngineHarness engine, string id)
    {
        var events = engine.Store.ReadEventsAsync(id, 0, EngineHarness.Token).GetAwaiter().GetResult()!;
        var c = Case.Open((TicketReceived)events[0].Event);
        foreach (var e in events.Skip(1).Select(e => e.Event))
        {
            if (e is MessageQueued { Message: { ToCustomer: true } message } && c.Owner != Owner.Agent)
                message.Purpose.ShouldBeOneOf(MessagePurpose.Acknowledgment, MessagePurpose.Survey, MessagePurpose.PersonReply);
            if (e is MessageSent sent && OutgoingMessage.NeedsAgentOwner(c.Outgoing[sent.MessageId].Message.Purpose))
                c.Owner.ShouldBe(Owner.Agent);
            c = c.Apply(e);
        }
        events.Select(e => e.Event).OfType<MessageSent>().Count(s => c.Outgoing[s.MessageId].Message.Purpose == MessagePurpose.Survey).ShouldBeLessThanOrEqualTo(1);
        if (events.Any(e => e.Event is CaseResolved { Kind: ResolutionKind.Assumed }))
            events.ShouldContain(e => e.Event is MessageSent && IsAnswer(c.Outgoing[((MessageSent)e.Event).MessageId].Message.Purpose), "silence resolved a case that nobody answered");
        events.Select(e => e.Event).OfType<MessageSent>().Select(s => s.MessageId).ShouldBeUnique();
    }

    private static bool IsAnswer(MessagePurpose purpose) => purpose is MessagePurpose.Reply or MessagePurpose.PersonReply;

    private static JsonNode? Json(Case c) => JsonNode.Parse(JsonSerializer.Serialize(c, CaseJson.Default.Case));
}
