using System.Numerics;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>
/// How a company's rows are weighed. Tried by threefold cross-validation on four small sets of tickets: a third of these steps or ten times them gave the same accuracy within two points.
/// </summary>
internal sealed record AdaptationOptions
{
    public int Epochs { get; init; } = 12;
    public float LearningRate { get; init; } = 0.05f;

    /// <summary>Share by which a weight shrinks each time that its feature is met.</summary>
    public float Decay { get; init; } = 1e-3f;

    /// <summary>A sparse feature is known from so many texts on.</summary>
    public int FewestTexts { get; init; } = 3;
    public int MostFeatures { get; init; } = 40_000;
    public uint Seed { get; init; } = 20261124;

    /// <summary>What every weight's sum of squared gradients begins with: the more, the shorter the first steps.</summary>
    public float SquaresBefore { get; init; } = 0.02f;
}

/// <summary>
/// Trains what a company's rows add to the heads of a model, by stochastic gradient descent with step sizes per weight (AdaGrad: Duchi, Hazan and Singer, JMLR 2011). One thread, a fixed order and no sums across lanes,
/// so that the same rows give the same weights.
/// </summary>
internal sealed class AdaptationTrainer(int features, AdaptationOptions options)
{
    private static readonly int Width = (Heads.Outputs + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
    private readonly float[] _weights = new float[features * Width];
    private readonly float[] _squares = Filled(features * Width, options.SquaresBefore);
    private readonly float[] _outputs = new float[Width];
    private readonly float[] _gradient = new float[Width];

    public void Train(IReadOnlyList<Example> examples, Action<int>? epochDone, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Chance(options.Seed);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var i in order)
                Learn(examples[i]);
            epochDone?.Invoke(epoch);
        }
    }

    /// <summary>A row of <see cref="Heads.Outputs"/> weights for each feature; where examples have outputs from before, what is to be added to the weights that made those.</summary>
    public float[] Weights()
    {
        var weights = new float[features * Heads.Outputs];
        for (var f = 0; f < features; f++)
            _weights.AsSpan(f * Width, Heads.Outputs).CopyTo(weights.AsSpan(f * Heads.Outputs));
        return weights;
    }

    private void Learn(Example example)
    {
        Array.Clear(_outputs);
        example.Before?.CopyTo(_outputs, 0);
        for (var i = 0; i < example.Features.Length; i++)
            AddRow(example.Features[i], example.Values[i]);
        Gradients.Of(_outputs, example.Targets, example.Weight, _gradient);
        for (var i = 0; i < example.Features.Length; i++)
            Step(example.Features[i], example.Values[i]);
    }

    private static float[] Filled(int length, float value)
    {
        var filled = new float[length];
        Array.Fill(filled, value);
        return filled;
    }

    private void AddRow(int feature, float value)
    {
        var (at, scale) = (feature * Width, new Vector<float>(value));
        for (var j = 0; j < Width; j += Vector<float>.Count)
            (new Vector<float>(_outputs, j) + (new Vector<float>(_weights, at + j) * scale)).CopyTo(_outputs, j);
    }

    private void Step(int feature, float value)
    {
        var at = feature * Width;
        var scale = new Vector<float>(value);
        var rate = new Vector<float>(options.LearningRate);
        // The dense features speak for many texts each; they are not shrunk.
        var keep = new Vector<float>(feature < DenseFeatures.Count ? 1 : 1 - options.Decay);
        for (var j = 0; j < Width; j += Vector<float>.Count)
        {
            var g = new Vector<float>(_gradient, j) * scale;
            var squares = new Vector<float>(_squares, at + j) + (g * g);
            squares.CopyTo(_squares, at + j);
            var step = rate * g / (Vector.SquareRoot(squares) + new Vector<float>(1e-4f));
            ((new Vector<float>(_weights, at + j) * keep) - step).CopyTo(_weights, at + j);
        }
    }
}
