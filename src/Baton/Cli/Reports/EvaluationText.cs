using System.Globalization;
using Baton.Evaluation;
using Baton.Learning;
using Spectre.Console;

namespace Baton.Cli.Reports;

/// <summary>A file's report for a terminal. Names of labels and groups come from files: they are escaped, and nothing of a customer's text is shown.</summary>
internal static class EvaluationText
{
    public static void Print(FileReport file)
    {
        var others = file.OtherParts > 0 ? $", {file.OtherParts} of other parts" : "";
        Console.WriteLine($"{file.File}: {file.Rows} rows{others}");
        foreach (var warning in InWords.Warnings(file))
            Console.WriteLine($"  Mind: {warning}");
        foreach (var choice in file.Choices)
            Print(choice);
        foreach (var score in file.Scores)
            Print(score);
        Console.WriteLine();
    }

    private static void Print(ChoiceReport r)
    {
        Console.WriteLine();
        Console.WriteLine($"  {r.Label}, against {r.Mapping}");
        foreach (var sentence in InWords.Of(r))
            Console.WriteLine($"    {sentence}");
        Console.WriteLine($"    accuracy {Share(r.Accuracy)}, macro-F1 {Number(r.MacroF1)}{(r.Calibration is { } c ? $", calibration error {Number(c.Error)}" : "")}");
        AnsiConsole.Write(Classes(r));
        AnsiConsole.Write(Matrix(r));
        if (r.Calibration is { } calibration)
        {
            AnsiConsole.Write(Reliability(calibration));
            AnsiConsole.Write(Abstention(calibration));
        }
        if (r.Groups.Count > 0)
            AnsiConsole.Write(Groups(r));
    }

    private static void Print(ScoreReport r)
    {
        Console.WriteLine();
        Console.WriteLine($"  {r.Label}, against {r.Mapping}");
        foreach (var sentence in InWords.Of(r))
            Console.WriteLine($"    {sentence}");
        (string Name, Estimate? Value)[] figures = [("Pearson", r.Pearson), ("Spearman", r.Spearman), ("area under the curve", r.Auc)];
        Console.WriteLine($"    {r.Rows} rows: {string.Join(", ", figures.Where(f => f.Value is not null).Select(f => $"{f.Name} {Figure(f.Value!)}"))}");
        if (r.Levels.Count > 0)
            AnsiConsole.Write(Levels(r));
        if (r.Groups.Count > 0)
            AnsiConsole.Write(Groups(r));
    }

    private static Table Classes(ChoiceReport r)
    {
        var table = Create(r.Label, "rows", "precision", "recall", "F1");
        foreach (var c in r.Classes)
            table.AddRow(Cell(c.Label), $"{c.Rows}", Cell(Share(c.Precision)), Cell(Share(c.Recall)), Figure(c.F1));
        return table;
    }

    private static Table Matrix(ChoiceReport r)
    {
        var table = Create(["people say ↓ Baton says →", .. r.Classes.Select((_, i) => $"{i + 1}")]);
        for (var i = 0; i < r.Classes.Count; i++)
            table.AddRow([Cell($"{i + 1} {r.Classes[i].Label}"), .. r.Confusion[i].Select((rows, j) => rows == 0 ? "·" : i == j ? $"[bold]{rows}[/]" : $"{rows}")]);
        return table;
    }

    private static Table Reliability(CalibrationReport c)
    {
        var table = Create("confidence", "rows", "mean confidence", "right");
        foreach (var bin in c.Bins.Where(b => b.Right.Of > 0))
            table.AddRow($"{Number(bin.From)} to {Number(bin.To)}", $"{bin.Right.Of}", Number(bin.Confidence!.Value), Cell(Share(bin.Right)));
        return table;
    }

    private static Table Abstention(CalibrationReport c)
    {
        var table = Create("unsure below", "unsure", "right where sure", "right where unsure");
        foreach (var a in c.Abstention)
            table.AddRow(Number(a.Below), Cell(Share(a.Unsure)), Cell(Share(a.RightWhereSure)), Cell(Share(a.RightWhereUnsure)));
        return table;
    }

    private static Table Groups(ChoiceReport r)
    {
        var table = Create(["by", "group", "rows", "accuracy", .. r.Yes is null ? Array.Empty<string>() : ["precision", "recall"]]);
        foreach (var g in r.Groups)
            table.AddRow([g.By, Cell(g.Name), Rows(g), Cell(Share(g.Accuracy!)), .. r.Yes is null ? Array.Empty<string>() : [Cell(Share(g.Precision!)), Cell(Share(g.Recall!))]]);
        return table;
    }

    private static Table Groups(ScoreReport r)
    {
        var table = Create("by", "group", "rows", r.Auc is null ? "Spearman" : "area under the curve");
        foreach (var g in r.Groups)
            table.AddRow(g.By, Cell(g.Name), Rows(g), g.Figure is { } figure ? Figure(figure) : "–");
        return table;
    }

    private static Table Levels(ScoreReport r)
    {
        var table = Create("people say", "rows", $"{r.Said}: least", "quarter", "median", "three quarters", "most");
        foreach (var l in r.Levels)
            table.AddRow([r.MeantName(l.Meant), .. ((double[])[l.Rows, l.Least, l.Quarter, l.Median, l.ThreeQuarters, l.Most]).Select(v => v.ToString("0.##", CultureInfo.InvariantCulture))]);
        return table;
    }

    private static Table Create(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Cell(column)) { NoWrap = column == columns[0] });
        return table;
    }

    private static string Rows(GroupReport g) => g.Small ? $"{g.Rows} (few)" : $"{g.Rows}";

    // What comes from a file may hold what a terminal obeys.
    private static string Cell(string text) => Markup.Escape(string.Concat(text.Select(ch => char.IsControl(ch) ? '?' : ch)));

    private static string Share(Rate rate) => rate.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ({rate.Hits} of {rate.Of}; {rate.Low:0.000} to {rate.High:0.000})") : "–";

    private static string Figure(Estimate e) => string.Create(CultureInfo.InvariantCulture, $"{e.Value:0.000} ({e.Low:0.000} to {e.High:0.000})");

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
