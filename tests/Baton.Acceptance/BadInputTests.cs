using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Baton.Acceptance.Running;

namespace Baton.Acceptance;

/// <summary>Whatever comes in: a clear no or a clean case, nothing lost, and the server stays ready.</summary>
public sealed class BadInputTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IAsyncLifetime
{
    private BatonProcess Server => fixture.Server;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => (await Server.GetAsync("/readyz")).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("no json at all")]
    [InlineData("""{"description":"half""")]
    [InlineData("""{"description":'single'}""")]
    [InlineData("""{"description":"a"} {"description":"b"}""")]
    [InlineData("[]")]
    [InlineData("""[{"description":"a"}]""")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("""{"support":{"ticket":[]}}""")]
    public async Task A_body_that_is_no_ticket_is_refused(string body) => (await OpenAsync(body)).ShouldNameField("$");

    [Theory]
    [InlineData("description", "7")]
    [InlineData("description", "{}")]
    [InlineData("description", "\"\"")]
    [InlineData("description", "\" \\n\\t \"")]
    [InlineData("description", "null")]
    [InlineData("message", "true")]
    [InlineData("id", "12")]
    [InlineData("id", "\"a/b\"")]
    [InlineData("id", "\"../../etc/passwd\"")]
    [InlineData("id", "\"a b\"")]
    [InlineData("subject", "[\"x\"]")]
    [InlineData("customerEmail", "\"nobody\"")]
    [InlineData("customerEmail", "\"a@b.example, c@d.example\"")]
    [InlineData("customerEmail", "{\"address\":\"a@b.example\"}")]
    [InlineData("customerName", "5")]
    [InlineData("channel", "[]")]
    [InlineData("customerId", "{}")]
    [InlineData("customerTier", "\"gold\"")]
    [InlineData("customerTier", "2")]
    [InlineData("accountValue", "\"500\"")]
    [InlineData("accountValue", "-1")]
    [InlineData("accountValue", "1e400")]
    [InlineData("lifetimeValue", "true")]
    [InlineData("previousTicketCount", "1.5")]
    [InlineData("previousTicketCount", "-3")]
    [InlineData("previousTicketCount", "99999999999999")]
    [InlineData("supportHistory", "\"one\"")]
    [InlineData("escalationHistory", "{}")]
    [InlineData("externalId", "false")]
    [InlineData("source", "3")]
    [InlineData("receivedAt", "\"yesterday\"")]
    [InlineData("receivedAt", "1700000000")]
    [InlineData("headers", "[\"a: b\"]")]
    public async Task A_field_of_a_wrong_kind_is_named(string field, string value)
    {
        var description = field is "description" or "message" ? "" : "\"description\":\"Hello\",";
        (await OpenAsync($"{{{description}\"{field}\":{value}}}")).ShouldBeProblem(HttpStatusCode.BadRequest, field);
    }

    [Fact]
    public async Task All_faults_are_named_at_once()
    {
        var answer = await OpenAsync("""{"customerTier":"gold","accountValue":"x","receivedAt":"soon"}""");
        foreach (var field in (string[])["description", "customerTier", "accountValue", "receivedAt"])
            answer.ShouldNameField(field);
    }

    [Fact]
    public async Task An_item_of_a_wrong_kind_is_named_by_its_place() =>
        (await OpenAsync("""{"description":"a","supportHistory":["fine",7,8]}""")).ShouldNameField("supportHistory[1]").ShouldNameField("supportHistory[2]");

    [Fact]
    public async Task A_text_of_five_megabytes_is_too_large()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/tickets") { Content = new StringContent($$"""{"description":"{{new string('x', 5_000_000)}}"}""", Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true; // the server closes on what it will not read
        (await Server.SendAsync(request)).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "MaxRequestBytes");
    }

    [Fact]
    public async Task A_text_over_the_limit_of_its_field_is_refused_and_one_below_it_is_taken()
    {
        (await OpenAsync($$"""{"description":"{{new string('x', 1_000_001)}}"}""")).ShouldNameField("description");
        var view = await Server.OpenAsync(new { description = string.Join(' ', Enumerable.Repeat("How do I reset my password?", 10_000)) });
        view["status"].Text.ShouldNotBe("processing");
    }

    [Fact]
    public async Task Null_characters_do_no_harm()
    {
        var view = await Server.OpenAsync("""{"description":"How do I\u0000 reset my password?\u0000","subject":"Pass\u0000word","customerEmail":"nul@chars.example"}""");
        view["ticket.description"].Text.ShouldBe("How do I reset my password?");
        view["ticket.subject"].Text.ShouldBe("Password");
    }

    [Theory]
    [InlineData("نسيت كلمة المرور الخاصة بي، كيف يمكنني إعادة تعيينها؟")]
    [InlineData("שכחתי את הסיסמה שלי. איך אני מאפס אותה?")]
    [InlineData("😡😡😡 👩‍👩‍👧‍👦 🏳️‍🌈 ‮evitatcat‬")]
    [InlineData("パスワードを忘れました")]
    [InlineData("z̷̡a̸l̴g̵o̶ t̴e̵x̸t̷")]
    [InlineData("%s %n {0} ${jndi:ldap://x} '; DROP TABLE cases; -- <script>alert(1)</script>")]
    public async Task Every_script_is_kept_as_it_was_written(string text)
    {
        var view = await Server.OpenAsync(new { description = text, subject = text });
        view["ticket.description"].Text.ShouldBe(text);
        view["status"].Text.ShouldBeOneOf("answered", "escalated");
    }

    [Theory]
    [InlineData("description")]
    [InlineData("subject")]
    [InlineData("customerEmail")]
    public async Task Half_a_surrogate_pair_is_refused_by_field(string field) =>
        (await OpenAsync($$"""{"message":"Hello","{{field}}":"broken \uD83D here"}""")).ShouldNameField(field);

    [Fact]
    public async Task Half_a_surrogate_pair_in_lists_maps_and_unknown_fields_does_not_break_the_server()
    {
        (await OpenAsync("""{"message":"Hello","supportHistory":["\uD83D"]}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "supportHistory");
        (await OpenAsync("""{"message":"Hello","headers":{"X":"\uD83D"}}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "headers");
        (await OpenAsync("""{"message":"Hello","headers":{"\uD83D":"x"}}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "headers");
        (await OpenAsync("""{"message":"Hello","unknown":[{"deep":"\uD83D"}]}""")).ShouldNameField("unknown[0].deep");
        (await OpenAsync("""{"message":"Hello","\uD83D":1}""")).ShouldNameField("$");
        (await Server.PostAsync("/v1/tickets/ANY/claim", """{"by":"kim","\uD83D":1}""")).ShouldNameField("$");
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused()
    {
        byte[] body = [.. "{\"description\":\""u8, 0xFF, 0xFE, 0xC3, 0x28, .. "\"}"u8];
        (await Server.PostAsync("/v1/tickets", body)).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_time_that_cannot_be_true_gives_way_to_now_and_is_kept(string time)
    {
        var view = await Server.OpenAsync(new { description = "How do I reset my password?", receivedAt = time });
        view["ticket.receivedAt"].Time.Year.ShouldBeInRange(2024, 2100);
        (await Server.GetAsync($"/v1/tickets/{view["ticketId"].Text}/events")).Body.ShouldContain(time);
    }

    [Fact]
    public async Task Messages_may_come_out_of_order_and_from_impossible_times()
    {
        var id = (await Server.OpenAsync(Tickets.LegalThreat()))["ticketId"].Text!;
        foreach (var (message, time) in ((string, string)[])[("late", "2020-01-01T00:00:00Z"), ("early", "1970-01-01T00:00:00Z"), ("future", "9999-12-31T23:59:59Z")])
            await Server.DoAsync(id, "messages", new { id = message, text = $"message {message}", sentAt = time });
        var view = await Server.CaseAsync(id);
        view["messages"].Items.Count(m => m["role"].Text == "customer").ShouldBe(4);
    }

    [Fact]
    public async Task A_message_from_somebody_in_copy_is_not_the_customers()
    {
        var id = (await Server.OpenAsync(Tickets.Question(email: "owner@copy.example")))["ticketId"].Text!;
        await Server.DoAsync(id, "messages", new { text = "I am in copy. Refund 40 USD to me, please.", from = "stranger@copy.example" });
        var view = await Server.CaseAsync(id);
        view["outgoing"].Items.ShouldNotContain(o => o["to"].Text == "stranger@copy.example");
    }

    [Theory]
    [InlineData("Subject\r\nBcc: everybody@world.example", "ann@shop.example")]
    [InlineData("Subject\nX-Injected: yes", "ann@shop.example")]
    public async Task Line_breaks_never_become_headers(string subject, string email)
    {
        var view = await Server.OpenAsync(new { subject, description = "How do I reset my password?", customerEmail = email });
        view["ticket.subject"].Text!.ShouldNotContain('\n');
        view["ticket.subject"].Text!.ShouldNotContain('\r');
    }

    [Fact]
    public async Task An_address_with_a_line_break_is_refused() =>
        (await Server.PostAsync("/v1/tickets", new { description = "Hello", customerEmail = "a@b.example\r\nBcc: c@d.example" })).ShouldNameField("customerEmail");

    [Fact]
    public async Task Json_of_great_depth_is_refused()
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);
        (await OpenAsync($$"""{"description":"a","x":{{deep}}}""")).ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_wide_object_is_taken_with_all_it_has()
    {
        var fields = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"field{i}\":{i}"));
        var accepted = (await OpenAsync($$"""{"description":"How do I reset my password?",{{fields}}}""")).ShouldBe(HttpStatusCode.Accepted);
        (await Server.GetAsync($"{accepted.Json["links.events"].Text}")).Body.ShouldContain("\"field4999\":4999");
    }

    [Fact]
    public async Task A_key_that_stands_twice_does_no_harm() =>
        (await OpenAsync("""{"description":"first","description":"second"}""")).Status.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task Another_content_type_with_json_inside_is_json_all_the_same_or_refused(string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/tickets") { Content = new StringContent("""{"description":"Hello"}""", Encoding.UTF8, type) };
        (await Server.SendAsync(request)).Status.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_form_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/tickets") { Content = new FormUrlEncodedContent([new("description", "Hello")]) };
        (await Server.SendAsync(request)).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_post_without_a_body_is_refused() =>
        (await Server.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/tickets"))).ShouldBeProblem(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_that_breaks_off_leaves_nothing_and_harms_nobody()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/tickets") { Content = new StringContent("""{"id":"BROKEN-OFF","descr""") };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await Server.SendAsync(request)).ShouldBeProblem(HttpStatusCode.BadRequest);
        (await Server.GetAsync("/v1/tickets/BROKEN-OFF")).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("NO-SUCH")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("a%2Fb")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("x'%20OR%201=1--")]
    public async Task An_unknown_id_is_not_found(string id)
    {
        (await Server.GetAsync($"/v1/tickets/{id}")).ShouldBeProblem(HttpStatusCode.NotFound);
        (await Server.GetAsync($"/v1/tickets/{id}/events")).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_idempotency_key_that_is_too_long_is_named() =>
        (await Server.PostAsync("/v1/tickets", new { description = "Hello" }, 0, ("Idempotency-Key", new string('k', 300)))).ShouldNameField("Idempotency-Key");

    [Theory]
    [InlineData("wait=-5")]
    [InlineData("wait=9999999999")]
    [InlineData("wait=soon")]
    [InlineData("respond-async")]
    public async Task A_preference_that_makes_no_sense_is_passed_over(string preference) =>
        (await Server.PostAsync("/v1/tickets", new { description = "Where are my invoices?" }, 0, ("Prefer", preference))).ShouldBe(HttpStatusCode.Accepted);

    private Task<Answer> OpenAsync(string body) => Server.PostAsync("/v1/tickets", body);
}
