using System.Reflection;
using System.Text.Json;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>The validation part of the corpus, which ships with Baton: what a model gets right there before people teach it, it must not lose.</summary>
internal static class ShippedFigures
{
    private const string Folder = "corpus/";

    // Shares of the rows. Measured against the untaught model, not the last champion, so that small losses do not add up.
    private const double MostLost = 0.02;
    private const string Escalate = "escalate";

    /// <summary>What a taught model loses there against the one that it was taught on; null when nothing that matters.</summary>
    public static string? Loss(LocalModel untaught, LocalModel model)
    {
        var rows = Rows();
        var (first, taught) = (ModelFigures.Of(untaught, rows), ModelFigures.Of(model, rows));
        foreach (var (before, after) in first.Choices.Zip(taught.Choices))
        {
            if (before.Accuracy - after.Accuracy > MostLost)
                return FormattableString.Invariant($"on the tickets that ship with Baton it gets {before.Judgement} right in {after.Accuracy:0.0%} instead of {before.Accuracy:0.0%}");
            if (after.CalibrationError - before.CalibrationError > MostLost)
                return $"on the tickets that ship with Baton its confidences in {before.Judgement} fit less well";
        }
        var (kept, now) = (Recall(first), Recall(taught));
        return kept - now > MostLost ? FormattableString.Invariant($"on the tickets that ship with Baton it sees {now:0.0%} of the needed escalations instead of {kept:0.0%}") : null;
    }

    private static double Recall(ModelFigures figures) => figures.Flags.Single(f => f.Judgement == Escalate).Recall;

    // Read anew each time: trials are rare, and the rows would stay in memory.
    private static List<LabelledTicket> Rows()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var rows = new List<LabelledTicket>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                if (CorpusReader.PartOf(IdOf(line)) == CorpusPart.Validation)
                    rows.Add(CorpusReader.Parse(line, name));
            }
        }
        return rows;
    }

    // The id alone, without reading the rest of the row.
    private static string IdOf(string line)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(line));
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("id"u8))) { }
        reader.Read();
        return reader.GetString()!;
    }
}
