using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Cases;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Cases;

public sealed class CaseFoldTests
{
    /// <summary>Every golden event but the opening, in the order of a case's life.</summary>
    public static TheoryData<string> Names => [.. CaseEventCodec.Names.Skip(1)];

    private static readonly Case Opened = Case.Open((TicketReceived)GoldenEvents.Decode("ticket_received"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_folds_onto_a_new_case(string name) => Opened.Apply(GoldenEvents.Decode(name)).Version.ShouldBe(2);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_folds_onto_a_case_that_has_seen_all(string name)
    {
        var e = GoldenEvents.Decode(name);
        var before = Lived();

        var after = before.Apply(e);

        after.Version.ShouldBe(before.Version + 1);
        after.UpdatedAt.ShouldBe(e.At);
        after.Id.ShouldBe(before.Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_goes_on_from_a_snapshot_as_from_the_start(string name)
    {
        var snapshot = Lived();
        var restored = JsonSerializer.Deserialize(JsonSerializer.Serialize(snapshot, CaseJson.Default.Case), CaseJson.Default.Case)!;
        ShouldBeSame(restored, snapshot);

        ShouldBeSame(restored.Apply(GoldenEvents.Decode(name)), snapshot.Apply(GoldenEvents.Decode(name)));
    }

    [Fact]
    public void A_snapshot_keeps_ids_apart_that_a_culture_takes_for_one()
    {
        var sent = (MessageQueued)GoldenEvents.Decode("message_queued");
        var c = Opened.Apply(sent with { Message = sent.Message with { Id = "ab" } });
        var restored = JsonSerializer.Deserialize(JsonSerializer.Serialize(c, CaseJson.Default.Case), CaseJson.Default.Case)!;

        restored.Apply(sent with { Message = sent.Message with { Id = "a\u00adb" } }).Outgoing.Count.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_event_counts_and_changes_nothing_else()
    {
        var unknown = new UnknownEvent("case_teleported", JsonElement.Parse("{}")) { At = Opened.UpdatedAt };
        ShouldBeSame(Opened.Apply(unknown), Opened with { Version = 2 });
    }

    [Fact]
    public void A_case_is_opened_once() => Should.Throw<InvalidOperationException>(() => Opened.Apply(GoldenEvents.Decode("ticket_received")));

    [Fact]
    public void The_same_log_gives_the_same_case_under_any_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var expected = JsonSerializer.Serialize(Lived(), CaseJson.Default.Case);
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            JsonSerializer.Serialize(Lived(), CaseJson.Default.Case).ShouldBe(expected);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    // Two more messages whose ids sort otherwise under a culture than by their characters.
    private static Case Lived()
    {
        var c = CaseEventCodec.Names.Skip(1).Aggregate(Opened, (c, name) => c.Apply(GoldenEvents.Decode(name)));
        var queued = (MessageQueued)GoldenEvents.Decode("message_queued");
        return new[] { "TICK-ENT-001.10.reply", "tick-ent-001.2.reply", "TICK-ENT-001.2_x" }
            .Aggregate(c, (c, id) => c.Apply(queued with { Message = queued.Message with { Id = id } }));
    }

    private static void ShouldBeSame(Case actual, Case expected)
    {
        var (a, e) = (JsonSerializer.Serialize(actual, CaseJson.Default.Case), JsonSerializer.Serialize(expected, CaseJson.Default.Case));
        JsonNode.DeepEquals(JsonNode.Parse(a), JsonNode.Parse(e)).ShouldBeTrue($"actual:\n{a}\nexpected:\n{e}");
    }
}
