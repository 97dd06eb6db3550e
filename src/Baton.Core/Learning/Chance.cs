namespace Baton.Learning;

/// <summary>Chance that is the same for each seed, whatever the platform (xorshift32, Marsaglia 2003).</summary>
internal sealed class Chance(uint seed)
{
    private uint _state = seed == 0 ? 1 : seed;

    /// <summary>Goes through all examples so many times, each time in another order.</summary>
    public void InEpochs(int epochs, IReadOnlyList<Example> examples, Action<Example> learn, Action<int>? epochDone, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Shuffle(order);
            foreach (var i in order)
                learn(examples[i]);
            epochDone?.Invoke(epoch);
        }
    }

    private void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)(Next() % (uint)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>From 0 to just under 1.</summary>
    public float Fraction() => (Next() >> 8) * (1f / (1 << 24));

    /// <summary>From -<paramref name="reach"/> to <paramref name="reach"/>.</summary>
    public float Around(float reach) => ((2 * Fraction()) - 1) * reach;

    private uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }
}
