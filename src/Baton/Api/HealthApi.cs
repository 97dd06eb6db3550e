using Baton.Cases;
using Baton.Knowledge;
using Baton.Policies;

namespace Baton.Api;

/// <summary>Probes: <c>/healthz</c> says that the process lives, <c>/readyz</c> that it can take and keep tickets.</summary>
public static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Json(new HealthReport("alive", new Dictionary<string, string>()), ApiJson.Default.HealthReport)).WithTags("Health").WithSummary("The process lives");
        routes.MapGet("/readyz", ReadyAsync).WithTags("Health").WithSummary("Tickets can be taken and kept").Produces<HealthReport>().Produces<HealthReport>(503);
    }

    private static async Task<IResult> ReadyAsync(ICaseStore store, PolicySource policy, KnowledgeSource knowledge, CancellationToken cancellationToken)
    {
        var checks = new Dictionary<string, string>
        {
            ["policy"] = policy.LastErrors.Count == 0 ? $"ok ({policy.Current.Hash})" : $"edit refused, {policy.Current.Hash} stays in force: {policy.LastErrors[0]}",
            ["knowledge"] = knowledge.Problems.Count == 0 ? "ok" : $"{knowledge.Problems.Count} articles cannot be read: {knowledge.Problems[0]}",
        };
        try
        {
            await store.CheckAsync(cancellationToken);
            checks["store"] = "ok";
            return Results.Json(new HealthReport("ready", checks), ApiJson.Default.HealthReport);
        }
        catch (StoreUnavailableException exception)
        {
            checks["store"] = exception.Message;
            return Results.Json(new HealthReport("unavailable", checks), ApiJson.Default.HealthReport, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
