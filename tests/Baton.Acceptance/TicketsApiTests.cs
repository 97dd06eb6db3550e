using System.Net;
using Baton.Acceptance.Running;

namespace Baton.Acceptance;

/// <summary>Opening, reading and listing tickets over HTTP: the fixed contracts.</summary>
public sealed class TicketsApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly Dictionary<string, string> KeysOfParts = new()
    {
        [""] = "ticketId status owner ticket customer classification analysis risk decision strategy reply handoff preservation outcome performance messages internalMessages decisions timeline version needsReview degraded",
        ["classification"] = "category priority complexity customerType issueType urgencyIndicators escalationSignals resolutionLikelihood entities suggestedTeam businessImpact minutesToRespond confidence labelConfidence by",
        ["analysis"] = "sentiment frustration urgency style trajectory technicalComplexity communicationComplexity processComplexity resolutionComplexity overallComplexity churnRisk publicityRisk evidence immediateFlags approach estimatedResolution requiredExpertise by",
        ["risk"] = "overall sentiment complexity business customer technical",
        ["decision"] = "decision urgency targetTeam primaryReason reasons riskFactors alternativesConsidered handoffRequirements successProbability confidence escalateAt by",
        ["reply"] = "text type tone grounding citations action sentAt",
        ["handoff"] = "package brief completeness gaps deliveries claimedBy claimedAt expectedBy",
    };

    private BatonProcess Server => fixture.Server;

    public static TheoryData<string> Parts => [.. KeysOfParts.Keys];

    [Fact]
    public async Task A_ticket_is_accepted_with_its_id_its_status_and_links()
    {
        var answer = (await Server.PostAsync("/v1/tickets", Tickets.Question("OPEN-1"))).ShouldBe(HttpStatusCode.Accepted);
        answer.Json.Keys.ShouldBe(["ticketId", "status", "links"], ignoreOrder: true);
        answer.Json["ticketId"].Text.ShouldBe("OPEN-1");
        answer.Json["status"].Text.ShouldBe("processing");
        answer.Location.ShouldBe("/v1/tickets/OPEN-1");
        foreach (var link in (string[])["self", "events"])
            (await Server.GetAsync(answer.Json[$"links.{link}"].Text!)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_that_prefers_to_wait_is_told_how_it_ended()
    {
        (await Server.PostAsync("/v1/tickets", Tickets.Question(), wait: 30)).Json["status"].Text.ShouldBe("answered");
        (await Server.PostAsync("/v1/tickets", Tickets.LegalThreat(), wait: 30)).Json["status"].Text.ShouldBe("escalated");
    }

    [Fact]
    public async Task A_ticket_without_an_id_gets_one()
    {
        var answer = await Server.PostAsync("/v1/tickets", new { message = "Where do I find my invoices?" });
        answer.ShouldBe(HttpStatusCode.Accepted).Json["ticketId"].Text.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task The_same_idempotency_key_gives_the_same_ticket()
    {
        object ticket = new { description = "Where do I find my invoices?", customerEmail = "key@once.example" };
        var first = (await Server.PostAsync("/v1/tickets", ticket, 0, ("Idempotency-Key", "key-1"))).ShouldBe(HttpStatusCode.Accepted);
        var second = (await Server.PostAsync("/v1/tickets", ticket, 0, ("Idempotency-Key", "key-1"))).ShouldBe(HttpStatusCode.OK);
        second.Json["ticketId"].Text.ShouldBe(first.Json["ticketId"].Text);
    }

    [Fact]
    public async Task The_same_source_and_external_id_give_the_same_ticket_and_other_words_are_a_further_message()
    {
        object ticket = new { description = "Where do I find my invoices?", source = "zendesk", externalId = "Z-77", customerEmail = "z@once.example" };
        var first = (await Server.PostAsync("/v1/tickets", ticket)).ShouldBe(HttpStatusCode.Accepted);
        object edited = new { description = "Where do I find my invoices of May?", source = "zendesk", externalId = "Z-77", customerEmail = "z@once.example" };
        foreach (var again in (object[])[ticket, edited, edited, ticket])
            (await Server.PostAsync("/v1/tickets", again)).ShouldBe(HttpStatusCode.OK).Json["ticketId"].Text.ShouldBe(first.Json["ticketId"].Text);
        (await Server.CaseAsync(first.Json["ticketId"].Text!))["messages"].Items.Where(m => m["role"].Text == "customer").Select(m => m["text"].Text)
            .ShouldBe(["Where do I find my invoices?", "Where do I find my invoices of May?"]);
    }

    [Fact]
    public async Task Twenty_times_the_same_ticket_at_once_is_one_case_and_one_answer()
    {
        object ticket = Tickets.Question("BURST-1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Server.PostAsync("/v1/tickets", ticket, 0, ("Idempotency-Key", "burst"))));
        answers.Count(a => a.Status == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(19);
        var view = await Server.CaseAsync("BURST-1", "answered", v => v["reply.sentAt"].Text is not null);
        view["outgoing"].Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_taken_id_with_other_content_is_a_conflict_and_with_the_same_content_is_not()
    {
        object ticket = new { id = "TAKEN-1", description = "Where do I find my invoices?" };
        (await Server.PostAsync("/v1/tickets", ticket)).ShouldBe(HttpStatusCode.Accepted);
        (await Server.PostAsync("/v1/tickets", ticket)).ShouldBe(HttpStatusCode.OK);
        (await Server.PostAsync("/v1/tickets", new { id = "TAKEN-1", description = "Another matter." })).ShouldBeProblem(HttpStatusCode.Conflict, "TAKEN-1");
        (await Server.CaseAsync("TAKEN-1"))["ticket.description"].Text.ShouldBe("Where do I find my invoices?");
    }

    [Fact]
    public async Task A_wrapped_ticket_is_the_same_as_a_bare_one_and_unknown_fields_are_kept()
    {
        var view = await Server.OpenAsync(new { support = new { ticket = new { id = "WRAP-1", message = "Where do I find my invoices?", customerTier = "vip", orderColour = "red" } } });
        view["ticketId"].Text.ShouldBe("WRAP-1");
        view["ticket.customerTier"].Text.ShouldBe("vip");
        (await Server.GetAsync("/v1/tickets/WRAP-1/events")).Body.ShouldContain("orderColour");
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task The_case_view_has_every_key(string part)
    {
        var view = await Server.OpenAsync(Tickets.LegalThreat());
        (part.Length == 0 ? view : view[part]).Keys.ShouldHaveAll(KeysOfParts[part].Split(' '));
    }

    [Fact]
    public async Task Parts_that_are_not_there_are_null()
    {
        var view = await Server.OpenAsync(Tickets.Question());
        view["handoff"].IsNull.ShouldBeTrue();
        view["outcome.satisfaction"].IsNull.ShouldBeTrue();
        view["decision.escalateAt"].IsNull.ShouldBeTrue();
    }

    [Fact]
    public async Task The_raw_log_tells_everything_in_order()
    {
        var view = await Server.OpenAsync(Tickets.LegalThreat());
        var log = (await Server.GetAsync($"/v1/tickets/{view["ticketId"].Text}/events")).ShouldBe(HttpStatusCode.OK).Json;
        var events = log["events"].Items;
        events[0]["type"].Text.ShouldBe("ticket_received");
        events.Select(e => e["version"].Number).ShouldBe(Enumerable.Range(1, events.Count));
        var after = (await Server.GetAsync($"/v1/tickets/{view["ticketId"].Text}/events?after=2")).Json["events"].Items;
        after[0]["version"].Number.ShouldBe(3);
    }

    [Fact]
    public async Task The_list_is_filtered_by_each_of_its_fields()
    {
        var (question, threat) = (Tickets.New("LIST"), Tickets.New("LIST"));
        await Server.OpenAsync(Tickets.Question(question, $"{question}@list.example"));
        var team = (await Server.OpenAsync(Tickets.LegalThreat(threat, $"{threat}@list.example")))["handoff.team"].Text;
        var priority = (await Server.CaseAsync(threat))["classification.priority"].Text;
        (await ListAsync("status=answered")).ShouldContain(question);
        (await ListAsync("status=escalated")).ShouldNotContain(question);
        (await ListAsync("owner=queue")).ShouldContain(threat);
        (await ListAsync("owner=agent")).ShouldNotContain(threat);
        (await ListAsync($"team={team}")).ShouldContain(threat);
        (await ListAsync($"priority={priority}&owner=queue")).ShouldContain(threat);
        (await ListAsync($"q={question}")).ShouldBe([question]);
        (await ListAsync($"q={threat}@list.example&status=answered")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat()
    {
        string[] ids = [.. Enumerable.Range(0, 5).Select(i => $"PAGE-{i}")];
        foreach (var id in ids)
            await Server.PostAsync("/v1/tickets", new { id, description = "Where do I find my invoices?", customerEmail = $"{id}@pages.example" });
        List<string> seen = [];
        for (var next = ""; next is not null;)
        {
            var page = (await Server.GetAsync($"/v1/tickets?q=pages.example&limit=2{next}")).ShouldBe(HttpStatusCode.OK).Json;
            seen.AddRange(page["items"].Items.Select(i => i["ticketId"].Text!));
            next = page["nextCursor"].Text is { } cursor ? $"&cursor={cursor}" : null;
        }
        seen.ShouldBe(ids.Reverse());
    }

    [Theory]
    [InlineData("status=open", "status")]
    [InlineData("owner=nobody", "owner")]
    [InlineData("priority=5", "priority")]
    [InlineData("cursor=last", "cursor")]
    [InlineData("cursor=-1", "cursor")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=many", "limit")]
    public async Task A_list_that_cannot_be_had_names_the_field(string query, string field) =>
        (await Server.GetAsync($"/v1/tickets?{query}")).ShouldNameField(field);

    [Theory]
    [InlineData("-1")]
    [InlineData("first")]
    public async Task A_log_from_a_place_that_is_none_names_the_field(string after)
    {
        await Server.PostAsync("/v1/tickets", Tickets.Question("AFTER-1"));
        (await Server.GetAsync($"/v1/tickets/AFTER-1/events?after={after}")).ShouldNameField("after");
    }

    [Fact]
    public async Task The_openapi_document_names_every_path()
    {
        var answer = (await Server.GetAsync("/openapi/v1.json")).ShouldBe(HttpStatusCode.OK);
        answer.Json["openapi"].Text.ShouldStartWith("3.");
        string[] commands = ["messages", "feedback", "claim", "release", "return", "reply", "notes", "resolve", "reopen", "verdict", "messages/{messageId}/resend"];
        answer.Json["paths"].Keys.Select(p => p.TrimEnd('/')).ShouldHaveAll(
            ["/v1/tickets", "/v1/tickets/{id}", "/v1/tickets/{id}/events", "/v1/inbound/{name}", "/healthz", "/readyz", .. commands.Select(c => $"/v1/tickets/{{id}}/{c}")]);
    }

    [Theory]
    [InlineData("claim", "by")]
    [InlineData("reply", "by", "text")]
    [InlineData("messages", "text", "id", "from", "subject", "channel", "sentAt", "headers")]
    [InlineData("feedback", "satisfaction", "comment", "resolved")]
    [InlineData("verdict", "by", "escalationNeeded", "corrections", "reason")]
    public async Task The_openapi_document_says_what_each_command_takes(string command, params string[] fields)
    {
        var document = (await Server.GetAsync("/openapi/v1.json")).Json;
        var reference = document["paths"][$"/v1/tickets/{{id}}/{command}"]["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"].Text!;
        document["components"]["schemas"][reference.Split('/')[^1]]["properties"].Keys.ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public async Task The_probes_say_that_the_server_lives_and_is_ready()
    {
        (await Server.GetAsync("/healthz")).ShouldBe(HttpStatusCode.OK).Json["status"].Text.ShouldBe("alive");
        var ready = (await Server.GetAsync("/readyz")).ShouldBe(HttpStatusCode.OK).Json;
        ready["status"].Text.ShouldBe("ready");
        ready["checks.store"].Text.ShouldBe("ok");
        ready["checks.policy"].Text.ShouldStartWith("ok");
    }

    [Fact]
    public async Task An_unknown_path_is_a_problem_document() => (await Server.GetAsync("/v1/nothing")).ShouldBeProblem(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_wrong_method_is_a_problem_document() =>
        (await Server.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/v1/tickets/X"))).ShouldBeProblem(HttpStatusCode.MethodNotAllowed);

    private async Task<IEnumerable<string>> ListAsync(string query) =>
        (await Server.GetAsync($"/v1/tickets?limit=500&{query}")).ShouldBe(HttpStatusCode.OK).Json["items"].Items.Select(i => i["ticketId"].Text!);
}

internal static class KeyAssertions
{
    /// <summary>Every expected key is there; further ones are allowed.</summary>
    public static void ShouldHaveAll(this IEnumerable<string> actual, IEnumerable<string> expected) => expected.Except(actual).ShouldBeEmpty("these keys are missing");
}
