using System.Globalization;
using System.Text.Json;
using Baton.Adapters.Connectors.Webhook;
using Baton.Connectors;

namespace Baton.Tests.Connectors.Webhook;

public sealed class SignedWebhookChannelTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private Receiver _receiver = null!;
    private SignedWebhookChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync(_time);
        _channel = Channel(_receiver.Url);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_message_arrives_signed_with_all_its_facts()
    {
        (await SendAsync(TestMessages.HandoffMail, TestMessages.WithPackage)).ShouldBeOfType<Delivery.Sent>();

        var (_, key, body) = _receiver.Received.ShouldHaveSingleItem();
        key.ShouldBe("TICK-1.2.handoff_mail");
        var json = JsonElement.Parse(body);
        json.GetProperty("subject").GetString().ShouldBe(TestMessages.HandoffMail.Subject);
        json.GetProperty("ticketId").GetString().ShouldBe("TICK-1");
        json.GetProperty("package").GetProperty("ticket").GetProperty("id").GetString().ShouldBe("TICK-1");
    }

    [Fact]
    public async Task A_repeat_bears_the_same_key_whatever_the_id()
    {
        await SendAsync(TestMessages.Reply("🔥\r\n/../.1.reply"));
        _time.Advance(TimeSpan.FromMinutes(10));
        await SendAsync(TestMessages.Reply("🔥\r\n/../.1.reply"));

        _receiver.Received.Select(r => r.Key).Distinct().Count().ShouldBe(1);
        _receiver.Received.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_no_for_now_is_tried_again(int status)
    {
        Answer(status);
        (await SendAsync(TestMessages.Reply())).ShouldBe(new Delivery.Retry($"The webhook answered {status}."));
    }

    [Fact]
    public async Task Retry_After_is_honoured_in_seconds()
    {
        Answer(429, "90");
        (await SendAsync(TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Retry_After_is_honoured_as_a_date()
    {
        Answer(503, _time.GetUtcNow().AddMinutes(7).ToString("r", CultureInfo.InvariantCulture));
        (await SendAsync(TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>().RetryAfter.ShouldBe(TimeSpan.FromMinutes(7));
    }

    [Theory]
    [InlineData("2147483647", 24 * 60)]
    [InlineData("Mon, 02 Mar 2020 10:00:00 GMT", 0)]
    public async Task A_nonsense_Retry_After_neither_buries_nor_hurries_the_message(string after, int minutes)
    {
        Answer(503, after);
        (await SendAsync(TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>().RetryAfter.ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(422)]
    public async Task A_no_for_good_is_refused(int status)
    {
        Answer(status);
        (await SendAsync(TestMessages.Reply())).ShouldBe(new Delivery.Refused($"The webhook refused it with {status}."));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed(int status)
    {
        _receiver.Answer = http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        (await SendAsync(TestMessages.Reply())).ShouldBeOfType<Delivery.Refused>().Error.ShouldContain("redirects are not followed");
        _receiver.Received.ShouldHaveSingleItem().Path.ShouldBe("/hooks/baton");
    }

    [Fact]
    public async Task A_receiver_that_takes_too_long_is_tried_again()
    {
        _receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        using var impatient = Channel(_receiver.Url, timeoutSeconds: 1);

        (await impatient.SendAsync(TestMessages.Reply(), TestMessages.Context, Token)).ShouldBe(new Delivery.Retry("The webhook did not answer within 1 s."));
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_tried_again()
    {
        _receiver.Answer = http => { http.Abort(); return Task.CompletedTask; };
        (await SendAsync(TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>();
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_tried_again()
    {
        await _receiver.DisposeAsync();
        (await SendAsync(TestMessages.Reply())).ShouldBe(new Delivery.Retry("The webhook could not be reached: ConnectionError."));
    }

    [Fact]
    public async Task A_stop_is_told_from_a_time_out()
    {
        using var stop = new CancellationTokenSource();
        _receiver.Answer = async _ => await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _channel.SendAsync(TestMessages.Reply(), TestMessages.Context, stop.Token));
    }

    [Fact]
    public void Wrong_options_are_named_by_key_and_never_tell_the_secret()
    {
        var options = new WebhookOptions { Url = "ftp://files.example", Secret = "hush-hush", TimeoutSeconds = 0 };

        options.Errors().Select(e => e.Split(' ')[0]).ShouldBe(["Connectors:Webhook:Url", "Connectors:Webhook:Secret", "Connectors:Webhook:TimeoutSeconds"]);
        string.Join(' ', [.. options.Errors(), options.ToString()]).ShouldNotContain("hush-hush");
    }

    private void Answer(int status, string? retryAfter = null) => _receiver.Answer = http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private SignedWebhookChannel Channel(string url, int timeoutSeconds = 30)
    {
        var options = new WebhookOptions { Url = url, Secret = Receiver.Secret, TimeoutSeconds = timeoutSeconds };
        options.Errors().ShouldBeEmpty();
        return new SignedWebhookChannel(options, _time);
    }

    private Task<Delivery> SendAsync(OutgoingMessage message, MessageContext? context = null) => _channel.SendAsync(message, context ?? TestMessages.Context, Token);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
