namespace Baton.Reasoning.Local;

/// <summary>What may be found in a text that moves a case: threats, relations, and the gravity of the matter.</summary>
internal enum Finding
{
    LegalThreat, PreviousEscalation, Executive, RepeatContact, ChurnThreat, PublicityThreat, PersonRequested,
    Outage, BusinessImpact, RevenueLoss, Security, Fraud,
}

/// <summary>How strongly each finding stands, and the words behind it.</summary>
internal sealed class Findings
{
    private static readonly int _count = Enum.GetValues<Finding>().Length;
    private readonly double[] _scores = new double[_count];
    private readonly List<string>?[] _words = new List<string>?[_count];

    /// <summary>1 and above stands.</summary>
    public const double Threshold = 1;

    // How far a score has to lie from the threshold to be sure.
    private const double Width = 0.22;

    public double Score(Finding finding) => _scores[(int)finding];

    public bool Stands(Finding finding) => _scores[(int)finding] >= Threshold;

    /// <summary>How likely it is meant, 0 to 1; a half at the threshold.</summary>
    public double Likelihood(Finding finding) => Certainty.Logistic(_scores[(int)finding], Threshold, Width);

    public IReadOnlyList<string> Words(Finding finding) => _words[(int)finding] ?? [];

    /// <summary>Takes another's word for a finding where it is surer: <paramref name="likelihood"/> from 0 to 1, a half stands.</summary>
    public void Raise(Finding finding, double likelihood, Func<List<string>> words)
    {
        if (likelihood <= Likelihood(finding))
            return;
        _scores[(int)finding] = Threshold + (Width * Math.Log(likelihood / (1 - likelihood)));
        if (likelihood >= 0.5)
            _words[(int)finding] = words();
    }

    public void Set(Finding finding, double score, List<string> words)
    {
        _scores[(int)finding] = score;
        _words[(int)finding] = words;
    }
}
