using Baton.Cases;

namespace Baton.Policies.Reading;

/// <summary>
/// A place in the policy file: the value there, or that there is none. A value that is not what was asked for is noted as a mistake,
/// with its line and key, and a stand-in is given, so that callers read straight on. How single values are read is in <c>PolicyValues.cs</c>.
/// </summary>
internal sealed partial class PolicyNode
{
    private readonly PolicyFile _file;
    private readonly YamlNode? _node;

    // Below something that is itself a mistake, nothing more is worth saying.
    private readonly bool _quiet;
    private Dictionary<string, PolicyNode>? _asked;

    private PolicyNode(PolicyFile file, YamlNode? node, int line, string path, bool quiet)
    {
        _file = file;
        _node = node is YamlText { IsNull: true } ? null : node;
        Line = line;
        Path = path;
        _quiet = quiet;
    }

    public static PolicyNode Root(PolicyFile file, YamlNode root) => new(file, root, 1, "", false);

    public int Line { get; }

    /// <summary>The dotted key: <c>hardRules[2].similarity</c>.</summary>
    public string Path { get; }

    /// <summary>Whether the file says anything here.</summary>
    public bool Given => _node is not null;

    public bool IsMap => _node is YamlMap;

    public bool IsList => _node is YamlList;

    public bool IsEmptyList => _node is YamlList { Items.Count: 0 };

    public bool Is(string word) => _node is YamlText text && text.Value == word;

    /// <summary>The value under a key of a mapping that knows its keys. Keys of it that nobody asks for are mistakes.</summary>
    public PolicyNode this[string key]
    {
        get
        {
            if (_asked is null)
            {
                _asked = new Dictionary<string, PolicyNode>(StringComparer.Ordinal);
                if (Mapping() is not null)
                    _file.Close(this);
            }
            if (!_asked.TryGetValue(key, out var value))
            {
                var entry = (_node as YamlMap)?.Entries.FirstOrDefault(e => e.Key.Value == key) ?? default;
                _asked[key] = value = new PolicyNode(_file, entry.Value, entry.Key?.Line ?? Line, Join(Path, key), _quiet || !IsMap);
            }
            return value;
        }
    }

    /// <summary>The entries of a mapping whose keys the company chooses.</summary>
    public IReadOnlyList<(string Key, PolicyNode Value)> Entries() =>
        Mapping()?.Entries.DistinctBy(e => e.Key.Value).Select(e => (e.Key.Value, new PolicyNode(_file, e.Value, e.Key.Line, Join(Path, e.Key.Value), false))).ToList() ?? [];

    /// <summary>The entries of a list.</summary>
    public IReadOnlyList<PolicyNode> Items()
    {
        if (_node is YamlList list)
            return [.. list.Items.Select((item, i) => new PolicyNode(_file, item, item.Line, $"{Path}[{i}]", false))];
        if (Given)
            Refuse($"must be a list, such as [first, second], not {Shown}");
        else
            Refuse("is missing: give a list, such as [first, second]");
        return [];
    }

    /// <summary>A value for every word of a taxonomy; a word left out is a mistake.</summary>
    public IReadOnlyDictionary<T, V> Each<T, V>(Func<PolicyNode, V> read) where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(word => word, word => read(this[Words.Of(word)]));

    /// <summary>Notes a mistake here.</summary>
    public void Refuse(string message)
    {
        if (!_quiet)
            _file.Refuse(Line, Path, message);
    }

    public void RefuseUnknownKeys()
    {
        foreach (var (key, _) in ((YamlMap)_node!).Entries.Where(e => !_asked!.ContainsKey(e.Key.Value)).DistinctBy(e => e.Key.Value))
        {
            var unused = _asked!.Where(a => !a.Value.Given).Select(a => a.Key).ToList();
            _file.Refuse(key.Line, Join(Path, key.Value), $"is not known here{Suggestion.For(key.Value, unused.Count > 0 ? unused : _asked!.Keys)}");
        }
    }

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private YamlMap? Mapping()
    {
        if (_node is YamlMap map)
            return map;
        Refuse(Given ? $"must hold keys with values below it, not {Shown}" : "is missing: give its keys and values, as the built-in policy does");
        return null;
    }

    // As the operator wrote it, so that the sentence can be matched with the line.
    private string Shown => _node switch
    {
        YamlText text => $"'{(text.Value.Length > 60 ? text.Value[..60] + "…" : text.Value)}'",
        YamlList => "a list",
        _ => "keys with values",
    };
}
