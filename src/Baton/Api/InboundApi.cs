using System.Text.Json;
using Baton.Cases;
using Baton.Connectors;
using Baton.Hosting;
using Baton.Intake;

namespace Baton.Api;

/// <summary>Tickets from any system that can post JSON: signed, mapped by configuration, then taken like every other.</summary>
public static class InboundApi
{
    public static void MapInbound(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/inbound/{name}", ReceiveAsync).WithTags("Inbound").WithSummary("A signed webhook of another system, mapped to a ticket by configuration")
            .Accepts<JsonElement>("application/json").Produces<TicketAccepted>(StatusCodes.Status202Accepted).Produces<TicketAccepted>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404);

    private static async Task<IResult> ReceiveAsync(
        HttpContext http, string name, InboundWebhooks webhooks, CaseCommands commands, TicketIds ids, TimeProvider time, CancellationToken cancellationToken)
    {
        if (webhooks.Find(name) is not { } webhook)
            return Problems.Of(new Refusal(RefusalCode.NotFound, $"no entrance is configured under Inbound:{name}"));
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        var bytes = body.ToArray();
        var check = WebhookSignature.Verify(
            webhook.Secret, http.Request.Headers[WebhookSignature.SignatureHeader], http.Request.Headers[WebhookSignature.TimestampHeader], bytes, time.GetUtcNow());
        if (check != SignatureCheck.Valid)
            return Results.Problem(title: "The signature is not right", detail: Reason(check), statusCode: StatusCodes.Status401Unauthorized);

        var (ticket, followUp, errors) = Read(webhook, bytes, ids, time.GetUtcNow());
        if (ticket is null)
            return Problems.Invalid(errors);
        var key = http.Request.Headers[WebhookSignature.KeyHeader].ToString();
        var opened = await commands.OpenAsync(ticket, key.Length is 0 or > TextLimits.Name ? null : $"{name}:{key}", followUp, cancellationToken);
        return TicketsApi.Accepted(http, opened, status: null);
    }

    private static (Ticket? Ticket, FollowUp? FollowUp, IReadOnlyList<FieldError> Errors) Read(InboundWebhook webhook, byte[] body, TicketIds ids, DateTimeOffset now)
    {
        try
        {
            var json = JsonSerializer.Deserialize(body, ApiJson.Default.JsonElement);
            if (JsonText.Fault(json) is { } fault)
                return (null, null, [fault]);
            var mapped = webhook.Mapping.Apply(json);
            if (mapped.Ticket is null)
                return (null, null, [.. mapped.Errors.Select(e => new FieldError("$", e))]);
            var reading = TicketReader.Read(JsonSerializer.SerializeToElement(mapped.Ticket, ApiJson.Default.JsonObject), now, ids.Next, webhook.Name);
            return (reading.Ticket, mapped.FollowUp, reading.Errors);
        }
        catch (JsonException exception)
        {
            return (null, null, [new FieldError("$", $"is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}")]);
        }
    }

    private static string Reason(SignatureCheck check) => check switch
    {
        SignatureCheck.Missing => $"send {WebhookSignature.SignatureHeader} and {WebhookSignature.TimestampHeader}",
        SignatureCheck.Malformed => "the headers are not of the form v1=HEX and unix seconds",
        SignatureCheck.Stale => "it was signed too long ago, or in the future: check the clocks",
        _ => "it was made with another secret, or for another body",
    };
}
