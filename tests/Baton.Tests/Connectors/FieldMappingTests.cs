using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Connectors;

namespace Baton.Tests.Connectors;

public sealed class FieldMappingTests
{
    [Fact]
    public void A_help_desks_document_becomes_a_tickets_JSON()
    {
        var result = Apply(
            """
            { "ticket": { "id": 35436, "title": "The export fails", "comments": [{ "body": "Since this morning." }], "tags": ["a", 2],
              "created": 1772445600, "requester": { "email": "ada@customer.example", "value": "12500.50", "tickets": 7, "phone": null } } }
            """,
            ("ExternalId", "ticket.id"), ("Subject", "ticket.title"), ("Description", "ticket.comments[0].body"), ("CustomerEmail", "ticket.requester.email"),
            ("LifetimeValue", "ticket.requester.value"), ("PreviousTicketCount", "ticket.requester.tickets"), ("SupportHistory", "ticket.tags"),
            ("ReceivedAt", "ticket.created"), ("CustomerId", "ticket.requester.phone"), ("CustomerName", "ticket.requester.name"), ("Source", "=zendesk"), ("AccountValue", "=100"));

        result.Errors.ShouldBeEmpty();
        JsonNode.DeepEquals(result.Ticket, JsonNode.Parse(
            """
            { "externalId": "35436", "subject": "The export fails", "description": "Since this morning.", "customerEmail": "ada@customer.example", "lifetimeValue": 12500.50,
              "previousTicketCount": 7, "supportHistory": ["a", "2"], "receivedAt": "2026-03-02T10:00:00Z", "source": "zendesk", "accountValue": 100 }
            """)).ShouldBeTrue(result.Ticket!.ToJsonString());
    }

    [Theory]
    [InlineData("""[{"text":"first"},{"text":"second"}]""", "[1].text")]
    [InlineData("""{"a":[["no","second"]]}""", "a[0][1]")]
    [InlineData("""{"with-dash":{"$odd key":"second"}}""", "with-dash.$odd key")]
    public void A_path_walks_names_and_indexes(string document, string path) =>
        Apply(document, ("description", path)).Ticket!["description"]!.GetValue<string>().ShouldBe("second");

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"ticket":[]}""")]
    [InlineData("""{"ticket":{"body":null}}""")]
    public void A_missing_description_is_named_with_its_path(string document) =>
        Apply(document, ("description", "ticket.body")).Errors.ShouldBe(["description: there is nothing at 'ticket.body'"]);

    [Fact]
    public void A_value_of_the_wrong_kind_is_named_with_field_and_path()
    {
        var result = Apply("""{"text":"x","from":{"a":1},"value":"much","tags":[{}]}""",
            ("description", "text"), ("subject", "from"), ("accountValue", "value"), ("supportHistory", "tags"), ("receivedAt", "from"));

        result.Ticket.ShouldBeNull();
        result.Errors.ShouldBe(
        [
            "subject: what is at 'from' cannot be used (an object)",
            "accountValue: what is at 'value' cannot be used (a text)",
            "supportHistory: what is at 'tags' cannot be used (an array)",
            "receivedAt: what is at 'from' cannot be used (an object)",
        ]);
    }

    [Theory]
    [InlineData("Descripton", "text", "Descripton is not a field of a ticket")]
    [InlineData("subject", "a..b", "subject: 'a..b' is not a path")]
    [InlineData("subject", "a[x]", "subject: 'a[x]' is not a path")]
    [InlineData("subject", "a[-1]", "subject: 'a[-1]' is not a path")]
    [InlineData("subject", "a[0", "subject: 'a[0' is not a path")]
    [InlineData("subject", "", "subject: '' is not a path")]
    [InlineData("subject", "title", "description must be mapped")]
    public void A_wrong_mapping_is_found_before_any_document_comes(string field, string path, string error)
    {
        FieldMapping.TryParse([new(field, path)], out var errors).ShouldBeNull();
        errors.ShouldContain(e => e.StartsWith(error, StringComparison.Ordinal));
    }

    private static FieldMappingResult Apply(string document, params (string Field, string Path)[] rules)
    {
        var mapping = FieldMapping.TryParse(rules.Select(r => KeyValuePair.Create(r.Field, r.Path)), out var errors);
        errors.ShouldBeEmpty();
        return mapping!.Apply(JsonElement.Parse(document));
    }
}
