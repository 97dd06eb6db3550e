using System.Text.Json;
using Baton.Intake;

namespace Baton.Api;

/// <summary>Reads a request's JSON object; what is not one gets a sentence instead of an exception.</summary>
public static class JsonBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The document, or why there is none. An empty body counts as <c>{}</c> where <paramref name="optional"/>.</summary>
    public static async Task<(JsonDocument? Document, FieldError? Error)> ReadAsync(HttpRequest request, bool optional, CancellationToken cancellationToken)
    {
        if (optional && request.ContentLength is 0 or null && !request.Headers.TransferEncoding.Contains("chunked"))
            return (JsonDocument.Parse("{}"), null);
        try
        {
            return (await JsonDocument.ParseAsync(request.Body, Options, cancellationToken), null);
        }
        catch (JsonException exception)
        {
            return (null, new FieldError("$", $"is not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"));
        }
    }
}
