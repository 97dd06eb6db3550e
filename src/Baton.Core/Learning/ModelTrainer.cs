using System.Numerics;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>How a model is trained. The defaults were chosen on sources left out of training (docs/decisions/0014-model-families.md).</summary>
internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 8;
    public float LearningRate { get; init; } = 0.12f;

    /// <summary>The hidden units' own, smaller, since each of their weights moves all heads.</summary>
    public float HiddenRate { get; init; } = 0.03f;

    /// <summary>Share by which a weight of a sparse feature shrinks each time that the feature is met.</summary>
    public float Decay { get; init; } = 2e-4f;

    /// <summary>Share of a text's sparse features that are hidden from each lesson, so that no single word is relied on (Srivastava et al., JMLR 2014).</summary>
    public float Dropped { get; init; } = 0.3f;

    /// <summary>A sparse feature is known from so many texts on.</summary>
    public int FewestTexts { get; init; } = 3;
    public int MostFeatures { get; init; } = 60_000;
    public uint Seed { get; init; } = 20261124;
}

/// <summary>
/// Trains all heads and the hidden units that they share by stochastic gradient descent with step sizes per weight (AdaGrad: Duchi, Hazan and Singer, JMLR 2011), larger where a feature
/// leans to a label (<see cref="Leanings"/>). One thread, a fixed order and no sums across lanes, so that the same rows give the same weights.
/// </summary>
internal sealed class ModelTrainer
{
    private static readonly int _outputs = Heads.Outputs;
    private static readonly int _width = (LocalModel.RowWidth + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
    private readonly TrainingOptions _options;
    private readonly Chance _chance;
    private readonly float[] _rows;
    private readonly float[] _rates;
    private readonly float[] _squares;
    private readonly float[] _mix = new float[LocalModel.Hidden * Heads.Outputs];
    private readonly float[] _mixSquares = new float[LocalModel.Hidden * Heads.Outputs];
    private readonly float[] _sums = new float[_width];
    private readonly float[] _gradient = new float[_width];
    private readonly float[] _keep = new float[_width];

    /// <param name="features">Dense and sparse ones together.</param>
    /// <param name="leanings">For each sparse feature and output a factor on the step size.</param>
    /// <param name="options">Rates, epochs and the like.</param>
    public ModelTrainer(int features, float[] leanings, TrainingOptions options)
    {
        (_options, _chance) = (options, new Chance(options.Seed));
        (_rows, _rates, _squares) = (new float[features * _width], new float[features * _width], new float[features * _width]);
        Array.Fill(_keep, 1);
        _keep.AsSpan(0, _outputs).Fill(1 - options.Decay);
        for (var f = 0; f < features; f++)
            Prepare(f, leanings);
        for (var i = 0; i < _mix.Length; i++)
            _mix[i] = _chance.Around(0.5f / MathF.Sqrt(LocalModel.Hidden));
    }

    public void Train(IReadOnlyList<Example> examples, Action<int>? epochDone, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _chance.Shuffle(order);
            foreach (var i in order)
                Learn(examples[i]);
            epochDone?.Invoke(epoch);
        }
    }

    /// <summary>The weights as <see cref="LocalModel"/> takes them.</summary>
    public (float[] Rows, float[] Mix) Weights()
    {
        var rows = new float[_rows.Length / _width * LocalModel.RowWidth];
        for (var f = 0; f < _rows.Length / _width; f++)
            _rows.AsSpan(f * _width, LocalModel.RowWidth).CopyTo(rows.AsSpan(f * LocalModel.RowWidth));
        return (rows, _mix);
    }

    // Hidden units must start apart, or they all learn the same.
    private void Prepare(int feature, float[] leanings)
    {
        var rates = _rates.AsSpan(feature * _width, _width);
        var dense = feature < DenseFeatures.Count;
        for (var o = 0; o < _outputs; o++)
            rates[o] = _options.LearningRate * (dense ? 1 : leanings[((feature - DenseFeatures.Count) * _outputs) + o]);
        var start = dense ? 0.5f * MathF.Sqrt(2f / DenseFeatures.Count) : 0.1f;
        for (var h = _outputs; h < LocalModel.RowWidth; h++)
            (rates[h], _rows[(feature * _width) + h]) = (_options.HiddenRate, _chance.Around(start));
    }

    private void Learn(Example example)
    {
        Array.Clear(_sums);
        var values = Drop(example);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                AddRow(example.Features[i], values[i]);
        }
        for (var unit = 0; unit < LocalModel.Hidden; unit++)
            AddUnit(unit);
        Gradients.Of(_sums.AsSpan(0, _outputs), example.Targets, example.Weight, _gradient.AsSpan(0, _outputs));
        for (var unit = 0; unit < LocalModel.Hidden; unit++)
            _gradient[_outputs + unit] = StepUnit(unit);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                Step(example.Features[i], values[i]);
        }
    }

    private float[] Drop(Example example)
    {
        var values = (float[])example.Values.Clone();
        for (var i = 0; i < values.Length; i++)
        {
            if (example.Features[i] >= DenseFeatures.Count)
                values[i] = _chance.Fraction() < _options.Dropped ? 0 : values[i] / (1 - _options.Dropped);
        }
        return values;
    }

    private void AddRow(int feature, float value)
    {
        var (at, scale) = (feature * _width, new Vector<float>(value));
        for (var j = 0; j < _width; j += Vector<float>.Count)
            (new Vector<float>(_sums, j) + (new Vector<float>(_rows, at + j) * scale)).CopyTo(_sums, j);
    }

    private void AddUnit(int unit)
    {
        var value = _sums[_outputs + unit];
        for (var o = 0; value > 0 && o < _outputs; o++)
            _sums[o] += _mix[(unit * _outputs) + o] * value;
    }

    // What the unit itself got wrong, by the weights that it had; then those take their step.
    private float StepUnit(int unit)
    {
        var (at, value, wrong) = (unit * _outputs, _sums[_outputs + unit], 0f);
        for (var o = 0; value > 0 && o < _outputs; o++)
        {
            wrong += _gradient[o] * _mix[at + o];
            var g = _gradient[o] * value;
            _mixSquares[at + o] += g * g;
            _mix[at + o] -= _options.HiddenRate * g / (MathF.Sqrt(_mixSquares[at + o]) + 1e-4f);
        }
        return wrong;
    }

    private void Step(int feature, float value)
    {
        var at = feature * _width;
        var scale = new Vector<float>(value);
        // The dense features speak for many texts each; they are not shrunk.
        var shrinks = feature >= DenseFeatures.Count;
        for (var j = 0; j < _width; j += Vector<float>.Count)
        {
            var g = new Vector<float>(_gradient, j) * scale;
            var squares = new Vector<float>(_squares, at + j) + (g * g);
            squares.CopyTo(_squares, at + j);
            var step = new Vector<float>(_rates, at + j) * g / (Vector.SquareRoot(squares) + new Vector<float>(1e-4f));
            var weights = new Vector<float>(_rows, at + j);
            ((shrinks ? weights * new Vector<float>(_keep, j) : weights) - step).CopyTo(_rows, at + j);
        }
    }
}
