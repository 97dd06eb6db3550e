using System.Text.Json;
using Baton.Cases;
using Baton.Intake;

namespace Baton.Api;

/// <summary>What customers and people do to a ticket: a route table. Each entry reads its fields first, and is run only when all of them are right.</summary>
public static class TicketCommandsApi
{
    private delegate Task<CommandResult> Command(CaseCommands commands, string id, CancellationToken cancellationToken);

    public static void MapTicketCommands(this IEndpointRouteBuilder routes)
    {
        var ticket = routes.MapGroup("/v1/tickets/{id}").WithTags("Ticket commands");

        Map<MessageBody>(ticket, "/messages", "A further message of the customer: {text, id?, from?, subject?, channel?, sentAt?, headers?}. A repeated id is taken once", Receive);
        ticket.MapPost("/messages/{messageId}/resend", ResendAsync).WithSummary("A person has a message sent once more that was refused or may not have arrived: {by}")
            .Accepts<PersonBody>("application/json").Produces<CaseView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        Map<FeedbackBody>(ticket, "/feedback", "The customer rates it: {satisfaction? (1 to 5), comment?, resolved?}", body =>
        {
            var (satisfaction, comment, resolved) = (body.Whole("satisfaction"), body.Text("comment", TextLimits.Message), body.Truth("resolved"));
            return (commands, id, token) => commands.FeedbackAsync(id, satisfaction, comment, resolved, token);
        });

        Map<PersonBody>(ticket, "/claim", "A person takes the ticket: {by}", body =>
        {
            var by = By(body);
            return (commands, id, token) => commands.ClaimAsync(id, by, token);
        });
        Map<PersonNoteBody>(ticket, "/release", "A person puts it back into the queue: {by, note?}", body =>
        {
            var (by, note) = (By(body), Note(body));
            return (commands, id, token) => commands.ReleaseAsync(id, by, note, token);
        });
        Map<PersonNoteBody>(ticket, "/return", "A person gives it back to the agent: {by, note?}", body =>
        {
            var (by, note) = (By(body), Note(body));
            return (commands, id, token) => commands.ReturnAsync(id, by, note, token);
        });
        Map<PersonTextBody>(ticket, "/reply", "A person writes to the customer, and takes the ticket by that: {by, text}. The same Idempotency-Key is the same reply", (body, key) =>
        {
            var (by, text) = (By(body), Required(body, "text", TextLimits.Message));
            return (commands, id, token) => commands.ReplyAsync(id, by, text, key, token);
        });
        Map<PersonTextBody>(ticket, "/notes", "A note among the company's people: {by, text}. The same Idempotency-Key is the same note", (body, key) =>
        {
            var (by, text) = (By(body), Required(body, "text", TextLimits.Message));
            return (commands, id, token) => commands.NoteAsync(id, by, text, key, token);
        });
        Map<PersonNoteBody>(ticket, "/resolve", "A person closes it: {by, note?}", body =>
        {
            var (by, note) = (By(body), Note(body));
            return (commands, id, token) => commands.ResolveAsync(id, by, note, token);
        });
        Map<ReopenBody>(ticket, "/reopen", "A person opens it again: {by, reason?}", body =>
        {
            var (by, reason) = (By(body), body.Line("reason", TextLimits.Line));
            return (commands, id, token) => commands.ReopenAsync(id, by, reason, token);
        });
        Map<VerdictBody>(ticket, "/verdict", "A person judges the agent's decision: {by, escalationNeeded?, corrections?, reason?}", body =>
        {
            var (by, needed, corrections, reason) = (By(body), body.Truth("escalationNeeded"), body.Map("corrections", numbers: true), body.Line("reason", TextLimits.Line));
            return (commands, id, token) => commands.VerdictAsync(id, by, needed, corrections, reason, token);
        });
    }

    private static Command Receive(FieldReader body, string? key)
    {
        var message = new IncomingMessage(
            body.Line("id", TextLimits.Name) ?? (key is null ? null : IncomingMessage.IdOf(key)) ?? Guid.CreateVersion7().ToString("N"),
            Required(body, "text", TextLimits.Message), body.Email("from"), body.Line("channel", TextLimits.Name), body.Time("sentAt")?.ToUniversalTime(), body.Map("headers"),
            body.Line("subject", TextLimits.Line));
        return (commands, id, token) => commands.ReceiveAsync(id, message, token);
    }

    private static Task<IResult> ResendAsync(HttpContext http, string id, string messageId, CaseCommands commands, CancellationToken cancellationToken) =>
        RunAsync(
            (body, _) =>
            {
                var by = By(body);
                return (commands, id, token) => commands.ResendAsync(id, messageId, by, token);
            },
            commands, id, http, cancellationToken);

    private static void Map<TBody>(RouteGroupBuilder ticket, string path, string summary, Func<FieldReader, Command> read) where TBody : notnull => Map<TBody>(ticket, path, summary, (body, _) => read(body));

    private static void Map<TBody>(RouteGroupBuilder ticket, string path, string summary, Func<FieldReader, string?, Command> read) where TBody : notnull =>
        ticket.MapPost(path, (HttpContext http, string id, CaseCommands commands, CancellationToken cancellationToken) => RunAsync(read, commands, id, http, cancellationToken))
            .WithSummary(summary).Accepts<TBody>("application/json").Produces<CaseView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> RunAsync(Func<FieldReader, string?, Command> read, CaseCommands commands, string id, HttpContext http, CancellationToken cancellationToken)
    {
        if (!IdempotencyKey.TryRead(http, out var key, out var wrong))
            return Problems.Invalid([wrong]);
        var (document, error) = await JsonBody.ReadAsync(http.Request, optional: true, cancellationToken);
        if (error is not null)
            return Problems.Invalid([error]);
        using (document)
        {
            if (document!.RootElement.ValueKind != JsonValueKind.Object)
                return Problems.Invalid([new FieldError("$", "must be a JSON object")]);
            if (JsonText.Fault(document.RootElement) is { } fault)
                return Problems.Invalid([fault]);
            var body = new FieldReader(document.RootElement);
            var command = read(body, key);
            if (body.Errors.Count > 0)
                return Problems.Invalid(body.Errors);
            var result = await command(commands, id, cancellationToken);
            return result.Refusal is { } refusal ? Problems.Of(refusal) : Results.Json(CaseView.Of(result.Case!), ApiJson.Default.CaseView);
        }
    }

    private static string By(FieldReader body) => Required(body, "by", TextLimits.Name).ReplaceLineEndings(" ").Trim();

    private static string? Note(FieldReader body) => body.Text("note", TextLimits.Message);

    private static string Required(FieldReader body, string field, int longest)
    {
        var text = body.Text(field, longest);
        if (string.IsNullOrWhiteSpace(text) && !body.HasError(field))
            body.Error(field, "is missing or empty");
        return text ?? "";
    }
}
