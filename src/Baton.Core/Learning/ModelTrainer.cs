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
/// Trains all heads and the hidden units that they share by stochastic gradient descent (<see cref="AdaGrad"/>), in larger steps where a feature leans to a label
/// (<see cref="Leanings"/>). One thread and a fixed order, so that the same rows give the same weights.
/// </summary>
internal sealed class ModelTrainer
{
    private static readonly int _outputs = Heads.Outputs;
    private readonly TrainingOptions _options;
    private readonly Chance _chance;
    private readonly AdaGrad _rows;
    private readonly float[] _rates;
    private readonly float[] _mix = new float[LocalModel.Hidden * Heads.Outputs];
    private readonly float[] _mixSquares = new float[LocalModel.Hidden * Heads.Outputs];
    private readonly float[] _sums;
    private readonly float[] _gradient;
    private readonly float[] _shrunk;
    private readonly float[] _whole;

    /// <param name="features">Dense and sparse ones together.</param>
    /// <param name="leanings">For each sparse feature and output a factor on the step size.</param>
    /// <param name="options">Rates, epochs and the like.</param>
    public ModelTrainer(int features, float[] leanings, TrainingOptions options)
    {
        (_options, _chance) = (options, new Chance(options.Seed));
        _rows = new AdaGrad(features, LocalModel.RowWidth);
        _rates = new float[features * _rows.Width];
        (_sums, _gradient, _shrunk, _whole) = (new float[_rows.Width], new float[_rows.Width], new float[_rows.Width], new float[_rows.Width]);
        Array.Fill(_whole, 1);
        Array.Fill(_shrunk, 1);
        _shrunk.AsSpan(0, _outputs).Fill(1 - options.Decay);
        for (var f = 0; f < features; f++)
            Prepare(f, leanings);
        for (var i = 0; i < _mix.Length; i++)
            _mix[i] = _chance.Around(0.5f / MathF.Sqrt(LocalModel.Hidden));
    }

    public void Train(IReadOnlyList<Example> examples, Action<int>? epochDone, CancellationToken cancellationToken) =>
        _chance.InEpochs(_options.Epochs, examples, Learn, epochDone, cancellationToken);

    /// <summary>The weights as <see cref="LocalModel"/> takes them.</summary>
    public (float[] Rows, float[] Mix) Weights() => (_rows.Trimmed(), _mix);

    // Hidden units must start apart, or they all learn the same.
    private void Prepare(int feature, float[] leanings)
    {
        var rates = RatesOf(feature);
        var dense = feature < DenseFeatures.Count;
        for (var o = 0; o < _outputs; o++)
            rates[o] = _options.LearningRate * (dense ? 1 : leanings[((feature - DenseFeatures.Count) * _outputs) + o]);
        var start = dense ? 0.5f * MathF.Sqrt(2f / DenseFeatures.Count) : 0.1f;
        for (var h = _outputs; h < LocalModel.RowWidth; h++)
            (rates[h], _rows.Weights[(feature * _rows.Width) + h]) = (_options.HiddenRate, _chance.Around(start));
    }

    private void Learn(Example example)
    {
        Array.Clear(_sums);
        var values = Drop(example);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                _rows.AddTo(_sums, example.Features[i], values[i]);
        }
        for (var unit = 0; unit < LocalModel.Hidden; unit++)
            AddUnit(unit);
        Gradients.Of(_sums.AsSpan(0, _outputs), example.Targets, example.Weight, _gradient.AsSpan(0, _outputs));
        for (var unit = 0; unit < LocalModel.Hidden; unit++)
            _gradient[_outputs + unit] = StepUnit(unit);
        // The dense features speak for many texts each; they are not shrunk.
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
                _rows.Step(example.Features[i], values[i], _gradient, RatesOf(example.Features[i]), example.Features[i] < DenseFeatures.Count ? _whole : _shrunk);
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

    private Span<float> RatesOf(int feature) => _rates.AsSpan(feature * _rows.Width, _rows.Width);

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
}
