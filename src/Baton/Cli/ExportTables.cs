using System.Globalization;
using Baton.Learning;
using Baton.Learning.Exports;
using Spectre.Console;

namespace Baton.Cli;

/// <summary>What became of an export's rows, and what a training on them came to, for people.</summary>
internal static class ExportTables
{
    private const int CellLength = 60;
    private const int ValuesShown = 15;

    public static void Print(ExportReading reading)
    {
        PrintRows(reading);
        if (reading.FirstRows.Count > 0)
        {
            Console.WriteLine("The first rows, as they are understood:");
            var rows = Table("row", "lang", "subject", "text", "labels");
            foreach (var row in reading.FirstRows)
                Add(rows, row.Place, row.Language ?? "?", row.Subject ?? "", row.Text, string.Join(" ", row.Labels.Select(l => $"{l.Key}={l.Value}")));
            AnsiConsole.Write(rows);
        }
        var labels = Table("judgement", "label", "rows");
        foreach (var label in reading.Labels)
            Add(labels, label.Judgement, label.Label, $"{label.Rows}");
        if (reading.Labels.Count > 0)
            AnsiConsole.Write(labels);
        Console.WriteLine($"Languages: {string.Join(", ", reading.Languages.Select(l => $"{l.Language} {l.Rows}"))}");
        PrintUnmapped(reading);
    }

    public static void Print(CompanyReport report, string output)
    {
        PrintRows(report.Read);
        PrintUnmapped(report.Read);
        foreach (var untaught in report.Untaught)
            Console.WriteLine($"Not trained: {untaught.Judgement} {untaught.Why}.");
        Console.WriteLine($"{report.Model}: {report.Trained} rows trained, {report.Calibrated} calibrated. On the {report.HeldOut} rows that were held out (in brackets: 95 % interval):");
        var table = Table("judgement", "label", "rows", $"right before ({report.From})", "right after", "now right", "now wrong");
        foreach (var j in report.Judgements)
        {
            Add(table, j.Judgement, "all", $"{j.Before.Of}", Of(j.Before), Of(j.After), $"{j.Gained}", $"{j.Lost}");
            foreach (var label in j.Labels)
                Add(table, "", label.Label, $"{label.Before.Of}", Of(label.Before), Of(label.After), "", "");
        }
        AnsiConsole.Write(table);
        Console.WriteLine(Verdict(report));
        Console.WriteLine(report.Written
            ? $"Written: {output}. Serve with it: baton serve --model {output}"
            : "No model was written; --write-anyway writes it nevertheless.");
    }

    private static string Verdict(CompanyReport report)
    {
        var worse = report.Judgements.Where(j => j.Effect == Effect.Hurts).Select(j => j.Judgement).ToList();
        var better = report.Judgements.Where(j => j.Effect == Effect.Helps).Select(j => $"{j.Judgement} ({j.Before.Hits} of {j.Before.Of} right before, {j.After.Hits} after)").ToList();
        return report.Effect switch
        {
            Effect.Helps => $"IT HELPS: {string.Join(", ", better)}. Nothing got worse beyond chance.",
            Effect.Hurts => $"IT DOES NOT HELP: {string.Join(", ", worse)} got worse. Leave {(worse.Count == 1 ? "it" : "them")} out of the mapping and train again, or look whether the values stand for the right labels.",
            _ => "IT IS NOT SHOWN TO HELP: the difference on the held-out rows may be chance. More rows can tell; or the shipped model does these tickets as well as rows like these can teach.",
        };
    }

    private static void PrintRows(ExportReading reading)
    {
        foreach (var file in reading.Files)
            Console.WriteLine($"{file.File}: {file.Encoding}, {file.Columns} columns, divided by {(file.Delimiter == "tab" ? "tabs" : $"'{file.Delimiter}'")}");
        var drawn = reading.Tickets.Count < reading.Usable ? $", of which {reading.Tickets.Count} were drawn by hash" : "";
        Console.WriteLine($"{reading.Rows} rows, {reading.Usable} usable{drawn}");
        foreach (var left in reading.LeftOut)
            Console.WriteLine($"Left out, {left.Why}: {left.Rows} ({string.Join(", ", left.Places)}{(left.Rows > left.Places.Count ? ", …" : "")})");
    }

    private static void PrintUnmapped(ExportReading reading)
    {
        if (reading.UnmappedColumns.Count > 0)
            Console.WriteLine($"Columns that nothing is mapped to: {string.Join(", ", reading.UnmappedColumns.Select(c => $"{Plain(c.Column)} ({c.Filled} filled{(c.Nearest is { } n ? $"; {n}?" : "")})"))}");
        foreach (var values in reading.UnmappedValues.GroupBy(v => v.Judgement))
        {
            Console.WriteLine($"Values of {values.Key} that stand for no label yet; say in the mapping what they mean, or none:");
            foreach (var value in values.Take(ValuesShown))
                Console.WriteLine($"  {value.Rows,6} rows  {Plain(value.Value)}{(value.Nearest is { } nearest ? $"  ({nearest}?)" : "")}");
            if (values.Count() > ValuesShown)
                Console.WriteLine($"  and {values.Count() - ValuesShown} more");
        }
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(Markup.Escape(column));
        return table;
    }

    private static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(c => Markup.Escape(Plain(c)))]);

    // A customer's text is not to move the cursor or colour the screen.
    private static string Plain(string text)
    {
        var plain = string.Concat(text.Select(ch => char.IsControl(ch) ? ' ' : ch));
        return plain.Length > CellLength ? plain[..CellLength] + "…" : plain;
    }

    private static string Of(Rate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Hits} ({100 * rate.Low:0}–{100 * rate.High:0} %)");
}
