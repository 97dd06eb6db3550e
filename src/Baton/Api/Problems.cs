using Baton.Cases;
using Baton.Intake;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Baton.Api;

/// <summary>Problem documents (RFC 9457): the one form in which the API says no.</summary>
public static class Problems
{
    /// <summary>400 with every field that is wrong, by name.</summary>
    public static IResult Invalid(IReadOnlyList<FieldError> errors) => Results.ValidationProblem(
        errors.GroupBy(e => e.Field, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray(), StringComparer.Ordinal),
        detail: string.Join("; ", errors.Select(e => $"{e.Field} {e.Message}")), title: "The request cannot be taken as it is");

    public static IResult Of(Refusal refusal) => refusal.Fields.Count > 0 ? Invalid(refusal.Fields) : Results.Problem(
        detail: refusal.Message,
        title: refusal.Code switch
        {
            RefusalCode.NotFound => "Not found",
            RefusalCode.Conflict => "Not possible now",
            RefusalCode.Invalid => "The request cannot be taken as it is",
            RefusalCode.KeyReused => "The key stands for another request",
        },
        statusCode: refusal.Code switch
        {
            RefusalCode.NotFound => StatusCodes.Status404NotFound,
            RefusalCode.Conflict => StatusCodes.Status409Conflict,
            RefusalCode.Invalid => StatusCodes.Status400BadRequest,
            RefusalCode.KeyReused => StatusCodes.Status422UnprocessableEntity,
        });

    public static IResult NotFound(string caseId) => Of(new Refusal(RefusalCode.NotFound, $"there is no ticket {caseId}"));

    /// <summary>The last of the places where unexpected exceptions are caught: what reaches the client tells no inner detail.</summary>
    public static void UseProblemDocuments(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or StoreUnavailableException,
            ExceptionHandler = WriteAsync,
        });
        app.UseStatusCodePages();
    }

    private static async Task WriteAsync(HttpContext http)
    {
        var problem = http.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Title = "The request cannot be taken as it is", Detail = Detail(bad) },
            StoreUnavailableException store => Unavailable(http, store),
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError, Title = "Something failed here", Detail = "It was logged; nothing was accepted. Try again." },
        };
        http.Response.StatusCode = problem.Status!.Value;
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
    }

    private static string Detail(BadHttpRequestException bad) =>
        bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is larger than Api:MaxRequestBytes allows." : bad.Message;

    private static ProblemDetails Unavailable(HttpContext http, StoreUnavailableException store)
    {
        http.Response.Headers.RetryAfter = "5";
        return new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "The store cannot take this now", Detail = $"{store.Message} Nothing was accepted; try again." };
    }
}
