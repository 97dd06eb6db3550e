using Baton.Text;

namespace Baton.Learning.Exports;

/// <summary>Counts what is told of an export, within bounds: a column of free text mapped by mistake has as many values as rows.</summary>
internal sealed class RowTally
{
    private const int MostValues = 1_000;
    private const int PlacesShown = 5;
    private const int RowsShown = 5;
    private const int ValueShown = 60;

    private readonly Dictionary<string, (int Rows, List<string> Places)> _leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Judgement, string Value), int> _unmapped = [];
    private readonly Dictionary<(string Judgement, string Label), int> _labels = [];
    private readonly Dictionary<string, int> _filled = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<RowShown> _first = [];

    public void LeaveOut(string why, string place)
    {
        var (rows, places) = _leftOut.TryGetValue(why, out var known) ? known : (0, []);
        if (places.Count < PlacesShown)
            places.Add(place);
        _leftOut[why] = (rows + 1, places);
    }

    public void Unmapped(MappedJudgement judgement, string value)
    {
        var key = (judgement.Name, value.Length > ValueShown ? value[..ValueShown] + "…" : value);
        if (_unmapped.Count >= MostValues && !_unmapped.ContainsKey(key))
            key = (judgement.Name, "(other values)");
        _unmapped[key] = _unmapped.GetValueOrDefault(key) + 1;
    }

    public void Filled(string column) => _filled[column] = _filled.GetValueOrDefault(column) + 1;

    public void Use(LabelledTicket ticket, string place, IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (judgement, label) in labels)
            _labels[(judgement, label)] = _labels.GetValueOrDefault((judgement, label)) + 1;
        if (_first.Count < RowsShown)
            _first.Add(new RowShown(place, LanguageOf(ticket), ticket.Subject, ticket.Text.Length > 200 ? ticket.Text[..200] + "…" : ticket.Text, labels));
    }

    public ExportReading Told(IReadOnlyList<ExportFile> files, IEnumerable<string> mapped, int rows, int usable, IReadOnlyList<LabelledTicket> tickets) => new()
    {
        Files = [.. files.Select(f => new FileForm(f.Name, f.EncodingName, f.Delimiter == '\t' ? "tab" : f.Delimiter.ToString(), f.Columns.Count))],
        Rows = rows,
        Usable = usable,
        LeftOut = [.. _leftOut.OrderByDescending(l => l.Value.Rows).Select(l => new LeftOut(l.Key, l.Value.Rows, l.Value.Places))],
        Labels =
        [
            .. MappedJudgement.All.SelectMany(j => j.Labels.Select(l => new LabelCount(j.Name, l, _labels.GetValueOrDefault((j.Name, l))))).Where(l => l.Rows > 0),
        ],
        UnmappedColumns =
        [
            .. files.SelectMany(f => f.Columns).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Except(mapped, StringComparer.OrdinalIgnoreCase)
                .Select(c => new UnmappedColumn(c, _filled.GetValueOrDefault(c), ExportFields.Nearest(c))),
        ],
        UnmappedValues =
        [
            .. _unmapped.OrderBy(u => u.Key.Judgement, StringComparer.Ordinal).ThenByDescending(u => u.Value)
                .Select(u => new UnmappedValue(u.Key.Judgement, u.Key.Value, u.Value, MappedJudgement.All.Single(j => j.Name == u.Key.Judgement).Nearest(u.Key.Value))),
        ],
        Languages = [.. tickets.GroupBy(t => LanguageOf(t) ?? "?").OrderByDescending(g => g.Count()).Select(g => new LanguageCount(g.Key, g.Count()))],
        FirstRows = _first,
        Tickets = tickets,
    };

    private static string? LanguageOf(LabelledTicket ticket) => LanguageGuess.Of(new TokenizedText($"{ticket.Subject}\n\n{ticket.Text}"));
}
