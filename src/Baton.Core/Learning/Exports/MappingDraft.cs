using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Baton.Learning.Exports;

/// <summary>The first draft of a mapping, for people to finish: every column and value of an export with its count and what it might be, all of it behind a # until somebody says that it is right.</summary>
public static partial class MappingDraft
{
    private const int MostRows = 100_000;

    // A column with more different values holds no labels.
    private const int MostValues = 40;
    private static readonly JsonSerializerOptions _quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ExportFile file)
    {
        var (rows, columns) = (0, file.Columns.Select(c => new Column(c)).ToList());
        foreach (var record in file.Rows(progress: null).Where(r => r.Fault is null).Take(MostRows))
        {
            rows++;
            for (var i = 0; i < Math.Min(record.Fields.Count, columns.Count); i++)
                columns[i].Add(record.Fields[i].Trim());
        }
        var draft = new StringBuilder();
        draft.AppendLine(CultureInfo.InvariantCulture, $"# How Baton reads {file.Name}. Take the # away from each line that is right and mend what is not;");
        draft.AppendLine("# what stays behind a # is left out. Then: baton train EXPORT --mapping THIS-FILE --check");
        draft.AppendLine();
        draft.AppendLine(CultureInfo.InvariantCulture, $"# Which column holds what. There are: {string.Join(", ", ExportFields.All)}.");
        draft.AppendLine("columns:");
        foreach (var column in columns.Where(c => c.Name.Length > 0))
            draft.AppendLine(CultureInfo.InvariantCulture, $"  # {column.Field ?? "?"}: {Quoted(column.Name)}{Note(column)}");
        draft.AppendLine();
        draft.AppendLine("# Which label each value stands for; none for a value that is no label. A value that is itself a label needs no line.");
        draft.AppendLine("values:");
        foreach (var judgement in MappedJudgement.All)
            AddValues(draft, judgement, columns);
        return draft.ToString();
    }

    private static void AddValues(StringBuilder draft, MappedJudgement judgement, List<Column> columns)
    {
        var candidates = columns.Where(c => c.Field == judgement.Name && c.Values is { Count: > 0 and <= MostValues }).ToList();
        if (candidates.Count == 0)
            return;
        draft.AppendLine(CultureInfo.InvariantCulture, $"  # {judgement.Name} is one of {string.Join(", ", judgement.Labels)}");
        draft.AppendLine(CultureInfo.InvariantCulture, $"  # {judgement.Name}:");
        foreach (var column in candidates)
        {
            foreach (var (value, count) in column.Values!.OrderByDescending(v => v.Value).Where(v => judgement.Spelled(v.Key) is null))
                draft.AppendLine(CultureInfo.InvariantCulture, $"  #   {Quoted(value)}: {judgement.Nearest(value) ?? "?"}    # {count} rows of {column.Name}");
        }
    }

    private static string Note(Column column) => column.Values switch
    {
        { Count: 0 } => "    # empty",
        { Count: <= MostValues } => $"    # {column.Filled} rows: {string.Join(", ", column.Values.OrderByDescending(v => v.Value).Take(4).Select(v => Short(v.Key)))}",
        _ => $"    # {column.Filled} rows, such as: {Short(column.Example)}",
    };

    private static string Short(string value) => Quoted(value.Length > 40 ? value[..40] + "…" : value);

    private static string Quoted(string value) => PlainWord().IsMatch(value) ? value : JsonSerializer.Serialize(value, _quoting);

    [GeneratedRegex(@"^[\p{L}][\p{L}\p{Nd}_./()-]*(?: [\p{L}\p{Nd}_./()-]+)*\z")]
    private static partial Regex PlainWord();

    private sealed class Column(string name)
    {
        public string Name => name;
        public string? Field { get; } = ExportFields.Nearest(name);
        public int Filled { get; private set; }
        public string Example { get; private set; } = "";

        /// <summary>Different values with their counts; null from too many on.</summary>
        public Dictionary<string, int>? Values { get; private set; } = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string value)
        {
            if (value.Length == 0)
                return;
            Filled++;
            if (Example.Length == 0)
                Example = value;
            if (Values is null)
                return;
            Values[value] = Values.GetValueOrDefault(value) + 1;
            if (Values.Count > MostValues || value.Length > 120)
                Values = null;
        }
    }
}
