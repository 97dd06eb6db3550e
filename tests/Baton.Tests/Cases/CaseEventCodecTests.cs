using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Baton.Cases;

namespace Baton.Tests.Cases;

public sealed class CaseEventCodecTests
{
    public static TheoryData<string> Names => [.. CaseEventCodec.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_has_a_golden_file_that_fills_every_field(string name)
    {
        var body = JsonElement.Parse(GoldenEvents.Body(name));
        Unfilled(CaseJson.Default.GetTypeInfo(CaseEventCodec.TypeOf(name))!, body, name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_golden_file_is_of_an_event() => GoldenEvents.Names.Except(CaseEventCodec.Names).ShouldBeEmpty("a wire name once written is never dropped");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_golden_body_is_read_as_its_type_and_written_as_it_was(string name)
    {
        var read = GoldenEvents.Decode(name);

        read.GetType().ShouldBe(CaseEventCodec.TypeOf(name));
        CaseEventCodec.NameOf(read).ShouldBe(name);
        ShouldBeSameJson(CaseEventCodec.Encode(read), GoldenEvents.Body(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fields_of_a_newer_version_survive(string name)
    {
        var body = JsonNode.Parse(GoldenEvents.Body(name))!;
        body["writtenLater"] = JsonNode.Parse("""{"deep":[1,"zwei",null]}""");

        var written = CaseEventCodec.Encode(CaseEventCodec.Decode(name, Encoding.UTF8.GetBytes(body.ToJsonString())));

        ShouldBeSameJson(written, body.ToJsonString());
    }

    [Fact]
    public void An_event_of_a_newer_version_is_kept_as_it_came_and_changes_nothing()
    {
        const string body = """{"at":"2026-03-02T10:00:00+00:00","who":"somebody","deep":{"a":[1,2]}}""";

        var read = CaseEventCodec.Decode("case_teleported", Encoding.UTF8.GetBytes(body)).ShouldBeOfType<UnknownEvent>();

        read.At.ShouldBe(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        CaseEventCodec.NameOf(read).ShouldBe("case_teleported");
        ShouldBeSameJson(CaseEventCodec.Encode(read), body);
    }

    [Fact]
    public void A_newer_versions_time_need_not_be_one() =>
        CaseEventCodec.Decode("case_teleported", "{\"at\":7}"u8).At.ShouldBe(default);

    [Theory]
    [InlineData("case_claimed", "null")]
    [InlineData("case_claimed", "[]")]
    [InlineData("case_claimed", """{"by":"mia"}""")]
    [InlineData("case_claimed", """{"at":"2026-03-02T10:00:00+00:00","by":7}""")]
    [InlineData("turn_started", "{\"at\":\"2026-03-02T10:00:00+00:00\",\"turn\":")]
    [InlineData("case_claimed", "")]
    [InlineData("case_teleported", "[]")]
    [InlineData("case_teleported", "null")]
    public void A_body_that_is_not_an_event_is_a_JSON_error_and_nothing_else(string name, string body) =>
        Should.Throw<JsonException>(() => CaseEventCodec.Decode(name, Encoding.UTF8.GetBytes(body)));

    private static void ShouldBeSameJson(byte[] written, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(expected)).ShouldBeTrue($"written:\n{Encoding.UTF8.GetString(written)}\nexpected:\n{expected}");

    // Paths of the type's fields that the JSON leaves out, or leaves empty. What cannot be set is derived, and not stored.
    private static IEnumerable<string> Unfilled(JsonTypeInfo type, JsonElement json, string path)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
            return json.GetArrayLength() == 0 ? [path] : Unfilled(CaseJson.Default.GetTypeInfo(type.ElementType!)!, json[0], path + "[0]");
        if (type.Kind == JsonTypeInfoKind.Dictionary)
            return json.EnumerateObject().Any() ? [] : [path];
        if (type.Kind != JsonTypeInfoKind.Object)
            return [];
        return type.Properties.Where(p => !p.IsExtensionData && (p.Set is not null || p.AssociatedParameter is not null)).SelectMany(p => json.TryGetProperty(p.Name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Unfilled(CaseJson.Default.GetTypeInfo(p.PropertyType)!, value, $"{path}.{p.Name}")
            : [$"{path}.{p.Name}"]);
    }
}
