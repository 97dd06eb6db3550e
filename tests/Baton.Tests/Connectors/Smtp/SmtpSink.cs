using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Baton.Tests.Connectors.Smtp;

/// <summary>A real mail server: Postfix's <c>smtp-sink</c>, on a free port, writing what it takes to files; gone after the test.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly TemporaryFolder _mails = new();
    private readonly Process _process;

    private SmtpSink(string program, string[] options)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        string[] user = Environment.IsPrivilegedProcess ? ["-u", Environment.UserName] : [];
        _process = Process.Start(new ProcessStartInfo(program, [.. user, "-d", _mails.Path + "/mail.", .. options, $"127.0.0.1:{Port}", "16"]) { RedirectStandardError = true })!;
    }

    public int Port { get; }

    public IReadOnlyList<ReceivedMail> Mails => [.. _mails.Files.Select(f => new ReceivedMail(File.ReadAllText(f)))];

    public static async Task<SmtpSink> StartAsync(params string[] options)
    {
        var program = new[] { "/usr/sbin/smtp-sink", "/usr/bin/smtp-sink", "/usr/local/sbin/smtp-sink" }.FirstOrDefault(File.Exists);
        program.ShouldNotBeNull("These tests talk to a real mail server, smtp-sink of the package postfix, and it is missing. Run ./test once: it installs what the tests need.");
        var sink = new SmtpSink(program, options);
        await sink.ListeningAsync();
        return sink;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _mails.Dispose();
    }

    private async Task ListeningAsync()
    {
        while (true)
        {
            _process.HasExited.ShouldBeFalse("smtp-sink ended by itself");
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }
    }
}
