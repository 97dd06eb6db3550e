using System.Runtime.CompilerServices;
using System.Text;
using Baton.Cases;
using Baton.Evaluation;
using Baton.Learning;

namespace Baton.Cli;

/// <summary>Evaluates files one after the other. What is wrong goes to standard error with its place, and the rest is evaluated.</summary>
internal sealed class EvaluationRun(RowJudge judge, string part)
{
    public const string All = "all";

    // Of a file that is wrong throughout, the first rows tell enough.
    private const int MostTold = 10;

    public static readonly string[] Parts = [.. Words.All<CorpusPart>(), All];

    private readonly CorpusPart? _part = Words.TryParse<CorpusPart>(part, out var known) ? known : null;
    private readonly Counter _counter = new("rows");

    public string Reasoner => judge.Reasoner;

    /// <summary>Files and rows that were wrong.</summary>
    public int Faults { get; private set; }

    /// <summary>The report of each file that has a label in it.</summary>
    public async IAsyncEnumerable<FileReport> EvaluateAsync(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            var files = LabelledFiles.Of([path]).ToList();
            if (files.Count == 0)
                Tell($"{path}: there is no file in it whose name ends in .jsonl");
            foreach (var file in files)
            {
                if (await TryAsync(file, cancellationToken) is { } report)
                    yield return report;
            }
        }
    }

    private async Task<FileReport?> TryAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var report = await EvaluateAsync(path, cancellationToken);
            if (Why(report) is not { } why)
                return report;
            Tell($"{report.File}: {why}");
        }
        catch (CorpusException exception)
        {
            Tell(exception.Message);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            Tell($"{path}: there is no such file or folder");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Tell($"{path}: cannot be read: {exception.Message}");
        }
        return null;
    }

    private async Task<FileReport> EvaluateAsync(string path, CancellationToken cancellationToken)
    {
        var name = path == "-" ? "standard input" : path;
        using var reader = new StreamReader(path == "-" ? Console.OpenStandardInput() : File.OpenRead(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var file = new FileEvaluation(name, judge);
        var (read, wrong) = (0, 0);
        foreach (var line in EvaluationReader.Read(reader, name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _counter.Show(++read);
            if (line.Row is not { } row)
            {
                file.LeaveOut();
                if (++wrong <= MostTold)
                    Tell(line.Error!);
            }
            else if (_part is { } wanted && row.Part != wanted)
                file.Skip();
            else
                await file.AddAsync(row, cancellationToken);
        }
        _counter.Clear();
        if (wrong > MostTold)
            Tell($"{name}: and {wrong - MostTold} more rows that cannot be read");
        return file.Report();
    }

    // Why there is nothing to report.
    private string? Why(FileReport report) => report switch
    {
        { Choices.Count: > 0 } or { Scores.Count: > 0 } => null,
        { Rows: 0, OtherParts: 0, LeftOut: 0 } => "is empty: there is nothing to evaluate",
        { Rows: 0, LeftOut: > 0, OtherParts: 0 } => "has no row that can be read",
        { Rows: 0 } => $"has no row of the part '{part}'",
        _ => $"none of its rows has a label that is evaluated: {FileEvaluation.KnownLabels}",
    };

    private void Tell(string fault)
    {
        Faults++;
        _counter.Clear();
        Console.Error.WriteLine(fault);
    }
}
