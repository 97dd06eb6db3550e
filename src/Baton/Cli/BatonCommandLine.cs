using System.CommandLine;
using Spectre.Console;

namespace Baton.Cli;

/// <summary>The verbs. Exit codes: 0 done, 1 failed, 2 wrong usage or bad input, with the reason on standard error.</summary>
public static class BatonCommandLine
{
    // Where nobody tells how wide the page is (a file, a pipe, a log), tables get room for their words.
    private const int WidthWithoutTerminal = 160;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Console.IsOutputRedirected)
            WritePlainly(AnsiConsole.Profile);
        var root = new RootCommand("Baton triages support tickets, answers what it safely can, and hands the rest to people with everything they need. Without a verb it serves.")
        {
            ServeCommand.Create(),
            TriageCommand.Create(),
            PolicyCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            new Command("models", "Shows and chooses the models that judge") { LocalModelsCommand.Create() },
            BenchCommand.Create(),
        };
        ServeCommand.MakeDefault(root);
        var parsed = root.Parse(args);
        // After a signal the server finishes or releases what it has in hand, within a time of its own; only past this is the process ended as it is.
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(60) });
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync("Try 'baton --help'.");
        return ExitCode.WrongUsage;
    }

    // The terminal's own signs are found by its name, which says nothing about where the output goes.
    private static void WritePlainly(Profile output)
    {
        output.Width = WidthWithoutTerminal;
        output.Capabilities.Ansi = false;
        output.Capabilities.ColorSystem = ColorSystem.NoColors;
    }
}

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
}
