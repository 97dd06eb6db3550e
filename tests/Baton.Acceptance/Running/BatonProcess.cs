using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Baton.Tests.Connectors;

namespace Baton.Acceptance.Running;

/// <summary>How a server is started. Without a directory it gets one of its own, which goes with it.</summary>
internal sealed record ServerSettings
{
    public string? DataDirectory { get; init; }
    public string? PolicyPath { get; init; }
    public bool Samples { get; init; }
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>A running <c>baton serve</c> on a port of the system's choice, and a client of it.</summary>
internal sealed class BatonProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly TemporaryFolder _folder;
    private readonly HttpClient _http;

    private BatonProcess(ChildProcess process, TemporaryFolder folder, string dataDirectory, Uri url)
    {
        (_process, _folder, DataDirectory) = (process, folder, dataDirectory);
        _http = new HttpClient { BaseAddress = url, Timeout = Patience.Long };
    }

    public Uri Url => _http.BaseAddress!;

    public string DataDirectory { get; }

    public int ProcessId => _process.Id;

    public string Output => _process.Output;

    public string Error => _process.Error;

    public static async Task<BatonProcess> StartAsync(ServerSettings? settings = null)
    {
        settings ??= new ServerSettings();
        var folder = new TemporaryFolder();
        var data = settings.DataDirectory ?? Path.Combine(folder.Path, "data");
        string[] policy = settings.PolicyPath is { } path ? ["--policy", path] : [];
        string[] samples = settings.Samples ? [] : ["--no-samples"];
        var process = ChildProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", data, .. policy, .. samples], folder.Path, settings.Environment);
        try
        {
            var server = new BatonProcess(process, folder, data, await process.ListensAsync());
            (await server.GetAsync("/readyz")).ShouldBe(HttpStatusCode.OK);
            return server;
        }
        catch
        {
            await process.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public Task<Answer> GetAsync(string path, int wait = 0) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), wait);

    public Task<Answer> PostAsync(string path, object body, int wait = 0, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Content(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return SendAsync(request, wait);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, int wait = 0)
    {
        if (wait > 0)
            request.Headers.Add("Prefer", $"wait={wait}");
        using (request)
        {
            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            return await Answer.OfAsync(response);
        }
    }

    /// <summary>Opens a ticket and gives its case once the agent rests.</summary>
    public async Task<Json> OpenAsync(object ticket)
    {
        var accepted = (await PostAsync("/v1/tickets", ticket, wait: 30)).ShouldBe(HttpStatusCode.Accepted);
        return await CaseAsync(accepted.Json["ticketId"].Text!);
    }

    /// <summary>The case once the agent rests.</summary>
    public async Task<Json> CaseAsync(string id) => (await GetAsync($"/v1/tickets/{id}", wait: 30)).ShouldBe(HttpStatusCode.OK).Json;

    /// <summary>The case as soon as it is as wanted.</summary>
    public async Task<Json> CaseAsync(string id, string wanted, Func<Json, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience.Short);
        while (true)
        {
            var view = await CaseAsync(id);
            if (condition(view))
                return view;
            patience.IsCancellationRequested.ShouldBeFalse($"{id} was not '{wanted}' in time: {view}\n{Error}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A command on a ticket that is done: the case after it.</summary>
    public async Task<Json> DoAsync(string id, string command, object body) =>
        (await PostAsync($"/v1/tickets/{id}/{command}", body)).ShouldBe(HttpStatusCode.OK).Json;

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM; the exit code.</summary>
    public Task<int> StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static ByteArrayContent Content(object body)
    {
        var bytes = body switch
        {
            byte[] raw => raw,
            string text => Encoding.UTF8.GetBytes(text),
            _ => JsonSerializer.SerializeToUtf8Bytes(body),
        };
        return new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
