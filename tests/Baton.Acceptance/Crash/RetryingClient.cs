using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Acceptance.Crash;

/// <summary>A client as they should be: it asks again until it has an answer, whatever happens to the other side.</summary>
internal sealed class RetryingClient(KillableServer server) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly SemaphoreSlim _answers = new(0);
    private int _waiting;

    /// <summary>Requests that have no answer yet.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Requests that had to be made again.</summary>
    public int Retries { get; private set; }

    /// <summary>Completes when so many more requests are answered from now on.</summary>
    public async Task AnswersAsync(int count, CancellationToken cancellationToken)
    {
        while (await _answers.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            // Answered before.
        }
        for (; count > 0; count--)
            await _answers.WaitAsync(cancellationToken);
    }

    /// <summary>Reads, once the agent rests.</summary>
    public Task<Answer> GetAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(() => new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Prefer", "wait=10" } } }, null, cancellationToken);

    /// <param name="path">Where to.</param>
    /// <param name="body">What; the same each time.</param>
    /// <param name="key">The idempotency key, if any.</param>
    /// <param name="alreadyDone">Asked before a repeat of what knows no key: an answer means that it was done although nobody heard of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Answer> PostAsync(string path, JsonObject body, string? key, Func<Task<Answer?>>? alreadyDone, CancellationToken cancellationToken)
    {
        return AskAsync(Request, alreadyDone, cancellationToken);

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            return request;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _answers.Dispose();
    }

    private async Task<Answer> AskAsync(Func<HttpRequestMessage> create, Func<Task<Answer?>>? alreadyDone, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        var answer = await TryAsync(create, cancellationToken);
        while (answer is null)
        {
            Retries++;
            await Task.Delay(Pause, cancellationToken);
            answer = (alreadyDone is null ? null : await alreadyDone()) ?? await TryAsync(create, cancellationToken);
        }
        Interlocked.Decrement(ref _waiting);
        _answers.Release();
        return answer;
    }

    // Null when there was no answer, or one that says to try again.
    private async Task<Answer?> TryAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        var up = await server.UpAsync().WaitAsync(cancellationToken);
        try
        {
            using var request = create();
            request.RequestUri = new Uri(up, request.RequestUri!);
            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                return null;
            return new Answer(response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonElement Body)
{
    public bool Done => Status is HttpStatusCode.OK or HttpStatusCode.Accepted;
}
