using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Baton.Tests.Connectors.Smtp;

/// <summary>What smtp-sink cannot do: encryption, logins, and misbehaviour. Takes one connection and records the client's lines.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = SelfSigned();
    private readonly Task _served;

    public ScriptedSmtpServer(bool tlsFromStart = false)
    {
        _listener.Start();
        _served = ServeAsync(tlsFromStart);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Lines { get; } = [];

    /// <summary>Answers by the beginning of the command; null hangs up, and what is not listed is answered with 250.</summary>
    public Dictionary<string, string?> Answers { get; } = new()
    {
        ["EHLO"] = "250-loopback\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
        ["DATA"] = "354 go on",
        ["AUTH"] = "235 welcome",
        ["STARTTLS"] = "220 go on",
        ["QUIT"] = "221 bye",
    };

    /// <summary>Trusts this server's own certificate and no other.</summary>
    public SslClientAuthenticationOptions Trust => new()
    {
        TargetHost = "localhost",
        RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == _certificate.GetCertHashString(),
    };

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _served;
        _certificate.Dispose();
    }

    private async Task ServeAsync(bool tlsFromStart)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            Stream stream = client.GetStream();
            if (tlsFromStart)
                stream = await SecureAsync(stream);
            await WriteAsync(stream, "220 loopback");
            while (await ReadLineAsync(stream) is { } line)
            {
                Lines.Add(line);
                var answer = Answers.FirstOrDefault(a => line.StartsWith(a.Key, StringComparison.Ordinal), new("", "250 fine")).Value;
                if (answer is null)
                    return;
                await WriteAsync(stream, answer);
                if (line == "STARTTLS" && answer.StartsWith("220 ", StringComparison.Ordinal))
                    stream = await SecureAsync(stream);
                while (line == "DATA" && Lines[^1] != ".")
                    Lines.Add(await ReadLineAsync(stream) ?? ".");
                if (line == "DATA" && Answers.GetValueOrDefault(".", "250 taken") is { } end)
                    await WriteAsync(stream, end);
                else if (line == "DATA")
                    return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client went away, or nobody came.
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(_certificate);
        return secure;
    }

    private static async Task WriteAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

    // Byte by byte, so that nothing of a TLS handshake is swallowed.
    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
