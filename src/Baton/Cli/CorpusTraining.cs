using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Learning;
using Spectre.Console;

namespace Baton.Cli;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TrainingReport))]
[JsonSerializable(typeof(CompanyReport))]
[JsonSerializable(typeof(Learning.Exports.ExportReading))]
internal sealed partial class TrainingJson : JsonSerializerContext;

/// <summary>Trains a model anew from labelled tickets, and reports how it does on those that it was not trained on.</summary>
internal sealed record CorpusTraining(string? Output, string[] Also, double AlsoWeight, string? Name, bool Json)
{
    private const string ShippedName = "local/3";

    /// <exception cref="CorpusException">A row cannot be used.</exception>
    public int Run(string[] files, CancellationToken cancellationToken)
    {
        if (AlsoWeight is not (>= 0.01 and <= 1))
            return Refusal.Tell("--also-weight must be from 0.01 to 1");
        if (TrainCommand.WhyNotTo(Output) is { } why)
            return Refusal.Tell(why);
        var corpus = LabelledFiles.Of(files).SelectMany(f => CorpusReader.Read(f)).ToList();
        var others = LabelledFiles.Of(Also).SelectMany(f => CorpusReader.Read(f, AlsoWeight)).ToList();
        var (model, report) = LongWork.Run("Reading and training", Json, progress => LocalTraining.Train(corpus, others, Name ?? ShippedName, progress, cancellationToken));
        File.WriteAllBytes(Output!, model);
        if (Json)
            Console.WriteLine(JsonSerializer.Serialize(report, TrainingJson.Default.TrainingReport));
        else
            Print(report, Output!);
        return ExitCode.Done;
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
