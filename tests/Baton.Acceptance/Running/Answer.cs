using System.Net;

namespace Baton.Acceptance.Running;

/// <summary>An HTTP answer, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, string? Location, TimeSpan? RetryAfter, string Body)
{
    public Json Json => Json.Parse(Body);

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location?.ToString(), response.Headers.RetryAfter?.Delta, await response.Content.ReadAsStringAsync());

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Body);
        return this;
    }

    /// <summary>A problem document with this status, which tells of this (a field's name, or a word of the reason).</summary>
    public Answer ShouldBeProblem(HttpStatusCode status, string telling = "")
    {
        ShouldBe(status);
        ContentType.ShouldBe("application/problem+json", Body);
        Json["status"].Number.ShouldBe((int)status);
        Json["title"].Text.ShouldNotBeNullOrWhiteSpace();
        Body.ShouldNotContain("   at ", Case.Sensitive, "a problem document tells no stack");
        Body.ShouldContain(telling, Case.Insensitive);
        return this;
    }

    /// <summary>A 400 whose <c>errors</c> name this field.</summary>
    public Answer ShouldNameField(string field)
    {
        ShouldBeProblem(HttpStatusCode.BadRequest);
        Json["errors"].Keys.ShouldContain(field, Body);
        return this;
    }
}
