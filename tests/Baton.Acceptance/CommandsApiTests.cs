using System.Net;
using Baton.Acceptance.Running;

namespace Baton.Acceptance;

/// <summary>What people and customers do to a ticket, and who may write to the customer after it.</summary>
public sealed class CommandsApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private BatonProcess Server => fixture.Server;

    [Fact]
    public async Task Of_twenty_people_who_claim_at_once_one_gets_the_ticket()
    {
        var id = await HandedOverAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Server.PostAsync($"/v1/tickets/{id}/claim", new { by = $"agent-{i}" })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(19);
        var winner = answers.Single(a => a.Status == HttpStatusCode.OK).Json["handoff.claimedBy"].Text;
        var view = await Server.CaseAsync(id);
        view["handoff.claimedBy"].Text.ShouldBe(winner);
        view["handoff.claimedAt"].IsNull.ShouldBeFalse();
        view["owner"].Text.ShouldBe("person");
        view["status"].Text.ShouldBe("claimed");
        answers.First(a => a.Status == HttpStatusCode.Conflict).ShouldBeProblem(HttpStatusCode.Conflict, winner!);
    }

    [Fact]
    public async Task A_claim_by_the_same_person_again_is_no_conflict()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "claim", new { by = "kim" });
        var version = (await Server.CaseAsync(id))["version"].Number;
        await Server.DoAsync(id, "claim", new { by = "kim" });
        (await Server.CaseAsync(id))["version"].Number.ShouldBe(version);
    }

    [Fact]
    public async Task A_released_ticket_can_be_claimed_by_another()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "claim", new { by = "kim" });
        (await Server.PostAsync($"/v1/tickets/{id}/release", new { by = "lou" })).ShouldBeProblem(HttpStatusCode.Conflict, "kim");
        (await Server.DoAsync(id, "release", new { by = "kim", note = "not my field" }))["owner"].Text.ShouldBe("queue");
        (await Server.DoAsync(id, "claim", new { by = "lou" }))["handoff.claimedBy"].Text.ShouldBe("lou");
    }

    [Fact]
    public async Task A_reply_of_a_person_takes_the_ticket_and_goes_out_once()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "reply", new { by = "kim", text = "Hello, this is Kim. I look into it." });
        (await Server.PostAsync($"/v1/tickets/{id}/reply", new { by = "lou", text = "And I am Lou." })).ShouldBeProblem(HttpStatusCode.Conflict, "kim");
        var view = await Server.CaseAsync(id, "sent", v => Outgoing(v, "person_reply").Any(o => o["state"].Text == "sent"));
        view["owner"].Text.ShouldBe("person");
        view["handoff.claimedBy"].Text.ShouldBe("kim");
        Outgoing(view, "person_reply").ShouldHaveSingleItem()["text"].Text.ShouldBe("Hello, this is Kim. I look into it.");
        view["messages"].Items.Count(m => m["role"].Text == "person").ShouldBe(1);
    }

    [Fact]
    public async Task After_a_handoff_the_agent_is_silent_to_the_customer()
    {
        var id = await HandedOverAsync();
        var before = ToCustomer(await Server.CaseAsync(id));
        await Server.DoAsync(id, "messages", new { text = "And how do I reset my password?" });
        var view = await Server.CaseAsync(id, "forwarded to the people", v => Outgoing(v, "customer_wrote").Any());
        ToCustomer(view).ShouldBe(before);
        view["messages"].Items[^1]["text"].Text.ShouldBe("And how do I reset my password?");
    }

    [Fact]
    public async Task A_ticket_given_back_is_answered_again_from_the_newest_message()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "claim", new { by = "kim" });
        await Server.DoAsync(id, "messages", new { text = "Forget the lawyers, that is settled. How do I connect Slack to my workspace?" });
        await Server.DoAsync(id, "return", new { by = "kim", note = "the rest is a plain question" });
        var view = await Server.CaseAsync(id, "answered again", v => v["reply.type"].Text != "escalation_acknowledgment" && v["reply.sentAt"].Text is not null);
        view["owner"].Text.ShouldBe("agent");
        view["reply.text"].Text!.ShouldContain("Slack");
    }

    [Fact]
    public async Task A_reply_of_a_person_withdraws_what_the_agent_had_not_sent()
    {
        // The mail server does not answer, so that the agent's answer waits.
        await using var server = await BatonProcess.StartAsync(new ServerSettings
        {
            Environment = new Dictionary<string, string> { ["Connectors__Smtp__Host"] = "127.0.0.1", ["Connectors__Smtp__Port"] = "9", ["Connectors__Smtp__Security"] = "none", ["Connectors__Smtp__From"] = "support@northwind.example" },
        });
        var id = (await server.OpenAsync(Tickets.Question()))["ticketId"].Text!;
        (await server.CaseAsync(id))["outgoing"][0]["state"].Text.ShouldBeOneOf("queued", "sending");
        await server.DoAsync(id, "reply", new { by = "kim", text = "I have reset it for you." });
        var view = await server.CaseAsync(id, "withdrawn", v => v["outgoing"][0]["state"].Text == "withdrawn");
        view["messages"].Items.ShouldNotContain(m => m["role"].Text == "agent");
        Outgoing(view, "person_reply").ShouldHaveSingleItem()["state"].Text.ShouldBe("queued");
    }

    [Fact]
    public async Task A_burst_of_messages_is_one_turn_and_one_answer()
    {
        var id = await AnsweredAsync();
        string[] words = ["sorry, one more thing", "it is about Slack", "how do I", "connect Slack", "to my workspace?"];
        for (var i = 0; i < words.Length; i++)
            await Server.DoAsync(id, "messages", new { id = $"m{i}", text = words[i] });
        var view = await Server.CaseAsync(id, "answered once more", v => Outgoing(v, "reply").Count(o => o["state"].Text == "sent") >= 2);
        Outgoing(view, "reply").Count().ShouldBe(2);
        view["messages"].Items.Count(m => m["role"].Text == "customer").ShouldBe(6);
        view["decisions"].Items.Max(d => d["turn"].Number).ShouldBe(2);
        view["reply.text"].Text!.ShouldContain("Slack");
    }

    [Fact]
    public async Task A_repeated_message_is_taken_once()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "messages", new { id = "same", text = "Any news?" });
        await Server.DoAsync(id, "messages", new { id = "same", text = "Any news?" });
        (await Server.CaseAsync(id))["messages"].Items.Count(m => m["text"].Text == "Any news?").ShouldBe(1);
    }

    [Fact]
    public async Task A_resolved_ticket_is_reopened_by_the_customers_next_message()
    {
        var id = await AnsweredAsync();
        (await Server.DoAsync(id, "feedback", new { resolved = true, satisfaction = 5 }))["status"].Text.ShouldBe("resolved");
        await Server.DoAsync(id, "messages", new { text = "It is back: I cannot sign in, and the reset mail does not come." });
        var view = await Server.CaseAsync(id, "open again", v => v["status"].Text is "answered" or "escalated");
        view["outcome.reopened"].Number.ShouldBe(1);
    }

    [Fact]
    public async Task People_resolve_and_reopen()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "claim", new { by = "kim" });
        (await Server.PostAsync($"/v1/tickets/{id}/resolve", new { by = "lou" })).ShouldBeProblem(HttpStatusCode.Conflict, "kim");
        (await Server.DoAsync(id, "resolve", new { by = "kim", note = "refunded" }))["status"].Text.ShouldBe("resolved");
        var view = await Server.CaseAsync(id, "tracked", v => v["outcome"].Find("resolved") is { IsNull: false });
        view["outcome.resolution"].Text.ShouldBe("by_person");
        view["outcome.resolvedBy"].Text.ShouldBe("kim");
        view["outcome.falseEscalation"].Truth.ShouldBeTrue("a person solved it within two minutes of claiming it");
        (await Server.PostAsync($"/v1/tickets/{id}/claim", new { by = "lou" })).ShouldBeProblem(HttpStatusCode.Conflict, "reopen");
        (await Server.DoAsync(id, "reopen", new { by = "lou", reason = "the refund failed" }))["status"].Text.ShouldNotBe("resolved");
        (await Server.PostAsync($"/v1/tickets/{id}/reopen", new { by = "lou" })).ShouldBeProblem(HttpStatusCode.Conflict, "open");
    }

    [Fact]
    public async Task Feedback_and_verdict_become_part_of_the_outcome()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "feedback", new { satisfaction = 2, comment = "slow" });
        await Server.DoAsync(id, "verdict", new { by = "lead", escalationNeeded = true, corrections = new { category = "billing", frustration = 80 } });
        var view = await Server.CaseAsync(id, "judged", v => v["outcome.escalationNeeded"].Text is not null && v["performance.quality.escalationAppropriate"].Text is not null);
        view["outcome.satisfaction"].Number.ShouldBe(2);
        view["outcome.comment"].Text.ShouldBe("slow");
        view["outcome.verdictBy"].Text.ShouldBe("lead");
        view["outcome.falseEscalation"].Text.ShouldNotBe("true");
        view["performance.quality.escalationAppropriate"].Truth.ShouldBeTrue();
        view["performance.impact.satisfaction"].Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_reply_under_one_key_goes_out_once()
    {
        var id = await HandedOverAsync();
        for (var i = 0; i < 3; i++)
            (await Server.PostAsync($"/v1/tickets/{id}/reply", new { by = "kim", text = "I look into it." }, 0, ("Idempotency-Key", "reply-1"))).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 2; i++)
            (await Server.PostAsync($"/v1/tickets/{id}/notes", new { by = "kim", text = "A partner." }, 0, ("Idempotency-Key", "note-1"))).ShouldBe(HttpStatusCode.OK);
        var view = await Server.CaseAsync(id);
        Outgoing(view, "person_reply").ShouldHaveSingleItem();
        view["internalMessages"].Items.Count(m => m["text"].Text == "A partner.").ShouldBe(1);
        (await Server.PostAsync($"/v1/tickets/{id}/reply", new { by = "kim", text = "x" }, 0, ("Idempotency-Key", new string('k', 300)))).ShouldNameField("Idempotency-Key");
    }

    [Fact]
    public async Task A_message_that_was_sent_or_is_none_is_not_sent_again()
    {
        var id = await AnsweredAsync();
        var message = (await Server.CaseAsync(id))["outgoing"][0]["id"].Text;
        (await Server.PostAsync($"/v1/tickets/{id}/messages/{message}/resend", new { by = "kim" })).ShouldBeProblem(HttpStatusCode.Conflict, "sent");
        (await Server.PostAsync($"/v1/tickets/{id}/messages/nothing/resend", new { by = "kim" })).ShouldBeProblem(HttpStatusCode.NotFound, "nothing");
    }

    [Fact]
    public async Task An_out_of_office_mail_and_somebody_in_copy_start_nothing()
    {
        var id = await AnsweredAsync();
        await Server.DoAsync(id, "messages", new { text = "I am away.", subject = "Automatic reply: your message" });
        await Server.DoAsync(id, "messages", new { text = "How do I connect Slack?", from = "eve@other.example" });
        var view = await Server.CaseAsync(id, "told to the team", v => Outgoing(v, "customer_wrote").Any());
        view["status"].Text.ShouldBe("answered");
        view["timers"].Keys.ShouldNotContain("quiet_time");
        Outgoing(view, "reply").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answered_ticket_that_the_customer_says_is_not_resolved_goes_to_people()
    {
        var id = await AnsweredAsync();
        await Server.DoAsync(id, "feedback", new { satisfaction = 1, resolved = false, comment = "still locked out" });
        (await Server.CaseAsync(id, "with people", v => v["owner"].Text == "queue"))["decision.reasons"].Items.ShouldContain(r => r.Text == "reopened");
    }

    [Fact]
    public async Task Thanks_for_a_ticket_that_a_person_closed_leave_it_closed()
    {
        var id = await HandedOverAsync();
        await Server.DoAsync(id, "reply", new { by = "kim", text = "It runs again." });
        await Server.DoAsync(id, "resolve", new { by = "kim" });
        var view = await Server.DoAsync(id, "messages", new { text = "Thank you, all good now!" });
        view["status"].Text.ShouldBe("resolved");
        view["outcome.resolution"].Text.ShouldBe("confirmed");
        view["outcome.reopened"].Number.ShouldBe(0);
    }

    [Fact]
    public async Task A_note_stays_among_people()
    {
        var id = await HandedOverAsync();
        var before = ToCustomer(await Server.CaseAsync(id));
        var view = await Server.DoAsync(id, "notes", new { by = "kim", text = "Customer is a known partner." });
        view["internalMessages"].Items.ShouldContain(m => m["text"].Text == "Customer is a known partner.");
        ToCustomer(view).ShouldBe(before);
    }

    [Theory]
    [InlineData("claim", """{}""", "by")]
    [InlineData("claim", """{"by":"  "}""", "by")]
    [InlineData("release", """{"note":"x"}""", "by")]
    [InlineData("reply", """{"by":"kim"}""", "text")]
    [InlineData("reply", """{"by":"kim","text":" \n "}""", "text")]
    [InlineData("reply", """{"by":"kim","text":7}""", "text")]
    [InlineData("messages", """{}""", "text")]
    [InlineData("messages", """{"text":"hi","sentAt":"yesterday"}""", "sentAt")]
    [InlineData("messages", """{"text":"hi","from":"not an address"}""", "from")]
    [InlineData("feedback", """{"satisfaction":"five"}""", "satisfaction")]
    [InlineData("feedback", """{"resolved":"yes"}""", "resolved")]
    [InlineData("verdict", """{"by":"lead","escalationNeeded":1}""", "escalationNeeded")]
    [InlineData("verdict", """{"by":"lead","corrections":["billing"]}""", "corrections")]
    [InlineData("verdict", """{"by":"lead","corrections":{"category":"nonsense"}}""", "corrections.category")]
    [InlineData("verdict", """{"by":"lead","escalationNeeded":true,"corrections":{"foo":"bar"}}""", "corrections.foo")]
    [InlineData("verdict", """{"by":"lead","corrections":{"frustration":101}}""", "corrections.frustration")]
    [InlineData("messages/m-1/resend", """{}""", "by")]
    public async Task A_command_that_is_not_right_names_its_field(string command, string body, string field)
    {
        var id = await HandedOverAsync();
        (await Server.PostAsync($"/v1/tickets/{id}/{command}", body)).ShouldNameField(field);
    }

    [Theory]
    [InlineData("feedback", """{"satisfaction":6}""")]
    [InlineData("feedback", """{}""")]
    [InlineData("verdict", """{"by":"lead"}""")]
    public async Task A_command_that_says_nothing_is_a_bad_request(string command, string body) =>
        (await Server.PostAsync($"/v1/tickets/{await HandedOverAsync()}/{command}", body)).ShouldBeProblem(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("messages", """{"text":"hi"}""")]
    [InlineData("claim", """{"by":"kim"}""")]
    [InlineData("reply", """{"by":"kim","text":"hi"}""")]
    [InlineData("resolve", """{"by":"kim"}""")]
    [InlineData("feedback", """{"satisfaction":3}""")]
    [InlineData("verdict", """{"by":"lead","escalationNeeded":true}""")]
    public async Task A_command_on_an_unknown_ticket_is_not_found(string command, string body) =>
        (await Server.PostAsync($"/v1/tickets/NO-SUCH/{command}", body)).ShouldBeProblem(HttpStatusCode.NotFound, "NO-SUCH");

    private static IEnumerable<Json> Outgoing(Json view, string purpose) => view["outgoing"].Items.Where(o => o["purpose"].Text == purpose);

    private static int ToCustomer(Json view) => view["outgoing"].Items.Count(o => o["to"].Text == view["ticket.customerEmail"].Text);

    private async Task<string> HandedOverAsync()
    {
        var view = await Server.OpenAsync(Tickets.LegalThreat());
        view["owner"].Text.ShouldBe("queue");
        return view["ticketId"].Text!;
    }

    private async Task<string> AnsweredAsync()
    {
        var id = (await Server.OpenAsync(Tickets.Question()))["ticketId"].Text!;
        await Server.CaseAsync(id, "answered", v => v["reply.sentAt"].Text is not null);
        return id;
    }
}
