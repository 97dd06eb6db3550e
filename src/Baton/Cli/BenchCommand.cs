using System.CommandLine;
using Spectre.Console;

namespace Baton.Cli;

/// <summary><c>baton bench</c>: drives a running server with varied tickets and measures each from the request to the end of its automatic handling.</summary>
public static class BenchCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "The server to drive", DefaultValueFactory = _ => "http://localhost:5080" };
        var tickets = new Option<int>("--tickets") { Description = "Tickets in all, 1 to 10,000,000", DefaultValueFactory = _ => 5_000 };
        var concurrency = new Option<int>("--concurrency") { Description = "Tickets at the same time, 1 to 1,024", DefaultValueFactory = _ => 64 };
        var warmUp = new Option<int>("--warm-up") { Description = "Tickets before the measurement begins", DefaultValueFactory = _ => 500 };
        var json = new Option<bool>("--json") { Description = "The figures as JSON" };
        var command = new Command("bench", "Drives a running server and reports tickets a second and how long each took, end to end") { url, tickets, concurrency, warmUp, json };
        command.SetAction((parsed, token) => RunAsync(
            new LoadSettings(parsed.GetValue(url)!, parsed.GetValue(tickets), parsed.GetValue(concurrency), parsed.GetValue(warmUp)), parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(LoadSettings settings, bool json, CancellationToken cancellationToken)
    {
        if (settings.Errors() is { Count: > 0 } errors)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, errors));
            return ExitCode.WrongUsage;
        }
        try
        {
            var report = await LoadDriver.RunAsync(settings, cancellationToken);
            if (json)
                Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(report, LoadJson.Default.LoadReport));
            else
                Print(report);
            return report.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
        }
        catch (HttpRequestException exception)
        {
            await Console.Error.WriteLineAsync($"{settings.Url} cannot be reached: {exception.Message}. Start a server with 'baton serve'.");
            return ExitCode.Failed;
        }
    }

    private static void Print(LoadReport r) => AnsiConsole.Write(new Table().Border(TableBorder.Simple)
        .AddColumn("tickets").AddColumn("concurrency").AddColumn("tickets/s").AddColumn("p50 ms").AddColumn("p95 ms").AddColumn("p99 ms").AddColumn("max ms").AddColumn("failed")
        .AddRow($"{r.Tickets}", $"{r.Concurrency}", $"{r.TicketsPerSecond:0}", $"{r.P50:0.0}", $"{r.P95:0.0}", $"{r.P99:0.0}", $"{r.Max:0.0}", $"{r.Failed}"));
}
