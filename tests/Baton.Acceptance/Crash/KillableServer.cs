using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Baton.Acceptance.Crash;

/// <summary>The real executable on a data directory of its own. It can be killed at any instant and started again; each life listens on another port.</summary>
internal sealed partial class KillableServer : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("baton-crash-");
    private readonly string _policy;
    private readonly List<string> _log = [];
    private TaskCompletionSource<Uri> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private volatile bool _ending;

    public KillableServer()
    {
        _policy = Path.Combine(_home.FullName, "policy.yaml");
        // A burst is over at once, so that later turns are under way while the process dies.
        var standard = File.ReadAllText(Repository.File("policy", "default.yaml"));
        File.WriteAllText(_policy, standard.Replace("quietSeconds: 5", "quietSeconds: 0.2", StringComparison.Ordinal));
    }

    public string Data => Path.Combine(_home.FullName, "data");

    /// <summary>Where the present life, or else the next one, listens.</summary>
    public Task<Uri> UpAsync() => _up.Task;

    /// <summary>Lines that the process logged as errors, over all its lives.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_log)
                return [.. _log.Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal) || line.StartsWith("Unhandled", StringComparison.Ordinal))];
        }
    }

    public void Start()
    {
        var start = new ProcessStartInfo(Repository.Executable, ["serve", "--data", Data, "--policy", _policy, "--urls", "http://127.0.0.1:0", "--no-samples"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _home.FullName,
            Environment = { ["Storage__SnapshotEvery"] = "5" },
        };
        _ending = false;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Listens(line.Data);
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => EndedByItself();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        GoDown();
        _process!.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    /// <summary>SIGTERM: it finishes or releases what it has in hand. Its exit code, and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> StopAsync(CancellationToken cancellationToken)
    {
        GoDown();
        var started = Stopwatch.GetTimestamp();
        using var signal = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellationToken);
        var ended = (_process.ExitCode, Stopwatch.GetElapsedTime(started));
        _process.Dispose();
        _process = null;
        return ended;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _home.Delete(recursive: true);
    }

    // Before it dies: whoever asks from now on waits for the next life.
    private void GoDown()
    {
        _ending = true;
        if (_up.Task.IsCompleted)
            _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    // Nobody should wait for what never comes.
    private void EndedByItself()
    {
        if (_ending)
            return;
        GoDown();
        lock (_log)
            _up.SetException(new InvalidOperationException($"the server ended by itself: {string.Join(Environment.NewLine, _log.TakeLast(20))}"));
    }

    private void Listens(string? line)
    {
        if (line is not null && ListensOn().Match(line) is { Success: true } match)
            _up.TrySetResult(new Uri(match.Groups[1].Value));
    }

    private void Log(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.Add(line);
    }

    [GeneratedRegex(@"Baton listens on (http://[0-9.:]+)")]
    private static partial Regex ListensOn();
}
