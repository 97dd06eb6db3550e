namespace Baton.Text;

/// <summary>Phrases compiled into a tree of stems, so that all of them are found in one pass over a text, as whole words in any inflection.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseSet<T>
{
    private readonly Node _root = new();

    /// <summary>Words in the longest phrase.</summary>
    public int LongestPhrase { get; private set; }

    /// <summary>Adds a phrase. <c>*</c> as a word stands for any one word.</summary>
    public void Add(string phrase, T value)
    {
        var node = _root;
        var words = 0;
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "*")
            {
                node = node.Any ??= new Node();
                words++;
                continue;
            }
            foreach (var token in new TokenizedText(part).Tokens)
            {
                if (!node.Next.TryGetValue(token.Stem, out var next))
                    node.Next[token.Stem] = next = new Node();
                node = next;
                words++;
            }
        }
        if (words == 0)
            throw new ArgumentException($"'{phrase}' has no words", nameof(phrase));
        node.Values.Add(value);
        LongestPhrase = Math.Max(LongestPhrase, words);
    }

    /// <summary>Every phrase that stands in the text, in order of where it begins; overlapping ones are all given.</summary>
    public List<PhraseMatch<T>> Find(TokenizedText text)
    {
        var found = new List<PhraseMatch<T>>();
        for (var i = 0; i < text.Tokens.Count; i++)
            Walk(text, _root, i, i, found);
        return found;
    }

    private static void Walk(TokenizedText text, Node node, int first, int at, List<PhraseMatch<T>> found)
    {
        foreach (var value in node.Values)
            found.Add(new PhraseMatch<T>(first, at - first, value));
        if (at >= text.Tokens.Count)
            return;
        if (node.Next.TryGetValue(text.Tokens[at].Stem, out var next))
            Walk(text, next, first, at + 1, found);
        if (node.Any is not null)
            Walk(text, node.Any, first, at + 1, found);
    }

    private sealed class Node
    {
        public readonly Dictionary<string, Node> Next = new(StringComparer.Ordinal);
        public readonly List<T> Values = [];
        public Node? Any;
    }
}

/// <summary>A phrase found: its first word's index, its length in words, and what it stands for.</summary>
public readonly record struct PhraseMatch<T>(int First, int Count, T Value)
{
    public int End => First + Count;
}
