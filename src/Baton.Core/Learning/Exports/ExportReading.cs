using System.Text.Json.Serialization;

namespace Baton.Learning.Exports;

/// <summary>Rows that teach nothing, with their number and the first lines.</summary>
public sealed record LeftOut(string Why, int Rows, IReadOnlyList<string> Places);

/// <summary>A column that nothing is mapped to, how many of its cells are filled, and what it might be; null where nothing is near.</summary>
public sealed record UnmappedColumn(string Column, int Filled, string? Nearest);

/// <summary>A value of a mapped column that stands for no label yet, and the label that it might be.</summary>
public sealed record UnmappedValue(string Judgement, string Value, int Rows, string? Nearest);

/// <summary>How many usable rows say this label.</summary>
public sealed record LabelCount(string Judgement, string Label, int Rows);

/// <summary>Usable rows in a language: ISO 639-1, <c>und</c> for one that is not known, <c>?</c> for too little text to tell.</summary>
public sealed record LanguageCount(string Language, int Rows);

/// <summary>A row as it was understood.</summary>
public sealed record RowShown(string Place, string? Language, string? Subject, string Text, IReadOnlyDictionary<string, string> Labels);

/// <summary>How a file is written.</summary>
public sealed record FileForm(string File, string Encoding, string Delimiter, int Columns);

/// <summary>What became of an export's rows.</summary>
public sealed record ExportReading
{
    public required IReadOnlyList<FileForm> Files { get; init; }

    /// <summary>Records below the headers.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows with a text and a label at least, none twice.</summary>
    public required int Usable { get; init; }
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
    public required IReadOnlyList<LabelCount> Labels { get; init; }
    public required IReadOnlyList<UnmappedColumn> UnmappedColumns { get; init; }
    public required IReadOnlyList<UnmappedValue> UnmappedValues { get; init; }
    public required IReadOnlyList<LanguageCount> Languages { get; init; }
    public required IReadOnlyList<RowShown> FirstRows { get; init; }

    /// <summary>The usable rows, <see cref="ExportReader.MostTickets"/> at most.</summary>
    [JsonIgnore]
    public IReadOnlyList<LabelledTicket> Tickets { get; init; } = [];
}
