namespace Baton.Acceptance.Running;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The case views of <c>triage --json</c>.</summary>
    public IReadOnlyList<Json> Cases => [.. Lines.Select(Json.Parse)];
}

/// <summary>The command line, run to its end.</summary>
internal static class BatonCli
{
    public static async Task<CliResult> RunAsync(IEnumerable<string> arguments, string? stdin = null, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        await using var process = ChildProcess.Start(arguments, workingDirectory ?? Path.GetTempPath(), environment);
        await process.WriteAsync(stdin);
        var exitCode = await process.ExitAsync();
        return new CliResult(exitCode, process.Output, process.Error);
    }

    public static Task<CliResult> RunAsync(params string[] arguments) => RunAsync(arguments, stdin: null);
}
