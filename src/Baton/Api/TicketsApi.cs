using System.Globalization;
using Baton.Cases;
using Baton.Distribution;
using Baton.Intake;

namespace Baton.Api;

/// <summary>Opening and reading tickets. What people and customers do to them is in <see cref="TicketCommandsApi"/>.</summary>
public static class TicketsApi
{
    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        var tickets = routes.MapGroup("/v1/tickets").WithTags("Tickets");
        tickets.MapPost("/", OpenAsync).WithSummary("Opens a ticket; the same Idempotency-Key, or source and externalId, gives the ticket that it already is")
            .Accepts<Ticket>("application/json").Produces<TicketAccepted>(StatusCodes.Status202Accepted).Produces<TicketAccepted>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422);
        tickets.MapGet("/", ListAsync).WithSummary("Lists tickets, newest first").Produces<TicketPage>().ProducesProblem(400);
        tickets.MapGet("/{id}", GetAsync).WithSummary("One ticket with everything known about it; `Prefer: wait=10` waits until the agent rests").Produces<CaseView>().ProducesProblem(404);
        tickets.MapGet("/{id}/events", EventsAsync).WithSummary("The raw log of a ticket").Produces<EventPage>().ProducesProblem(404);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, CaseWaiting waiting, TicketIds ids, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!IdempotencyKey.TryRead(http, out var key, out var wrong))
            return Problems.Invalid([wrong]);
        var (document, error) = await JsonBody.ReadAsync(http.Request, optional: false, cancellationToken);
        if (error is not null)
            return Problems.Invalid([error]);
        using (document)
        {
            var reading = TicketReader.Read(document!.RootElement, time.GetUtcNow(), ids.Next, "api");
            if (reading.Ticket is not { } ticket)
                return Problems.Invalid(reading.Errors);
            var (opened, c) = await waiting.OpenAsync(ticket, key, Preference.Wait(http), cancellationToken);
            return Accepted(http, opened, c?.Status);
        }
    }

    /// <summary>The answer to whoever opened a ticket.</summary>
    internal static IResult Accepted(HttpContext http, OpenResult opened, CaseStatus? status)
    {
        if (opened.Status == OpenStatus.KeyReused)
            return Problems.Of(Refusal.KeyReused(opened.CaseId));
        if (opened.Status == OpenStatus.IdTaken)
            return Problems.Of(new Refusal(RefusalCode.Conflict, $"ticket {opened.CaseId} exists with other content: leave out id, or send a further message to /v1/tickets/{opened.CaseId}/messages"));
        var self = $"/v1/tickets/{Uri.EscapeDataString(opened.CaseId)}";
        http.Response.Headers.Location = self;
        var body = new TicketAccepted(opened.CaseId, status ?? CaseStatus.Processing, new TicketLinks(self, $"{self}/events", $"{self}/messages"));
        return opened.Status == OpenStatus.Opened ? Results.Json(body, ApiJson.Default.TicketAccepted, statusCode: StatusCodes.Status202Accepted) : Results.Json(body, ApiJson.Default.TicketAccepted);
    }

    /// <summary>What a list is asked for.</summary>
    private sealed record ListQuery(string? Status, string? Owner, string? Team, string? Priority, string? Q, string? Cursor, string? Limit);

    private static async Task<IResult> ListAsync([AsParameters] ListQuery asked, ICaseStore store, CancellationToken cancellationToken)
    {
        List<FieldError> errors = [];
        var query = new CaseQuery
        {
            Status = Parse<CaseStatus>("status", asked.Status, errors),
            Owner = Parse<Owner>("owner", asked.Owner, errors),
            Priority = Parse<Priority>("priority", asked.Priority, errors),
            Team = string.IsNullOrEmpty(asked.Team) ? null : asked.Team,
            Text = string.IsNullOrWhiteSpace(asked.Q) ? null : asked.Q,
            Cursor = asked.Cursor,
            Limit = (int)(Whole("limit", asked.Limit, 1, 500, errors) ?? 50),
        };
        if (errors.Count > 0)
            return Problems.Invalid(errors);
        try
        {
            var page = await store.ListAsync(query, cancellationToken);
            return Results.Json(new TicketPage(page.Items, page.NextCursor), ApiJson.Default.TicketPage);
        }
        catch (InvalidCursorException exception)
        {
            return Problems.Invalid([new FieldError("cursor", exception.Message)]);
        }
    }

    private static async Task<IResult> GetAsync(HttpContext http, string id, CaseCommands commands, CaseWaiting waiting, CancellationToken cancellationToken)
    {
        var wait = Preference.Wait(http);
        if (await (wait > TimeSpan.Zero ? waiting.UntilRestAsync(id, wait, cancellationToken) : commands.FindAsync(id, cancellationToken)) is not { } c)
            return Problems.NotFound(id);
        http.Response.Headers.ETag = $"\"{c.Version}\"";
        return Results.Json(CaseView.Of(c), ApiJson.Default.CaseView);
    }

    private static async Task<IResult> EventsAsync(string id, string? after, ICaseStore store, CancellationToken cancellationToken)
    {
        List<FieldError> errors = [];
        var seen = Whole("after", after, 0, long.MaxValue, errors) ?? 0;
        if (errors.Count > 0)
            return Problems.Invalid(errors);
        var events = await store.ReadEventsAsync(id, seen, cancellationToken);
        return events is null
            ? Problems.NotFound(id)
            : Results.Json(new EventPage(id, [.. events.Select(EventEntry.Of)]), ApiJson.Default.EventPage);
    }

    private static long? Whole(string field, string? text, long least, long most, List<FieldError> errors)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        errors.Add(new FieldError(field, FormattableString.Invariant($"must be a whole number from {least} to {most}")));
        return null;
    }

    private static T? Parse<T>(string field, string? word, List<FieldError> errors) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word))
            return null;
        if (Words.TryParse<T>(word, out var value))
            return value;
        errors.Add(new FieldError(field, $"must be one of {string.Join(", ", Words.All<T>())}"));
        return null;
    }
}
