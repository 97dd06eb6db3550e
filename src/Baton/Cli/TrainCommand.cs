using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Learning;
using Spectre.Console;

namespace Baton.Cli;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainingReport))]
internal sealed partial class TrainingJson : JsonSerializerContext;

/// <summary><c>baton train FILE… --out MODEL</c>: trains the local reasoner's model from labelled tickets and reports how it does on those that it was not trained on.</summary>
public static class TrainCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Labelled tickets as JSON lines (the fields are in corpus/README.md), or folders of such files", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "Where the model is written", Required = true };
        var also = new Option<string[]>("--also") { Description = "Further files that only train, never test; they may have some of the labels only", AllowMultipleArgumentsPerToken = true };
        var weight = new Option<double>("--also-weight") { Description = "How much a row of --also counts beside one of the others, 0.01 to 1", DefaultValueFactory = _ => 0.3 };
        var name = new Option<string>("--name") { Description = "The version that will stand on every judgement", DefaultValueFactory = _ => "local/3" };
        var json = new Option<bool>("--json") { Description = "The report as JSON" };
        var command = new Command("train", "Trains the local reasoner from labelled tickets and reports its figures on the part that it did not see") { files, output, also, weight, name, json };
        command.SetAction((parsed, token) => Task.Run(
            () => Run(parsed.GetValue(files)!, parsed.GetValue(output)!, parsed.GetValue(also) ?? [], parsed.GetValue(weight), parsed.GetValue(name)!, parsed.GetValue(json), token), token));
        return command;
    }

    private static int Run(string[] files, string output, string[] also, double weight, string name, bool json, CancellationToken cancellationToken)
    {
        if (weight is not (>= 0.01 and <= 1))
            return Refuse("--also-weight must be from 0.01 to 1");
        try
        {
            var corpus = Files(files).SelectMany(f => CorpusReader.Read(f)).ToList();
            var others = Files(also).SelectMany(f => CorpusReader.Read(f, weight)).ToList();
            var (model, report) = WithProgress(json, progress => LocalTraining.Train(corpus, others, name, progress, cancellationToken));
            File.WriteAllBytes(output, model);
            if (json)
                Console.WriteLine(JsonSerializer.Serialize(report, TrainingJson.Default.TrainingReport));
            else
                Print(report, output);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is CorpusException or IOException or UnauthorizedAccessException)
        {
            return Refuse(exception.Message);
        }
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCode.WrongUsage;
    }

    private static IEnumerable<string> Files(IEnumerable<string> paths) =>
        paths.SelectMany(p => Directory.Exists(p) ? Directory.GetFiles(p, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[p]);

    private static T WithProgress<T>(bool quiet, Func<Action<double>, T> work)
    {
        if (quiet || !AnsiConsole.Profile.Capabilities.Ansi)
            return work(_ => { });
        return AnsiConsole.Progress().Start(context =>
        {
            var task = context.AddTask("Reading and training", maxValue: 1);
            return work(done => task.Value = done);
        });
    }

    private static void Print(TrainingReport report, string output)
    {
        Console.WriteLine($"{report.Model}: {report.Trained} rows trained, {report.Also} more beside them, {report.Validated} calibrated; {report.Features} features, {report.Bytes / 1024} KB in {output}");
        Console.WriteLine($"On the {report.Tested} rows of the test part:");
        var choices = new Table().Border(TableBorder.Simple).AddColumn("choice").AddColumn("rows").AddColumn("right").AddColumn("macro F1").AddColumn("calibration error");
        foreach (var c in report.Test.Choices)
            choices.AddRow(c.Judgement, $"{c.Rows}", Number(c.Accuracy), Number(c.MacroF1), Number(c.CalibrationError));
        AnsiConsole.Write(choices);
        var flags = new Table().Border(TableBorder.Simple).AddColumn("yes or no").AddColumn("meant").AddColumn("precision").AddColumn("recall").AddColumn("F1");
        foreach (var f in report.Test.Flags)
            flags.AddRow(f.Judgement, $"{f.Meant}", Number(f.Precision), Number(f.Recall), Number(f.F1));
        AnsiConsole.Write(flags);
        Console.WriteLine($"frustration: correlation with people's ratings {(report.Test.FrustrationPearson is { } r ? Number(r) : "unknown")}");
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
