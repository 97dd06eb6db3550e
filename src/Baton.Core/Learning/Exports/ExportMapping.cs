using Baton.Policies.Reading;
using YamlDotNet.Core;

namespace Baton.Learning.Exports;

/// <summary>
/// What a company says of its own export: which column holds what (<c>columns: text: Description</c>), and which of Baton's labels its values stand for
/// (<c>values: category: Bug: bug_report</c>; <c>none</c> for a value that is no label). A value that spells a label needs no entry; nothing else is guessed.
/// </summary>
public sealed class ExportMapping
{
    public const string NoLabel = "none";

    private readonly string _file;
    private readonly List<string> _errors = [];
    private readonly Dictionary<string, (string Column, int Line)> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _values = new(StringComparer.Ordinal);

    private ExportMapping(string file) => _file = file;

    /// <summary>The column of each field that is mapped.</summary>
    public IReadOnlyDictionary<string, string> Columns => _columns.ToDictionary(c => c.Key, c => c.Value.Column, StringComparer.Ordinal);

    /// <exception cref="CorpusException">The mapping cannot be used; every fault is named with its line.</exception>
    public static ExportMapping Read(string file, string yaml)
    {
        var mapping = new ExportMapping(file);
        try
        {
            mapping.Fill(YamlTree.Read(yaml) as YamlMap);
        }
        catch (YamlException exception)
        {
            mapping.Refuse(Convert.ToInt32(exception.Start.Line), $"is not YAML here: {exception.Message}");
        }
        return mapping._errors.Count == 0 ? mapping : throw new CorpusException(string.Join('\n', mapping._errors));
    }

    /// <summary>Where each mapped field stands in a file's rows.</summary>
    /// <exception cref="CorpusException">The file has no column of that name, or two.</exception>
    public IReadOnlyDictionary<string, int> Places(ExportFile file)
    {
        var (places, errors) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        foreach (var (field, (column, line)) in _columns)
        {
            var found = Enumerable.Range(0, file.Columns.Count).Where(i => file.Columns[i].Equals(column, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 1)
                places[field] = found[0];
            else if (found.Count > 1)
                errors.Add($"{_file} line {line}: {file.Name} has {found.Count} columns called '{column}'; rename all but one in its header");
            else
                errors.Add($"{_file} line {line}: {file.Name} has no column '{column}'{Suggestion.For(column, [.. file.Columns.Where(c => c.Length > 0)])}");
        }
        return errors.Count == 0 ? places : throw new CorpusException(string.Join('\n', errors));
    }

    /// <summary>The label that a value stands for; <see cref="NoLabel"/> where the company says that it stands for none; null when nobody said.</summary>
    public string? LabelOf(MappedJudgement judgement, string value) =>
        _values.TryGetValue(judgement.Name, out var values) && values.TryGetValue(value, out var label) ? label : judgement.Spelled(value);

    private void Fill(YamlMap? root)
    {
        foreach (var (key, value) in root?.Entries ?? [])
        {
            if (key.Value == "columns" && value is YamlMap columns)
                columns.Entries.ToList().ForEach(e => AddColumn(e.Key, e.Value));
            else if (key.Value == "values" && value is YamlMap values)
                values.Entries.ToList().ForEach(e => AddValues(e.Key, e.Value));
            else if (value is not YamlText { IsNull: true })
                Refuse(key.Line, key.Value is "columns" or "values" ? $"{key.Value} must hold keys with values below it" : $"'{key.Value}' is not known here; there are columns and values");
        }
        foreach (var name in _values.Keys.Where(v => !_columns.ContainsKey(v)))
            Refuse(1, $"values.{name} has values, but columns.{name} does not say in which column they stand");
        if (!_columns.ContainsKey(ExportFields.Text))
            Refuse(1, "columns.text is missing: say which column holds what the customer wrote, such as 'text: Description'");
        if (!MappedJudgement.All.Any(j => _columns.ContainsKey(j.Name)))
            Refuse(1, $"no column with labels is mapped; there are {string.Join(", ", MappedJudgement.All.Select(j => j.Name))}");
    }

    private void AddColumn(YamlText key, YamlNode value)
    {
        if (!ExportFields.All.Contains(key.Value))
            Refuse(key.Line, $"columns.{key.Value} is not known{Suggestion.For(key.Value, ExportFields.All)}");
        else if (value is not YamlText { IsNull: false } column)
            Refuse(key.Line, $"columns.{key.Value} must be the name of a column");
        else if (!_columns.TryAdd(key.Value, (column.Value.Trim(), key.Line)))
            Refuse(key.Line, $"columns.{key.Value} is given twice");
    }

    private void AddValues(YamlText key, YamlNode node)
    {
        if (MappedJudgement.All.FirstOrDefault(j => j.Name == key.Value) is not { } judgement)
        {
            Refuse(key.Line, $"values.{key.Value} is not known{Suggestion.For(key.Value, [.. MappedJudgement.All.Select(j => j.Name)])}");
            return;
        }
        if (node is YamlText { IsNull: true })
            return;
        if (node is not YamlMap map)
        {
            Refuse(key.Line, $"values.{key.Value} must hold a line for each value, such as '{judgement.Labels[0]}: {judgement.Labels[0]}'");
            return;
        }
        var values = _values[key.Value] = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (value, label) in map.Entries)
        {
            var word = (label as YamlText)?.Value ?? "";
            if (word != NoLabel && !judgement.Labels.Contains(word))
                Refuse(value.Line, $"values.{key.Value}.{value.Value} is '{word}' and must be {NoLabel} or one of {string.Join(", ", judgement.Labels)}");
            else if (!values.TryAdd(value.Value.Trim(), word))
                Refuse(value.Line, $"values.{key.Value}.{value.Value} is given twice");
        }
    }

    private void Refuse(int line, string what) => _errors.Add($"{_file} line {line}: {what}");
}
