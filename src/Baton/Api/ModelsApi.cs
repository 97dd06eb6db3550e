using Baton.Learning.Online;

namespace Baton.Api;

/// <summary>Which models judge. To read only: what serves is changed on the command line, by who has the data directory.</summary>
public static class ModelsApi
{
    public static void MapModels(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/models/local", (LocalModels models) => Results.Json(models.State(), ApiJson.Default.LocalModelState)).WithTags("Models")
            .WithSummary("The local model: what serves, the checkpoints that people's verdicts made, and what the last trial came to").Produces<LocalModelState>();
}
