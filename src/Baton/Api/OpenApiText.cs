using Microsoft.AspNetCore.OpenApi;

namespace Baton.Api;

/// <summary>Title and description of the OpenAPI document.</summary>
public static class OpenApiText
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Baton";
        document.Info.Description = "Customer-support escalation agent: tickets in, answers and handoffs out. Errors are problem documents (RFC 9457).";
        return Task.CompletedTask;
    });
}
