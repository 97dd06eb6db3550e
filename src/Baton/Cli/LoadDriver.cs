using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Baton.Api;
using Baton.Cases;
using Baton.Hosting;

namespace Baton.Cli;

public sealed record LoadSettings(string Url, int Tickets, int Concurrency, int WarmUp)
{
    public IReadOnlyList<string> Errors()
    {
        List<string> errors = [];
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            errors.Add($"--url is '{Url}' and must be an http address");
        if (Tickets is < 1 or > 10_000_000)
            errors.Add("--tickets must be from 1 to 10,000,000");
        if (Concurrency is < 1 or > 1_024)
            errors.Add("--concurrency must be from 1 to 1,024");
        if (WarmUp is < 0 or > 1_000_000)
            errors.Add("--warm-up must be from 0 to 1,000,000");
        return errors;
    }
}

/// <summary>Times in milliseconds, from sending the request to the answer that the case has been through all its steps.</summary>
public sealed record LoadReport(int Tickets, int Concurrency, double TicketsPerSecond, double P50, double P95, double P99, double Max, int Failed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LoadReport))]
internal sealed partial class LoadJson : JsonSerializerContext;

/// <summary>Posts the sample tickets in turn, each with a customer of its own, and waits for each to rest (<c>Prefer: wait</c>).</summary>
public static class LoadDriver
{
    private const int LongestWaitSeconds = 60;

    public static async Task<LoadReport> RunAsync(LoadSettings settings, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = settings.Concurrency, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(settings.Url), Timeout = TimeSpan.FromSeconds(LongestWaitSeconds * 2) };
        var bodies = Bodies();
        var run = Guid.NewGuid().ToString("N")[..8];
        await MeasureAsync(http, bodies, $"{run}w", settings.WarmUp, settings.Concurrency, cancellationToken);
        var started = TimeProvider.System.GetTimestamp();
        var (times, failed) = await MeasureAsync(http, bodies, run, settings.Tickets, settings.Concurrency, cancellationToken);
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        Array.Sort(times);
        return new LoadReport(
            settings.Tickets, settings.Concurrency, settings.Tickets / elapsed.TotalSeconds, At(times, 0.5), At(times, 0.95), At(times, 0.99), At(times, 1), failed);
    }

    private static async Task<(double[] Times, int Failed)> MeasureAsync(HttpClient http, byte[][] bodies, string run, int count, int concurrency, CancellationToken cancellationToken)
    {
        var times = new double[count];
        var (next, failed) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(WorkAsync, cancellationToken)));
        return (times, failed);

        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var started = TimeProvider.System.GetTimestamp();
                if (!await SendAsync(http, bodies[i % bodies.Length], run, i, cancellationToken))
                    Interlocked.Increment(ref failed);
                times[i] = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
            }
        }
    }

    private static async Task<bool> SendAsync(HttpClient http, byte[] sample, string run, int i, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/tickets") { Content = new ByteArrayContent(Body(sample, run, i)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Prefer", $"wait={LongestWaitSeconds}");
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return false;
        var accepted = await response.Content.ReadFromJsonAsync(ApiJson.Default.TicketAccepted, cancellationToken);
        return accepted is { Status: not CaseStatus.Processing };
    }

    // A customer of its own: the same one again and again would be repeat contact, and would soon get no more mail.
    private static byte[] Body(byte[] sample, string run, int i)
    {
        var customer = Encoding.ASCII.GetBytes($$"""{"customerId":"{{run}}-{{i}}","customerEmail":"{{run}}-{{i}}@bench.example",""");
        return [.. customer, .. sample.AsSpan(1)];
    }

    private static byte[][] Bodies() => [.. EmbeddedDefaults.SampleTickets().Select(line =>
    {
        var body = (JsonObject)JsonNode.Parse(line)!;
        foreach (var own in (string[])["id", "externalId", "receivedAt", "customerId", "customerEmail"])
            body.Remove(own);
        return JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Default.JsonObject);
    })];

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
