using System.Reflection;
using System.Text.Json;
using Baton.Memory;

namespace Baton.Tests.Samples;

/// <summary>The tickets of a newcomer's first run, as the program brings them along.</summary>
public class SampleTicketsTests
{
    private static readonly List<JsonElement> Tickets =
        [.. Read("samples/tickets.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public void Each_has_an_id_of_its_own_and_something_to_say()
    {
        Tickets.Count.ShouldBe(24);
        Tickets.Select(t => Text(t, "id")).ShouldBeUnique();
        Tickets.ShouldAllBe(t => Text(t, "description") != null);
    }

    [Fact]
    public void Nobody_real_is_written_to() => Tickets.ShouldAllBe(t => Text(t, "customerEmail")!.EndsWith(".example", StringComparison.Ordinal));

    [Fact]
    public void One_customer_writes_three_times_about_the_same_issue()
    {
        var same = Tickets.Where(t => Text(t, "customerId") == "CUST-1001").ToList();
        var last = Keywords(same[^1]);

        same.Count.ShouldBe(3);
        same.SkipLast(1).ShouldAllBe(t => IssueSimilarity.Of(Keywords(t), last) >= 0.5);
    }

    [Theory]
    [InlineData("1-standard-request", "TICK-STD-001")]
    [InlineData("2-enterprise-critical", "TICK-ENT-001")]
    [InlineData("3-technical-integration", "TICK-TECH-001")]
    [InlineData("4-repeat-customer", "TICK-REPEAT-001")]
    public void The_acceptance_scenarios_are_wrapped_tickets(string file, string id)
    {
        var ticket = JsonDocument.Parse(Read($"samples/scenarios/{file}.json")).RootElement.GetProperty("support").GetProperty("ticket");

        Text(ticket, "id").ShouldBe(id);
        Text(ticket, "description").ShouldNotBeNullOrWhiteSpace();
    }

    private static IReadOnlyList<string> Keywords(JsonElement ticket) => IssueKeywords.Of(Text(ticket, "subject"), Text(ticket, "description")!);

    private static string? Text(JsonElement ticket, string name) => ticket.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.Load("baton").GetManifestResourceStream(name) ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }
}
