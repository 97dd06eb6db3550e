using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Baton.Adapters.Connectors.Smtp;

/// <summary>A conversation of lines with a mail server (RFC 5321). Every answer is awaited for a bounded time; knows nothing of messages' fate.</summary>
internal sealed class SmtpConnection(TcpClient client, TimeSpan timeout) : IAsyncDisposable
{
    private const int LongestLine = 2048;
    private const int MostLines = 100;

    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream = client.GetStream();
    private int _start;
    private int _end;

    public static async Task<SmtpConnection> OpenAsync(string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            await InTimeAsync(timeout, token => client.ConnectAsync(host, port, token), cancellationToken);
            return new SmtpConnection(client, timeout);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Encrypts the rest of the conversation.</summary>
    public async Task SecureAsync(SslClientAuthenticationOptions options, CancellationToken cancellationToken)
    {
        // What came in the clear behind the go-ahead was put there by somebody else than the server.
        if (_start != _end)
            throw new SmtpException("The mail server spoke before encryption was agreed.");
        var secure = new SslStream(_stream);
        _stream = secure;
        await InTimeAsync(timeout, token => new ValueTask(secure.AuthenticateAsClientAsync(options, token)), cancellationToken);
    }

    public async Task<SmtpReply> CommandAsync(string line, CancellationToken cancellationToken)
    {
        await WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => InTimeAsync(timeout, async token =>
    {
        await _stream.WriteAsync(bytes, token);
        await _stream.FlushAsync(token);
    }, cancellationToken);

    /// <summary>The next answer, all of its lines.</summary>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await InTimeAsync(timeout, async token =>
        {
            string line;
            do
            {
                line = await ReadLineAsync(token);
                if (line.Length < 3 || !line.Take(3).All(char.IsAsciiDigit) || line.Length > 3 && line[3] is not (' ' or '-') || lines.Count == MostLines)
                    throw new SmtpException("What answers there does not speak SMTP.");
                lines.Add(line);
            } while (line.Length > 3 && line[3] == '-');
        }, cancellationToken);
        return new SmtpReply(int.Parse(lines[^1].AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture), [.. lines.Select(l => l.Length > 4 ? l[4..] : "")]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        client.Dispose();
    }

    private async ValueTask<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
            }
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == _buffer.Length)
                throw new SmtpException("What answers there does not speak SMTP.");
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
                throw new IOException("the mail server closed the connection");
            _end += read;
        }
    }

    private static async Task InTimeAsync(TimeSpan timeout, Func<CancellationToken, ValueTask> work, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(timeout);
        try
        {
            await work(bounded.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"the mail server did not answer within {timeout.TotalSeconds:0} s");
        }
    }
}
