using Baton.Learning;

namespace Baton.Reasoning.Local.Models;

/// <summary>What the model says of one text: a probability for every label of every head; for a scale, the point on it.</summary>
internal sealed class Judgement
{
    private readonly float[] _probabilities;
    private readonly Calibration[] _calibrations;

    /// <param name="outputs">As the weights give them.</param>
    /// <param name="calibrations">One for each output.</param>
    /// <param name="moves">What people taught: added to each calibrated output; empty where nobody taught anything.</param>
    public Judgement(ReadOnlySpan<float> outputs, Calibration[] calibrations, ReadOnlySpan<float> moves = default)
    {
        _calibrations = calibrations;
        _probabilities = new float[outputs.Length];
        Span<float> calibrated = stackalloc float[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
            calibrated[i] = calibrations[i].Of(outputs[i]) + (moves.IsEmpty ? 0 : moves[i]);
        foreach (var head in Heads.All)
            Gradients.Probabilities(head.Kind, calibrated.Slice(head.First, head.Count), _probabilities.AsSpan(head.First, head.Count));
    }

    public double Of(Head head, int label = 0) => _probabilities[head.First + label];

    /// <summary>People should take it: two heads say so, the one that was asked whether and the one that was asked why.</summary>
    public bool Escalates => Raised(Heads.Escalate) && Of(Heads.Reason) < 0.4;

    /// <summary>All but sure that no people are needed: difficulty alone is no reason to bother them.</summary>
    public bool Objects => Certainty(Heads.Escalate) < 0.15;

    /// <summary>The likeliest reason to bring people in, whether or not there is one; a name of <see cref="Escalation.EscalationReason"/>.</summary>
    public string LikeliestReason
    {
        get
        {
            var best = 1;
            for (var i = 2; i < Heads.Reason.Count; i++)
                best = Of(Heads.Reason, i) > Of(Heads.Reason, best) ? i : best;
            return Heads.Reason.Labels[best];
        }
    }

    /// <summary>True from the label's own threshold on.</summary>
    public bool Raised(Head head, int label = 0) => Of(head, label) >= _calibrations[head.First + label].Threshold;

    /// <summary>The probability, moved so that a half is the label's own threshold: what stands from a half on can be compared with other findings.</summary>
    public double Certainty(Head head, int label = 0)
    {
        var (p, t) = (Math.Clamp(Of(head, label), 1e-6, 1 - 1e-6), (double)_calibrations[head.First + label].Threshold);
        return p * (1 - t) / ((p * (1 - t)) + ((1 - p) * t));
    }

    /// <summary>The likeliest label of a choice. The rules have no vote of their own: the model has read what they say, and a vote cost accuracy in every judgement.</summary>
    public (int Label, double Confidence) Best(Head head)
    {
        var best = 0;
        for (var i = 1; i < head.Count; i++)
            best = Of(head, i) > Of(head, best) ? i : best;
        return (best, Of(head, best));
    }
}
