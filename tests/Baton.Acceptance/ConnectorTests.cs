using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Baton.Acceptance.Running;
using Baton.Connectors;
using Baton.Tests.Connectors.Smtp;
using Baton.Tests.Connectors.Webhook;

namespace Baton.Acceptance;

/// <summary>The configured ways out and in, of the real process: SMTP, the signed webhook, and signed webhooks of others.</summary>
public sealed class ConnectorTests
{
    private const string Secret = "an-inbound-secret-of-some-length";

    [Fact]
    public async Task The_customers_mail_goes_out_over_smtp_once()
    {
        using var sink = await SmtpSink.StartAsync();
        await using var server = await BatonProcess.StartAsync(new ServerSettings
        {
            Environment = new Dictionary<string, string>
            {
                ["Connectors__Smtp__Host"] = "127.0.0.1",
                ["Connectors__Smtp__Port"] = $"{sink.Port}",
                ["Connectors__Smtp__Security"] = "none",
                ["Connectors__Smtp__From"] = "support@northwind.example",
            },
        });
        await server.OpenAsync(Tickets.Question("MAIL-1", "ann@mail.example"));
        var view = await server.CaseAsync("MAIL-1", "sent", v => v["reply.sentAt"].Text is not null);
        view["outgoing"][0]["connector"].Text.ShouldBe("smtp");
        sink.Mails.Count.ShouldBe(1, string.Join("\n\n", sink.Mails.Select(m => m.Raw)) + view);
        var mail = sink.Mails[0];
        mail["To"].ShouldNotBeNull().ShouldContain("ann@mail.example");
        mail["From"].ShouldNotBeNull().ShouldContain("support@northwind.example");
        mail.Subject.ShouldContain("MAIL-1");
        mail["Auto-Submitted"].ShouldBe("auto-replied");
        (mail.Parts is [var text, ..] ? text : mail).Text.ShouldBe(view["reply.text"].Text);
    }

    [Fact]
    public async Task Handoffs_reach_the_webhook_signed_and_are_tried_again_after_an_error()
    {
        var tries = new ConcurrentDictionary<string, int>();
        await using var receiver = await Receiver.StartAsync(TimeProvider.System);
        receiver.Answer = http =>
        {
            var first = tries.AddOrUpdate(http.Request.Headers[WebhookSignature.KeyHeader].ToString(), 1, (_, n) => n + 1) == 1;
            http.Response.StatusCode = first ? 500 : 204;
            return Task.CompletedTask;
        };
        await using var server = await BatonProcess.StartAsync(new ServerSettings
        {
            Environment = new Dictionary<string, string> { ["Connectors__Webhook__Url"] = receiver.Url, ["Connectors__Webhook__Secret"] = Receiver.Secret },
        });
        await server.OpenAsync(Tickets.LegalThreat("HOOK-1"));
        var view = await server.CaseAsync("HOOK-1", "all sent", v => v["handoff.deliveries"].Items.All(d => d["state"].Text == "sent"));
        var hooked = view["handoff.deliveries"].Items.Where(d => d["connector"].Text == "webhook").ToList();
        hooked.Select(d => d["purpose"].Text).Distinct().ShouldBe(["handoff_chat", "ticket_update"], ignoreOrder: true);
        hooked.ShouldAllBe(d => d["attempts"].Number == 2);
        tries.Values.ShouldAllBe(n => n == 2);
        foreach (var (_, _, body) in receiver.Received)
            body.ShouldContain("HOOK-1");
        receiver.Received.Select(r => r.Key).Distinct().Count().ShouldBe(hooked.Count);
    }

    [Fact]
    public async Task A_signed_webhook_of_another_system_becomes_a_ticket_once()
    {
        await using var server = await ShopAsync();
        var body = """{"ticket":{"nr":4711,"title":"Password","text":"How do I reset my password?","mail":"ann@shop.example"}}""";
        var first = (await SignedAsync(server, body, "key-1")).ShouldBe(HttpStatusCode.Accepted);
        (await SignedAsync(server, body, "key-1")).ShouldBe(HttpStatusCode.OK).Json["ticketId"].Text.ShouldBe(first.Json["ticketId"].Text);
        (await SignedAsync(server, body, "key-2")).ShouldBe(HttpStatusCode.OK).Json["ticketId"].Text.ShouldBe(first.Json["ticketId"].Text);
        var view = await server.CaseAsync(first.Json["ticketId"].Text!);
        view["ticket.source"].Text.ShouldBe("shop");
        view["ticket.externalId"].Text.ShouldBe("4711");
        view["ticket.subject"].Text.ShouldBe("Password");
        view["ticket.customerEmail"].Text.ShouldBe("ann@shop.example");
    }

    [Fact]
    public async Task A_webhook_that_is_not_rightly_signed_is_refused()
    {
        await using var server = await ShopAsync();
        const string Body = """{"ticket":{"nr":1,"text":"Hello"}}""";
        (await server.PostAsync("/v1/inbound/shop", Body)).ShouldBeProblem(HttpStatusCode.Unauthorized, WebhookSignature.SignatureHeader);
        (await SignedAsync(server, Body, secret: "another-secret-of-some-length")).ShouldBeProblem(HttpStatusCode.Unauthorized, "secret");
        (await SignedAsync(server, Body, at: TimeProvider.System.GetUtcNow().AddMinutes(-10))).ShouldBeProblem(HttpStatusCode.Unauthorized, "clock");
        (await SignedAsync(server, Body, at: TimeProvider.System.GetUtcNow().AddMinutes(10))).ShouldBeProblem(HttpStatusCode.Unauthorized, "clock");
        (await SignedAsync(server, Body, path: "/v1/inbound/unknown")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown");
        (await server.GetAsync("/v1/tickets")).Json["items"].Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"ticket":{"nr":1}}""", "description")]
    [InlineData("""{"ticket":{"text":{"a":1}}}""", "description")]
    [InlineData("""{"ticket":{"text":"Hi","mail":"nobody"}}""", "customerEmail")]
    [InlineData("""[1,2]""", "description")]
    [InlineData("""{"ticket":{"text":"Hi"},"\uD83D":1}""", "surrogate")]
    [InlineData("""{"ticket":""", "JSON")]
    [InlineData("", "JSON")]
    public async Task A_webhook_that_cannot_be_mapped_names_what_is_missing(string body, string telling)
    {
        await using var server = await ShopAsync();
        (await SignedAsync(server, body)).ShouldBeProblem(HttpStatusCode.BadRequest, telling);
    }

    private static Task<BatonProcess> ShopAsync() => BatonProcess.StartAsync(new ServerSettings
    {
        Environment = new Dictionary<string, string>
        {
            ["Inbound__shop__Secret"] = Secret,
            ["Inbound__shop__Map__Description"] = "ticket.text",
            ["Inbound__shop__Map__Subject"] = "ticket.title",
            ["Inbound__shop__Map__ExternalId"] = "ticket.nr",
            ["Inbound__shop__Map__CustomerEmail"] = "ticket.mail",
        },
    });

    private static Task<Answer> SignedAsync(
        BatonProcess server, string body, string? key = null, string secret = Secret, DateTimeOffset? at = null, string path = "/v1/inbound/shop")
    {
        var timestamp = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        var signature = WebhookSignature.Sign(Encoding.UTF8.GetBytes(secret), timestamp, Encoding.UTF8.GetBytes(body));
        List<(string, string)> headers = [(WebhookSignature.SignatureHeader, signature), (WebhookSignature.TimestampHeader, $"{timestamp}")];
        if (key is not null)
            headers.Add((WebhookSignature.KeyHeader, key));
        return server.PostAsync(path, body, 0, [.. headers]);
    }
}
