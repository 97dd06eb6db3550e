using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Cli.Reports;
using Baton.Evaluation;
using Baton.Hosting;
using Baton.Policies;
using Baton.Reasoning.Local;

namespace Baton.Cli;

/// <summary>What an evaluation is run with; null takes what is built in.</summary>
public sealed record EvaluationSettings(IReadOnlyList<string> Files, string Part, string? ModelPath, string? PolicyPath, bool Json, string? HtmlPath);

/// <summary>Reports as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

/// <summary><c>baton evaluate FILE…</c>: judges labelled texts as production would, and reports how right it was.</summary>
public static class EvaluateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Labelled rows as JSON lines, folders of such files (*.jsonl), or - for standard input; the labels are in docs/extend/evaluation.md", Arity = ArgumentArity.OneOrMore };
        var part = new Option<string>("--part") { Description = "Which rows, by their ids as 'baton train' parts them: train, validation, test, or all", DefaultValueFactory = _ => EvaluationRun.All };
        part.AcceptOnlyFromAmong(EvaluationRun.Parts);
        var model = new Option<string?>("--model") { Description = "A model that 'baton train' wrote (default: the one that ships)", HelpName = "FILE" };
        var policy = new Option<string?>("--policy") { Description = "Policy file, whose hard rules take part in escalation (default: built in)", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "The report as one JSON object, for machines" };
        var html = new Option<string?>("--html") { Description = "Also write a report to look at: one file, no scripts, nothing loaded", HelpName = "FILE" };
        var command = new Command("evaluate", "Judges labelled texts as production would and reports how right that was, label by label") { files, part, model, policy, json, html };
        command.SetAction((parsed, token) => Refusal.OrAsync(() => RunAsync(
            new EvaluationSettings(parsed.GetValue(files)!, parsed.GetValue(part)!, parsed.GetValue(model), parsed.GetValue(policy), parsed.GetValue(json), parsed.GetValue(html)), token)));
        return command;
    }

    private static async Task<int> RunAsync(EvaluationSettings settings, CancellationToken cancellationToken)
    {
        if (settings.HtmlPath is { } page && Path.GetDirectoryName(Path.GetFullPath(page)) is { } folder && !Directory.Exists(folder))
            throw new StartException(ExitCode.WrongUsage, $"--html: there is no folder {folder}");
        var policy = Policy(settings.PolicyPath);
        var run = new EvaluationRun(new RowJudge(new LocalReasoner(StartChecks.Model(settings.ModelPath)), policy), settings.Part);
        List<FileReport> reports = [];
        await foreach (var report in run.EvaluateAsync(settings.Files, cancellationToken))
        {
            reports.Add(report);
            if (!settings.Json)
                EvaluationText.Print(report);
        }
        Write(new EvaluationReport(run.Reasoner, policy.Hash, settings.Part, reports), settings);
        return run.Faults == 0 ? ExitCode.Done : ExitCode.WrongUsage;
    }

    private static void Write(EvaluationReport report, EvaluationSettings settings)
    {
        if (settings.Json)
            Console.WriteLine(JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport));
        if (settings.HtmlPath is not { } path || report.Files.Count == 0)
            return;
        File.WriteAllText(path, EvaluationPage.Of(report));
        if (!settings.Json)
            Console.WriteLine($"The report to look at is {path}");
    }

    private static Policy Policy(string? path)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Policy:Path"] = path }).Build();
        return StartChecks.FirstPolicy(BatonOptions.Read(configuration));
    }
}
