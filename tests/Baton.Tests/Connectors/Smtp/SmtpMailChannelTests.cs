using System.Text;
using Baton.Adapters.Connectors.Smtp;
using Baton.Connectors;

namespace Baton.Tests.Connectors.Smtp;

public sealed class SmtpMailChannelTests
{
    [Fact]
    public async Task A_mail_with_dots_other_scripts_and_the_package_arrives_whole()
    {
        using var server = await SmtpSink.StartAsync();

        (await SendAsync(server.Port, TestMessages.HandoffMail, TestMessages.WithPackage)).ShouldBe(new Delivery.Sent(null));

        var mail = server.Mails.ShouldHaveSingleItem();
        mail["X-Mail-Args"].ShouldBe("<support@northwind.example>");
        mail["X-Rcpt-Args"].ShouldBe("<engineering@northwind.example>");
        mail["Message-ID"].ShouldBe("<TICK-1.2.handoff_mail@baton.local>");
        mail["From"].ShouldBe("\"Northwind \\\"Support\\\"\" <support@northwind.example>");
        mail.Subject.ShouldBe(TestMessages.HandoffMail.Subject);
        mail.Parts[0].Text.ShouldBe(TestMessages.HandoffMail.Body.ReplaceLineEndings("\n"));
        mail.Parts[1].Text.ShouldBe(Encoding.UTF8.GetString(TestMessages.WithPackage.PackageJson!));
    }

    [Fact]
    public async Task Every_attempt_has_the_same_Message_ID()
    {
        using var server = await SmtpSink.StartAsync();

        await SendAsync(server.Port, TestMessages.Reply());
        await SendAsync(server.Port, TestMessages.Reply());

        server.Mails.Select(m => m["Message-ID"]).ShouldBe(["<TICK-1.1.reply@baton.local>", "<TICK-1.1.reply@baton.local>"]);
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_5xx_about_the_message_refuses_it(string command)
    {
        using var server = await SmtpSink.StartAsync("-f", command);
        (await SendAsync(server.Port, TestMessages.Reply())).ShouldBeOfType<Delivery.Refused>().Error.ShouldStartWith("The mail server refused it: 5");
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_4xx_puts_it_off(string command)
    {
        using var server = await SmtpSink.StartAsync("-r", command);
        (await SendAsync(server.Port, TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>().Error.ShouldStartWith("The mail server put it off: 4");
    }

    [Fact]
    public async Task A_server_that_turns_Baton_away_may_take_the_message_later()
    {
        using var server = await SmtpSink.StartAsync("-f", "EHLO");
        (await SendAsync(server.Port, TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>().Error.ShouldContain("it answered EHLO with 5");
    }

    [Theory]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_lost_before_the_end_of_the_message_is_tried_again(string command)
    {
        using var server = await SmtpSink.StartAsync("-q", command);
        (await SendAsync(server.Port, TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>();
    }

    [Fact]
    public async Task A_connection_lost_after_the_end_of_the_message_is_uncertain()
    {
        await using var server = new ScriptedSmtpServer { Answers = { ["."] = null } };
        (await SendAsync(server.Port, TestMessages.Reply())).ShouldBeOfType<Delivery.Uncertain>();
    }

    [Fact]
    public async Task A_rubbish_answer_to_the_end_of_the_message_is_uncertain()
    {
        await using var server = new ScriptedSmtpServer { Answers = { ["."] = "HTTP/1.1 200 OK" } };
        (await SendAsync(server.Port, TestMessages.Reply())).ShouldBeOfType<Delivery.Uncertain>();
    }

    [Fact]
    public async Task A_server_that_is_gone_is_tried_again()
    {
        int port;
        using (var server = await SmtpSink.StartAsync())
            port = server.Port;
        (await SendAsync(port, TestMessages.Reply())).ShouldBeOfType<Delivery.Retry>();
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_the_time_set()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        var impatient = new SmtpMailChannel(Options(port, timeoutSeconds: 1), TimeProvider.System);

        (await impatient.SendAsync(TestMessages.Reply(), TestMessages.Context, Token)).ShouldBeOfType<Delivery.Retry>().Error.ShouldContain("did not answer within 1 s");
    }

    [Fact]
    public async Task After_STARTTLS_the_login_goes_encrypted()
    {
        await using var server = new ScriptedSmtpServer();

        (await SecureAsync(server, SmtpSecurity.StartTls)).ShouldBe(new Delivery.Sent(null));

        server.Lines.Take(4).ShouldBe(["EHLO baton.local", "STARTTLS", "EHLO baton.local", $"AUTH PLAIN {Base64("\0baton\0pässword")}"]);
    }

    [Fact]
    public async Task TLS_from_the_first_byte_and_the_older_login_work()
    {
        await using var server = new ScriptedSmtpServer(tlsFromStart: true)
        {
            Answers = { ["EHLO"] = "250-loopback\r\n250 AUTH LOGIN", ["AUTH"] = "334 VXNlcm5hbWU6", [Base64("baton")] = "334 UGFzc3dvcmQ6", [Base64("pässword")] = "235 welcome" },
        };

        (await SecureAsync(server, SmtpSecurity.Tls)).ShouldBe(new Delivery.Sent(null));

        server.Lines[1..4].ShouldBe(["AUTH LOGIN", Base64("baton"), Base64("pässword")]);
    }

    [Fact]
    public async Task Nothing_is_said_in_the_clear_when_encryption_is_not_offered()
    {
        await using var server = new ScriptedSmtpServer { Answers = { ["EHLO"] = "250 loopback" } };

        (await SecureAsync(server, SmtpSecurity.StartTls)).ShouldBeOfType<Delivery.Retry>().Error.ShouldContain("STARTTLS");

        server.Lines.ShouldBe(["EHLO baton.local"]);
    }

    [Fact]
    public async Task What_was_slipped_in_before_encryption_ends_the_conversation()
    {
        await using var server = new ScriptedSmtpServer { Answers = { ["STARTTLS"] = "220 go on\r\n250 injected" } };

        (await SecureAsync(server, SmtpSecurity.StartTls)).ShouldBeOfType<Delivery.Retry>();

        server.Lines.ShouldNotContain(l => l.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_ends_the_conversation()
    {
        await using var server = new ScriptedSmtpServer();
        var channel = new SmtpMailChannel(Options(server.Port) with { Security = SmtpSecurity.StartTls }, TimeProvider.System);

        (await channel.SendAsync(TestMessages.Reply(), TestMessages.Context, Token)).ShouldBeOfType<Delivery.Retry>();
    }

    [Fact]
    public async Task A_wrong_password_is_for_the_operator_to_mend_and_refuses_no_message()
    {
        await using var server = new ScriptedSmtpServer { Answers = { ["AUTH"] = "535 no" } };

        var retry = (await SecureAsync(server, SmtpSecurity.StartTls)).ShouldBeOfType<Delivery.Retry>();

        retry.Error.ShouldContain("535");
        retry.Error.ShouldNotContain("pässword");
    }

    [Fact]
    public async Task An_address_in_another_script_needs_a_server_that_takes_it()
    {
        var message = TestMessages.Reply() with { To = "用户@bücher.example" };
        await using var plain = new ScriptedSmtpServer();
        await using var able = new ScriptedSmtpServer { Answers = { ["EHLO"] = "250-loopback\r\n250 SMTPUTF8" } };

        (await SendAsync(plain.Port, message)).ShouldBeOfType<Delivery.Refused>();
        (await SendAsync(able.Port, message)).ShouldBe(new Delivery.Sent(null));

        able.Lines[1..3].ShouldBe(["MAIL FROM:<support@northwind.example> SMTPUTF8", "RCPT TO:<用户@xn--bcher-kva.example>"]);
    }

    [Fact]
    public void Wrong_options_are_named_by_key_and_never_tell_the_password()
    {
        var options = new SmtpOptions { Port = 0, From = "Support <a@b.example>", User = "baton", Password = "hush-hush", Security = SmtpSecurity.None, TimeoutSeconds = 601 };

        options.Errors().Select(e => e.Split(' ')[0]).ShouldBe(
            ["Connectors:Smtp:Host", "Connectors:Smtp:Port", "Connectors:Smtp:TimeoutSeconds", "Connectors:Smtp:From", "Connectors:Smtp:Security"]);
        string.Join(' ', [.. options.Errors(), options.ToString()]).ShouldNotContain("hush-hush");
    }

    private static SmtpOptions Options(int port, int timeoutSeconds = 30)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, From = "support@northwind.example", FromName = "Northwind \"Support\"", TimeoutSeconds = timeoutSeconds };
        options.Errors().ShouldBeEmpty();
        return options;
    }

    private static Task<Delivery> SendAsync(int port, OutgoingMessage message, MessageContext? context = null) =>
        new SmtpMailChannel(Options(port), TimeProvider.System).SendAsync(message, context ?? TestMessages.Context, Token);

    private static Task<Delivery> SecureAsync(ScriptedSmtpServer server, SmtpSecurity security)
    {
        var options = Options(server.Port) with { Security = security, User = "baton", Password = "pässword" };
        options.Errors().ShouldBeEmpty();
        return new SmtpMailChannel(options, TimeProvider.System, server.Trust).SendAsync(TestMessages.Reply(), TestMessages.Context, Token);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
