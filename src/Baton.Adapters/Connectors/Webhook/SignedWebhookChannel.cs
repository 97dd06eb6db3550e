using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Baton.Connectors;

namespace Baton.Adapters.Connectors.Webhook;

/// <summary>
/// Posts messages as signed JSON to one configured address. The receiver drops a repeat by its <c>Idempotency-Key</c>, so whatever
/// fails without a clear no is simply tried again.
/// </summary>
public sealed class SignedWebhookChannel : IChatChannel, IHelpDesk, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Uri _url;
    private readonly byte[] _secret;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <param name="options">Checked options (<see cref="WebhookOptions.Errors"/>).</param>
    /// <param name="time">For the signature's time, and for reading <c>Retry-After</c> dates.</param>
    public SignedWebhookChannel(WebhookOptions options, TimeProvider time)
    {
        _url = new Uri(options.Url);
        _secret = Encoding.UTF8.GetBytes(options.Secret);
        _time = time;
        // The address may move behind its name; connections are renewed so that it is noticed.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _http = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds) };
    }

    public string Name => "webhook";

    public bool HonoursIdempotencyKey => true;

    public async Task<Delivery> SendAsync(OutgoingMessage message, MessageContext context, CancellationToken cancellationToken)
    {
        using var request = Request(message, context);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Read(response);
        }
        catch (HttpRequestException e)
        {
            return new Delivery.Retry($"The webhook could not be reached: {e.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery.Retry($"The webhook did not answer within {_http.Timeout.TotalSeconds:0} s.");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(OutgoingMessage message, MessageContext context)
    {
        var body = MessageDocument.Write(message, context);
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(_secret, timestamp, body));
        request.Headers.Add(WebhookSignature.KeyHeader, SafeName.Of(message.Id));
        return request;
    }

    private Delivery Read(HttpResponseMessage response)
    {
        var status = $"{(int)response.StatusCode}";
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Delivery.Sent(null),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new Delivery.Retry($"The webhook answered {status}.", Wait(response.Headers.RetryAfter)),
            < HttpStatusCode.BadRequest => new Delivery.Refused($"The webhook answered {status}: redirects are not followed, so the final address must be configured."),
            _ => new Delivery.Refused($"The webhook refused it with {status}."),
        };
    }

    // Seconds or a date. A nonsense year must not bury the message.
    private TimeSpan? Wait(RetryConditionHeaderValue? after)
    {
        var wait = after?.Delta ?? after?.Date - _time.GetUtcNow();
        return wait is { } w ? TimeSpan.FromTicks(Math.Clamp(w.Ticks, 0, LongestWait.Ticks)) : null;
    }
}
