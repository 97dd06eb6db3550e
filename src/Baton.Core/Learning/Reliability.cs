namespace Baton.Learning;

/// <summary>The rows whose confidence lay within a tenth: how sure they were on the mean, and how often they were right.</summary>
/// <param name="From">Lower border, 0 to 0.9.</param>
/// <param name="To">Upper border, 0.1 to 1.</param>
/// <param name="Confidence">Mean confidence, 0 to 1; null in a bin without rows.</param>
/// <param name="Right">How often they were right.</param>
public sealed record ReliabilityBin(double From, double To, double? Confidence, Rate Right);

/// <summary>Whether confidences keep what they promise: counted in ten bins, so that any number of rows needs the memory of ten.</summary>
public sealed class Reliability
{
    private const int Count = 10;
    private readonly int[] _rows = new int[Count];
    private readonly int[] _right = new int[Count];
    private readonly double[] _confidence = new double[Count];

    public int Rows { get; private set; }

    /// <summary>Rows that were right.</summary>
    public int Right => _right.Sum();

    /// <summary>Expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015), 0 to 1: how far confidence and truth lie apart on the mean; 0 without rows.</summary>
    public double Error => Rows == 0 ? 0 : Enumerable.Range(0, Count).Sum(b => Math.Abs(_confidence[b] - _right[b])) / Rows;

    public IReadOnlyList<ReliabilityBin> Bins =>
        [.. Enumerable.Range(0, Count).Select(b => new ReliabilityBin(b / (double)Count, (b + 1) / (double)Count, _rows[b] == 0 ? null : _confidence[b] / _rows[b], new Rate(_right[b], _rows[b])))];

    /// <param name="confidence">0 to 1.</param>
    /// <param name="right">Whether the guess was right.</param>
    public void Add(double confidence, bool right)
    {
        var bin = Math.Clamp((int)(confidence * Count), 0, Count - 1);
        Rows++;
        _rows[bin]++;
        _right[bin] += right ? 1 : 0;
        _confidence[bin] += confidence;
    }
}
