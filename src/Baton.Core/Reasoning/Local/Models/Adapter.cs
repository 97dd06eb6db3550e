using System.Numerics.Tensors;

namespace Baton.Reasoning.Local.Models;

/// <summary>
/// What people taught, apart from the shipped weights, which it never touches: for each word that it met, how far the log-odds of every output are moved. Without it the model is exactly
/// what shipped. Not changed any more once a model judges with it, so that judgements can go on while the next one is made.
/// </summary>
internal sealed class Adapter
{
    /// <summary>
    /// The most by which all teaching together moves an output, in log-odds after calibration, on any text whatever: odds change by e³ = 20 at most, so that what the shipped model
    /// takes for even is never made surer than 95 %, and what it is all but sure of stays likely.
    /// </summary>
    public const float Bound = 3;

    // By feature: the number of its row, from 1; 0 where it has none.
    private readonly int[] _rows;
    private readonly List<float[]> _weights = [];

    /// <param name="features">How many features the model's vocabulary has.</param>
    public Adapter(int features) => _rows = new int[features];

    private Adapter(Adapter other)
    {
        _rows = [.. other._rows];
        _weights.AddRange(other._weights.Select(row => (float[])row.Clone()));
    }

    /// <summary>Features that it has moved anything for.</summary>
    public int Count => _weights.Count;

    public Adapter Copy() => new(this);

    /// <summary>How far the outputs are moved for a text, before the bound.</summary>
    public void Sums(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> sums)
    {
        sums.Clear();
        for (var i = 0; i < features.Length; i++)
        {
            if (_rows[features[i]] is > 0 and var row)
                TensorPrimitives.MultiplyAdd(_weights[row - 1], values[i], sums, sums);
        }
    }

    /// <summary>How far the outputs are moved for a text: <see cref="Sums"/> within <see cref="Bound"/>.</summary>
    public void Moves(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> moves)
    {
        Sums(features, values, moves);
        foreach (ref var move in moves)
            move = Math.Clamp(move, -Bound, Bound);
    }

    /// <summary>How far one word by itself moves an output, before the bound.</summary>
    public float Of(int feature, int output) => _rows[feature] is > 0 and var row ? _weights[row - 1][output] : 0;

    /// <summary>Moves the outputs of a text by these steps, times the square of the length of the values.</summary>
    public void Add(ReadOnlySpan<int> features, ReadOnlySpan<float> values, ReadOnlySpan<float> steps)
    {
        for (var i = 0; i < features.Length; i++)
        {
            var row = RowOf(features[i]);
            for (var o = 0; o < steps.Length; o++)
                row[o] += values[i] * steps[o];
        }
    }

    /// <summary>The weights of a feature, to be filled by whoever reads them from a file.</summary>
    public float[] RowOf(int feature)
    {
        if (_rows[feature] == 0)
        {
            _weights.Add(new float[Heads.Outputs]);
            _rows[feature] = _weights.Count;
        }
        return _weights[_rows[feature] - 1];
    }

    /// <summary>All features with their weights, in ascending order.</summary>
    public IEnumerable<(int Feature, float[] Weights)> Rows()
    {
        for (var feature = 0; feature < _rows.Length; feature++)
        {
            if (_rows[feature] > 0)
                yield return (feature, _weights[_rows[feature] - 1]);
        }
    }
}
