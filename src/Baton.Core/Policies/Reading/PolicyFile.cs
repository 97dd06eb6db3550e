namespace Baton.Policies.Reading;

/// <summary>A policy file while it is read: its name, and every mistake found so far. Reading goes on after a mistake, so that one run names them all.</summary>
internal sealed class PolicyFile(string name)
{
    private readonly List<PolicyError> _errors = [];
    private readonly List<PolicyNode> _closed = [];

    public void Refuse(int line, string key, string message) => _errors.Add(new PolicyError(name, line, key, message));

    /// <summary>Registers a mapping whose keys are those that were asked of it, and no others.</summary>
    public void Close(PolicyNode mapping) => _closed.Add(mapping);

    /// <summary>Every mistake in the order of the file. To be called once all keys were asked for, since the ones that were not are mistakes too.</summary>
    public IReadOnlyList<PolicyError> Finish(YamlNode? root)
    {
        foreach (var mapping in _closed)
            mapping.RefuseUnknownKeys();
        if (root is not null)
            RefuseDuplicates(root, "");
        return [.. _errors.OrderBy(e => e.Line)];
    }

    private void RefuseDuplicates(YamlNode node, string path)
    {
        if (node is YamlList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
                RefuseDuplicates(list.Items[i], $"{path}[{i}]");
        }
        if (node is not YamlMap map)
            return;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            var at = PolicyNode.Join(path, key.Value);
            if (!first.TryAdd(key.Value, key.Line))
                Refuse(key.Line, at, $"is given twice, first on line {first[key.Value]}; keep one of them");
            RefuseDuplicates(value, at);
        }
    }
}
