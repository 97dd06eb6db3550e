using System.Numerics;

namespace Baton.Learning;

/// <summary>
/// A row of weights for each feature, trained with a step size for each of them (AdaGrad: Duchi, Hazan and Singer, JMLR 2011). Rows are as wide as whole vectors of the processor;
/// no sums across lanes, so that the same steps give the same weights.
/// </summary>
internal sealed class AdaGrad
{
    private readonly float[] _squares;

    /// <param name="features">Rows.</param>
    /// <param name="used">Weights of a row that mean something; the rest only fills the last vector.</param>
    /// <param name="squaresBefore">What every weight's sum of squared gradients begins with: the more, the shorter the first steps.</param>
    public AdaGrad(int features, int used, float squaresBefore = 0)
    {
        (Used, Width) = (used, (used + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count);
        (Weights, _squares) = (new float[features * Width], new float[features * Width]);
        Array.Fill(_squares, squaresBefore);
    }

    public int Used { get; }

    /// <summary>Length of a row, and of whatever goes with one.</summary>
    public int Width { get; }

    public float[] Weights { get; }

    /// <summary>The rows without what only fills them.</summary>
    public float[] Trimmed()
    {
        var rows = new float[Weights.Length / Width * Used];
        for (var f = 0; f < Weights.Length / Width; f++)
            Weights.AsSpan(f * Width, Used).CopyTo(rows.AsSpan(f * Used));
        return rows;
    }

    /// <summary>Adds a feature's row, times its value.</summary>
    public void AddTo(float[] sums, int feature, float value)
    {
        var (at, scale) = (feature * Width, new Vector<float>(value));
        for (var j = 0; j < Width; j += Vector<float>.Count)
            (new Vector<float>(sums, j) + (new Vector<float>(Weights, at + j) * scale)).CopyTo(sums, j);
    }

    /// <summary>A step against the gradient of the sums.</summary>
    /// <param name="feature">Whose row.</param>
    /// <param name="value">Its value in the text.</param>
    /// <param name="gradient">Of each sum.</param>
    /// <param name="rates">Step size of each weight.</param>
    /// <param name="keep">What is kept of each weight before the step, 0 to 1.</param>
    public void Step(int feature, float value, ReadOnlySpan<float> gradient, ReadOnlySpan<float> rates, ReadOnlySpan<float> keep)
    {
        var (at, scale) = (feature * Width, new Vector<float>(value));
        for (var j = 0; j < Width; j += Vector<float>.Count)
        {
            var g = new Vector<float>(gradient[j..]) * scale;
            var squares = new Vector<float>(_squares, at + j) + (g * g);
            squares.CopyTo(_squares, at + j);
            var step = new Vector<float>(rates[j..]) * g / (Vector.SquareRoot(squares) + new Vector<float>(1e-4f));
            ((new Vector<float>(Weights, at + j) * new Vector<float>(keep[j..])) - step).CopyTo(Weights, at + j);
        }
    }
}
