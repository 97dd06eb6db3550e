using System.CommandLine;
using Baton.Learning;

namespace Baton.Cli;

/// <summary>
/// <c>baton train FILE… --out MODEL</c>: trains the local reasoner's model. From JSON lines it makes a model anew (<see cref="CorpusTraining"/>);
/// from a help desk's export it goes on from the one that ships (<see cref="ExportTraining"/>).
/// </summary>
public static class TrainCommand
{
    private static readonly string[] _tables = [".csv", ".tsv", ".txt"];

    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "A help desk's export (.csv, .tsv, .txt with a header line), or labelled tickets as JSON lines (corpus/README.md) or folders of such files", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "Where the model is written", HelpName = "MODEL" };
        var mapping = new Option<string?>("--mapping") { Description = "For exports: the YAML file that says which column and value means what; where there is none yet, a draft of it is written", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "For exports: only show how the rows are understood" };
        var anyway = new Option<bool>("--write-anyway") { Description = "For exports: write the model even if it is not shown to help" };
        var also = new Option<string[]>("--also") { Description = "For JSON lines: further files that only train, never test; they may have some of the labels only", AllowMultipleArgumentsPerToken = true };
        var weight = new Option<double>("--also-weight") { Description = "How much a row of --also counts beside one of the others, 0.01 to 1", DefaultValueFactory = _ => 0.3 };
        var name = new Option<string?>("--name") { Description = "The version that will stand on every judgement (default: local/3; for exports with a mark of their rows)" };
        var json = new Option<bool>("--json") { Description = "The report as JSON" };
        var command = new Command("train", "Trains the local reasoner, on a company's own export or anew, and reports its figures on the rows that it did not see") { files, output, mapping, check, anyway, also, weight, name, json };
        command.SetAction((parsed, token) => Task.Run(
            () => Run(
                parsed.GetValue(files)!,
                new ExportTraining(parsed.GetValue(output), parsed.GetValue(mapping), parsed.GetValue(check), parsed.GetValue(anyway), parsed.GetValue(name), parsed.GetValue(json)),
                new CorpusTraining(parsed.GetValue(output), parsed.GetValue(also) ?? [], parsed.GetValue(weight), parsed.GetValue(name), parsed.GetValue(json)),
                token),
            token));
        return command;
    }

    private static int Run(string[] files, ExportTraining onExport, CorpusTraining onCorpus, CancellationToken cancellationToken)
    {
        var tables = files.Count(f => _tables.Contains(Path.GetExtension(f).ToLowerInvariant()));
        try
        {
            if (tables == files.Length && onCorpus.Also.Length > 0)
                return Refusal.Tell("--also goes with JSON lines; an export is trained by itself, on top of the model that ships");
            if (tables == files.Length)
                return onExport.Run(files, cancellationToken);
            if (tables > 0)
                return Refusal.Tell("Exports (.csv, .tsv, .txt) and JSON lines are trained apart; give one kind only");
            if (onExport.Mapping is not null || onExport.Check || onExport.WriteAnyway)
                return Refusal.Tell($"--mapping, --check and --write-anyway go with exports, and {files[0]} does not end in .csv, .tsv or .txt");
            return onCorpus.Run(files, cancellationToken);
        }
        catch (Exception exception) when (exception is CorpusException or IOException or UnauthorizedAccessException)
        {
            return Refusal.Tell(exception.Message);
        }
    }

    /// <summary>Why a model cannot be written there, told before the work; null when nothing is in the way.</summary>
    internal static string? WhyNotTo(string? output) =>
        output is null ? "--out MODEL is missing: say where the model is to be written"
        : Directory.Exists(output) ? $"--out is '{output}', which is a folder; name a file"
        : !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(output))) ? $"--out is '{output}', whose folder does not exist" : null;
}
