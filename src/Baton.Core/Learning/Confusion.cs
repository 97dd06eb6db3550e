namespace Baton.Learning;

/// <summary>How often each label was said where each was meant; what follows from these counts. Labels are named by their place in the list.</summary>
public sealed class Confusion(IReadOnlyList<string> labels)
{
    private readonly int[] _counts = new int[labels.Count * labels.Count];

    public IReadOnlyList<string> Labels => labels;

    public int Rows { get; private set; }

    public int this[int meant, int said] => _counts[(meant * labels.Count) + said];

    /// <summary>Share of rows that are right.</summary>
    public Rate Accuracy => new(All.Sum(l => this[l, l]), Rows);

    /// <summary>Mean of F1 over the labels that occur, 0 to 1: a rare label counts as much as a common one. 0 without rows.</summary>
    public double MacroF1 => All.Where(l => Meant(l) > 0).Select(l => F1(l)).DefaultIfEmpty(0).Average();

    /// <summary>The label that is meant most often; the first of equals.</summary>
    public int MostCommon => All.MaxBy(Meant);

    private IEnumerable<int> All => Enumerable.Range(0, labels.Count);

    public void Add(int meant, int said)
    {
        _counts[(meant * labels.Count) + said]++;
        Rows++;
    }

    /// <summary>Rows of which people say this label.</summary>
    public int Meant(int label) => All.Sum(said => this[label, said]);

    /// <summary>Rows of which Baton says this label.</summary>
    public int Said(int label) => All.Sum(meant => this[meant, label]);

    /// <summary>How often it is right where it was said.</summary>
    public Rate Precision(int label) => new(this[label, label], Said(label));

    /// <summary>How often it was said where it is right.</summary>
    public Rate Recall(int label) => new(this[label, label], Meant(label));

    public double F1(int label) => Statistics.F1(this[label, label], Said(label) - this[label, label], Meant(label) - this[label, label]);

    /// <summary>F1 with its interval.</summary>
    public Estimate F1Interval(int label) => Intervals.OfF1(this[label, label], Said(label) - this[label, label], Meant(label) - this[label, label]);
}
