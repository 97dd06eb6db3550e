using System.Globalization;

namespace Baton.Api;

/// <summary>The <c>Prefer: wait=SECONDS</c> request header (RFC 7240), 60 at most.</summary>
public static class Preference
{
    private const int LongestWait = 60;

    /// <summary>How long the client is ready to wait; zero when it said nothing.</summary>
    public static TimeSpan Wait(HttpContext http)
    {
        foreach (var header in http.Request.Headers["Prefer"])
        {
            foreach (var part in (header ?? "").Split(',', ';'))
            {
                if (part.Trim() is ['w', 'a', 'i', 't', '=', .. var seconds] && int.TryParse(seconds, CultureInfo.InvariantCulture, out var wanted) && wanted > 0)
                    return TimeSpan.FromSeconds(Math.Min(wanted, LongestWait));
            }
        }
        return TimeSpan.Zero;
    }
}
