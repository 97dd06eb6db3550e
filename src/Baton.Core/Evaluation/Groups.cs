namespace Baton.Evaluation;

/// <summary>What is counted apart for each source, origin and language; beyond a number of them the rest is counted together, so that memory stays bounded.</summary>
internal sealed class Groups<T>(Func<T> create)
{
    private const int Most = 50;
    private const string Others = "(others)";
    private readonly Dictionary<(string By, string Name), T> _groups = [];
    private readonly Dictionary<string, int> _names = [];

    /// <summary>The groups of each kind that has more than one, kind by kind, the larger first.</summary>
    public IReadOnlyList<GroupReport> Reports(Func<string, string, T, GroupReport> report) =>
        [.. _groups.Where(g => _names[g.Key.By] > 1).Select(g => report(g.Key.By, g.Key.Name, g.Value)).OrderBy(g => g.By, StringComparer.Ordinal).ThenByDescending(g => g.Rows).ThenBy(g => g.Name, StringComparer.Ordinal)];

    /// <summary>The groups that a row belongs to.</summary>
    public IEnumerable<T> Of(EvaluationRow row)
    {
        if (row.Origin is { Length: > 0 } origin)
            yield return Find("origin", origin);
        if (row.Ticket.Source is { Length: > 0 } source)
            yield return Find("source", source);
        if (row.Ticket.Language is { Length: > 0 } language)
            yield return Find("language", language);
    }

    private T Find(string by, string name)
    {
        if (_groups.TryGetValue((by, name), out var group))
            return group;
        if (_names.GetValueOrDefault(by) >= Most)
            return name == Others ? Add(by, name) : Find(by, Others);
        return Add(by, name);
    }

    private T Add(string by, string name)
    {
        _names[by] = _names.GetValueOrDefault(by) + 1;
        return _groups[(by, name)] = create();
    }
}
