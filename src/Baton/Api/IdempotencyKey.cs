using System.Diagnostics.CodeAnalysis;
using Baton.Intake;

namespace Baton.Api;

/// <summary>The <c>Idempotency-Key</c> request header: a repeat under the same key is the same call.</summary>
public static class IdempotencyKey
{
    private const string Header = "Idempotency-Key";

    /// <summary>The key, null where none was sent; false when it is too long to be kept.</summary>
    public static bool TryRead(HttpContext http, out string? key, [NotNullWhen(false)] out FieldError? error)
    {
        var sent = http.Request.Headers[Header].ToString();
        key = sent.Length == 0 ? null : sent;
        error = sent.Length > TextLimits.Name ? new FieldError(Header, $"has more than {TextLimits.Name} characters") : null;
        return error is null;
    }
}
