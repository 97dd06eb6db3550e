using System.CommandLine;
using System.Text.Json;
using Baton.Api;
using Baton.Cases;
using Baton.Hosting;
using Spectre.Console;

namespace Baton.Cli;

/// <summary><c>baton triage FILE…</c>: runs tickets through the very pipeline of the server, with nothing sent outside, and shows what would become of each.</summary>
public static class TriageCommand
{
    private const int RowsOnOnePage = 200;

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Tickets as JSON, JSON lines, a folder of them, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One case a line as JSON, for machines" };
        var policy = new Option<string?>("--policy") { Description = "Policy file (default: built in)", HelpName = "FILE" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Folder of articles (default: built in)", HelpName = "DIR" };
        var model = new Option<string?>("--model") { Description = "The local reasoner's model, as baton train writes it (default: built in)", HelpName = "FILE" };
        var data = new Option<string?>("--data") { Description = "Keep the cases in this directory (default: a temporary one)", HelpName = "DIR" };
        var command = new Command("triage", "Runs tickets through the whole pipeline, sends nothing, and shows what would become of each") { files, json, policy, knowledge, model, data };
        command.SetAction((parsed, token) => Refusal.OrAsync(() => RunAsync(
            parsed.GetValue(files)!, parsed.GetValue(json), new TriageSettings(parsed.GetValue(policy), parsed.GetValue(knowledge), parsed.GetValue(data), parsed.GetValue(model)), token)));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, bool json, TriageSettings settings, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(f => f != "-" && !File.Exists(f) && !Directory.Exists(f)) is { } missing)
            throw new StartException(ExitCode.WrongUsage, $"{missing}: there is no such file or folder");
        await using var run = TriageRun.Start(settings);
        using var output = json ? (ITriageOutput)new JsonOutput() : new TableOutput();
        var refused = 0;
        await foreach (var result in run.TriageAsync(TicketFiles.ReadAsync(files, cancellationToken), cancellationToken))
        {
            if (result.Case is { } c)
                output.Add(c);
            else
                refused++;
            if (result.Error is { } error)
                await Console.Error.WriteLineAsync($"{result.Place}: {error}");
        }
        output.Finish();
        return refused == 0 ? ExitCode.Done : ExitCode.WrongUsage;
    }

    private interface ITriageOutput : IDisposable
    {
        void Add(Case c);

        void Finish();
    }

    private sealed class JsonOutput : ITriageOutput
    {
        private readonly Stream _out = new BufferedStream(Console.OpenStandardOutput(), 65_536);

        public void Add(Case c)
        {
            JsonSerializer.Serialize(_out, CaseView.Of(c), ApiJson.Default.CaseView);
            _out.WriteByte((byte)'\n');
        }

        public void Finish() => _out.Flush();

        public void Dispose() => _out.Dispose();
    }

    /// <summary>A page of rows at a time, so that a long input needs no more memory than a short one.</summary>
    private sealed class TableOutput : ITriageOutput
    {
        private readonly Counter _progress = new("tickets");
        private Table _page = CaseTable.Create();
        private int _rows;
        private int _escalated;

        public void Add(Case c)
        {
            CaseTable.Add(_page, c);
            _rows++;
            _escalated += c.Handoff is null ? 0 : 1;
            _progress.Show(_rows);
            if (_rows % RowsOnOnePage == 0)
                Flush();
        }

        public void Finish()
        {
            Flush();
            AnsiConsole.Write(FormattableString.Invariant($"{_rows} tickets: {_rows - _escalated} stay with the agent, {_escalated} go to people.\n"));
        }

        public void Dispose()
        {
        }

        private void Flush()
        {
            _progress.Clear();
            if (_page.Rows.Count > 0)
                AnsiConsole.Write(_page);
            _page = CaseTable.Create();
        }
    }
}
