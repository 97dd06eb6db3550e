using System.Text.Json;

namespace Baton.Acceptance.Crash;

/// <summary>Waits, over the API, until nothing is left to do by itself right now, and looks at every case as a client sees it.</summary>
internal static class Rest
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    public static async Task OfAllAsync(IEnumerable<Story> stories, RetryingClient client, CancellationToken cancellationToken)
    {
        foreach (var story in stories)
        {
            foreach (var id in story.TicketIds.Distinct())
                await OfAsync(id, client, cancellationToken);
        }
    }

    private static async Task OfAsync(string id, RetryingClient client, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = await client.GetAsync($"/v1/tickets/{id}", cancellationToken);
            seen.Done.ShouldBeTrue($"{id}: {seen}");
            if (Rests(seen.Body))
                return;
            await Task.Delay(LookAgain, cancellationToken);
        }
    }

    private static bool Rests(JsonElement view) =>
        view.GetProperty("status").GetString() != "processing"
        && !view.GetProperty("timers").TryGetProperty("quiet_time", out _)
        && view.GetProperty("outgoing").EnumerateArray().All(o => o.GetProperty("state").GetString() is not ("queued" or "sending"));
}
