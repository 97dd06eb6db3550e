using System.Runtime.InteropServices;
using Baton.Text;

namespace Baton.Reasoning.Local.Models;

/// <summary>Features of one text: numbers of the features and their values, side by side.</summary>
internal sealed class Scratch
{
    private int[] _features = new int[1024];
    private float[] _values = new float[1024];

    public List<ulong> Hashes { get; } = [];
    public HashSet<int> Known { get; } = [];
    public int Count { get; private set; }
    public ReadOnlySpan<int> Features => _features.AsSpan(0, Count);
    public Span<float> Values => _values.AsSpan(0, Count);

    public void Clear()
    {
        Hashes.Clear();
        Known.Clear();
        Count = 0;
    }

    public void Add(int feature, float value)
    {
        if (Count == _features.Length)
        {
            Array.Resize(ref _features, 2 * Count);
            Array.Resize(ref _values, 2 * Count);
        }
        (_features[Count], _values[Count]) = (feature, value);
        Count++;
    }
}

/// <summary>The sparse features that a model knows, and how a text becomes numbers.</summary>
internal sealed class Vocabulary
{
    // 1 + ln 10, by the formula of the rarities.
    private const float Telling = 3.3f;

    private readonly Dictionary<ulong, int> _numbers;

    /// <param name="hashes">In ascending order.</param>
    /// <param name="rarities">The inverse document frequency of each among the texts that it was trained on.</param>
    public Vocabulary(ulong[] hashes, float[] rarities)
    {
        (Hashes, Rarities) = (hashes, rarities);
        _numbers = new Dictionary<ulong, int>(hashes.Length);
        for (var i = 0; i < hashes.Length; i++)
            _numbers.Add(hashes[i], i);
    }

    public ulong[] Hashes { get; }

    /// <summary>How rare each feature is. Not what it weighs: texts left out are judged better without (docs/decisions/0014-model-families.md); it tells what may be taught by people.</summary>
    public float[] Rarities { get; }

    /// <summary>Dense and sparse features together.</summary>
    public int Features => DenseFeatures.Count + Hashes.Length;

    /// <summary>The number of a hash; null when the model does not know it.</summary>
    public int? Number(ulong hash) => _numbers.TryGetValue(hash, out var number) ? number : null;

    /// <summary>
    /// Whether a feature tells texts apart: a word, or a pair of them, that fewer than every tenth training text has. What every text has would carry a lesson about one matter over to all.
    /// </summary>
    public bool Tells(int feature) => feature >= DenseFeatures.Count && !IsCharacters(feature - DenseFeatures.Count) && Rarities[feature - DenseFeatures.Count] >= Telling;

    /// <summary>Share of a text's words that the model has met before, 0 to 1; 0 for a text without words.</summary>
    public double KnownShare(TokenizedText text)
    {
        var known = 0;
        foreach (var token in text.Tokens)
            known += _numbers.ContainsKey(TextHashes.Word(token)) ? 1 : 0;
        return text.Tokens.Count == 0 ? 0 : (double)known / text.Tokens.Count;
    }

    public void Vectorise(Reading reading, bool hasSubject, bool quiet, Scratch scratch)
    {
        scratch.Clear();
        Span<float> dense = stackalloc float[DenseFeatures.Count];
        DenseFeatures.Write(reading, hasSubject, quiet, dense);
        for (var i = 0; i < dense.Length; i++)
        {
            if (dense[i] != 0)
                scratch.Add(i, dense[i]);
        }
        TextHashes.Add(reading.Text.Text, scratch.Hashes);
        foreach (var hash in CollectionsMarshal.AsSpan(scratch.Hashes))
        {
            if (_numbers.TryGetValue(hash, out var number))
                scratch.Known.Add(number);
        }
        AddSparse(scratch);
    }

    // There or not there: how often a word comes, and how rare it is, told nothing on texts left out. Words and characters are each brought to length one.
    private void AddSparse(Scratch scratch)
    {
        var characters = 0;
        foreach (var number in scratch.Known)
            characters += IsCharacters(number) ? 1 : 0;
        var (word, character) = (Share(scratch.Known.Count - characters), Share(characters));
        foreach (var number in scratch.Known)
            scratch.Add(DenseFeatures.Count + number, IsCharacters(number) ? character : word);
    }

    private bool IsCharacters(int number) => (Hashes[number] & TextHashes.CharacterBit) != 0;

    private static float Share(int features) => features > 0 ? 1 / MathF.Sqrt(features) : 0;
}
