using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Baton.Policies.Reading;

/// <summary>A node of a YAML file with the line (from 1) on which it begins.</summary>
internal abstract record YamlNode(int Line);

internal sealed record YamlText(int Line, string Value, bool Plain) : YamlNode(Line)
{
    /// <summary>A key with nothing behind it, or an explicit null, says as much as a key left out.</summary>
    public bool IsNull => Plain && Value is "" or "~" or "null";
}

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

/// <summary>Keys in the file's order. A key given twice is here twice, so that it can be reported like any other mistake.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<KeyValuePair<YamlText, YamlNode>> Entries) : YamlNode(Line);

/// <summary>Builds the tree from YamlDotNet's events. Its own representation model throws at the first duplicate key, which would hide all later mistakes.</summary>
internal sealed class YamlTree
{
    // A policy is six levels deep; the bound keeps a hostile file from exhausting the stack.
    private const int Deepest = 20;

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, YamlNode> _anchors = [];
    private int _depth;

    private YamlTree(string yaml) => _parser = new Parser(new StringReader(yaml));

    /// <summary>The file's one document; null when the file is empty.</summary>
    /// <exception cref="YamlException">It is not YAML, or more than this reads: the message and the start mark say what and where.</exception>
    public static YamlNode? Read(string yaml)
    {
        var tree = new YamlTree(yaml);
        try
        {
            return tree.Document();
        }
        catch (InvalidOperationException)
        {
            // The scanner has corners of broken flow style in which it throws this in place of its own exception.
            var reached = tree._parser.Current?.End ?? Mark.Empty;
            throw new YamlException(reached, reached, "a bracket, brace or quotation mark near here has no end");
        }
    }

    private YamlNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = Node();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            throw new YamlException(second.Start, second.End, "a second document begins here; a policy is one document");
        return root is YamlText { IsNull: true } ? null : root;
    }

    private YamlNode Node()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return _anchors.TryGetValue(alias.Value, out var known) ? known : throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' names no anchor above it");
        var start = _parser.Consume<NodeEvent>();
        if (++_depth > Deepest)
            throw new YamlException(start.Start, start.End, "the file is nested too deep");
        var line = LineOf(start);
        YamlNode node = start switch
        {
            Scalar s => new YamlText(line, s.Value, s.Style == ScalarStyle.Plain),
            SequenceStart => new YamlList(line, Items()),
            _ => new YamlMap(line, Entries()),
        };
        _depth--;
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    private List<YamlNode> Items()
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node());
        return items;
    }

    private List<KeyValuePair<YamlText, YamlNode>> Entries()
    {
        var entries = new List<KeyValuePair<YamlText, YamlNode>>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var start = _parser.Current!;
            if (Node() is not YamlText key)
                throw new YamlException(start.Start, start.End, "a key must be a word");
            entries.Add(new(key, Node()));
        }
        return entries;
    }

    private static int LineOf(ParsingEvent e) => Convert.ToInt32(e.Start.Line, CultureInfo.InvariantCulture);
}
