using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Acceptance.Running;

/// <summary>The real executable as a child, with its output kept; it never outlives its test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<string> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>The address that a server says it listens on; fails when the process ends before.</summary>
    public async Task<Uri> ListensAsync()
    {
        var exit = _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(_listens.Task, exit).WaitAsync(Patience.Long) == exit)
            throw new InvalidOperationException($"baton ended with {_process.ExitCode} before it listened:\n{Output}\n{Error}");
        return new Uri(await _listens.Task);
    }

    public static ChildProcess Start(IEnumerable<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string>? environment = null)
    {
        File.Exists(Repository.Executable).ShouldBeTrue($"{Repository.Executable} is missing: build src/Baton in this configuration");
        var start = new ProcessStartInfo(Repository.Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = workingDirectory,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ChildProcess(start);
    }

    /// <summary>Writes all of the standard input and closes it. A process that does not read it to the end is no error here.</summary>
    public async Task WriteAsync(string? input)
    {
        try
        {
            if (input is not null)
                await _process.StandardInput.WriteAsync(input);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Writes the standard input piece by piece.</summary>
    public async Task WriteAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await _process.StandardInput.WriteLineAsync(line);
        _process.StandardInput.Close();
    }

    /// <summary>The most memory that it ever held, by the kernel's count; done when the process is.</summary>
    public async Task<long> PeakKilobytesAsync()
    {
        var peak = 0L;
        for (var status = $"/proc/{Id}/status"; !_process.HasExited; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (Lines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line)
                peak = long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        return peak;
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Long);
        return _process.ExitCode;
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>What a supervisor does to stop it; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal(_process.Id, Terminate).ShouldBe(0);
        return await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private void Keep(StringBuilder kept, string? line)
    {
        if (line is null)
            return;
        lock (kept)
            kept.AppendLine(line);
        const string Listens = "Baton listens on ";
        if (line.StartsWith(Listens, StringComparison.Ordinal))
            _listens.TrySetResult(line[Listens.Length..].Split(' ')[0]);
    }

    // The process may end while its status is read.
    private static string[] Lines(string status)
    {
        try
        {
            return File.ReadAllLines(status);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string Read(StringBuilder kept)
    {
        lock (kept)
            return kept.ToString();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}

/// <summary>How long a test waits for what should come at once, on a busy machine.</summary>
internal static class Patience
{
    public static readonly TimeSpan Short = TimeSpan.FromSeconds(45);
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(3);
}
