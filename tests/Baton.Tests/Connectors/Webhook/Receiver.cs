using System.Collections.Concurrent;
using System.Text;
using Baton.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Baton.Tests.Connectors.Webhook;

/// <summary>The other side of a webhook, on the loopback: strict about what it gets, and answering as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "a-secret-of-some-length";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;

    private Receiver(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>What to answer a good request with.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = c => { c.Response.StatusCode = 204; return Task.CompletedTask; };

    /// <summary>Good requests, as they came.</summary>
    public ConcurrentQueue<(string Path, string Key, string Body)> Received { get; } = [];

    public string Url => _app.Urls.First() + "/hooks/baton";

    public static async Task<Receiver> StartAsync(TimeProvider time)
    {
        var receiver = new Receiver(time);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var headers = http.Request.Headers;
        var check = WebhookSignature.Verify(Encoding.UTF8.GetBytes(Secret), headers[WebhookSignature.SignatureHeader], headers[WebhookSignature.TimestampHeader], body.ToArray(), _time.GetUtcNow());
        var key = headers[WebhookSignature.KeyHeader].ToString();
        if (check != SignatureCheck.Valid || key.Length == 0 || http.Request.Method != "POST" || http.Request.ContentType != "application/json")
        {
            http.Response.StatusCode = 400;
            return;
        }
        Received.Enqueue((http.Request.Path, key, Encoding.UTF8.GetString(body.ToArray())));
        await Answer(http);
    }
}
