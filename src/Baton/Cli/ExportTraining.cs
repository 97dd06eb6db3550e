using System.Text;
using System.Text.Json;
using Baton.Learning;
using Baton.Learning.Exports;

namespace Baton.Cli;

/// <summary>Trains on a company's own export, by its mapping, on top of the model that ships; writes the model only if it is shown to help.</summary>
internal sealed record ExportTraining(string? Output, string? Mapping, bool Check, bool WriteAnyway, string? Name, bool Json)
{
    /// <exception cref="CorpusException">Mapping or rows cannot be used.</exception>
    public int Run(string[] files, CancellationToken cancellationToken)
    {
        if (Mapping is null)
            return Refusal.Tell("--mapping FILE is missing: it says which column means what. Name a file that does not exist yet, and a draft of it is written");
        if (!Check && TrainCommand.WhyNotTo(Output) is { } why)
            return Refusal.Tell(why);
        var exports = files.Select(ExportFile.Open).ToList();
        if (!File.Exists(Mapping))
            return Draft(exports[0], Mapping);
        var mapping = ExportMapping.Read(Path.GetFileName(Mapping), File.ReadAllText(Mapping));
        var reading = LongWork.Run("Reading", Json, progress => ExportReader.Read(exports, mapping, progress, cancellationToken));
        return Check ? Show(reading) : Train(reading, cancellationToken);
    }

    private static int Draft(ExportFile export, string path)
    {
        File.WriteAllText(path, MappingDraft.Of(export), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return Refusal.Tell($"There was no {path}, so a draft was written: open it, take the # away from what is right, and run this again with --check.");
    }

    private int Show(ExportReading reading)
    {
        if (Json)
            Console.WriteLine(JsonSerializer.Serialize(reading, TrainingJson.Default.ExportReading));
        else
            ExportTables.Print(reading);
        return reading.Usable > 0 ? ExitCode.Done : Refusal.Tell("No row can be used.");
    }

    private int Train(ExportReading reading, CancellationToken cancellationToken)
    {
        var (model, report) = LongWork.Run("Training", Json, progress => CompanyTraining.Train(reading, Name, progress, cancellationToken));
        report = report with { Written = report.Effect == Effect.Helps || WriteAnyway };
        if (report.Written)
            File.WriteAllBytes(Output!, model);
        if (Json)
            Console.WriteLine(JsonSerializer.Serialize(report, TrainingJson.Default.CompanyReport));
        else
            ExportTables.Print(report, Output!);
        return report.Written ? ExitCode.Done : ExitCode.Failed;
    }
}
