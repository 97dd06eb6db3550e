namespace Baton.Reasoning.Local.Models;

/// <summary>
/// What makes an output a probability that can be believed: output × <paramref name="Slope"/> + <paramref name="Shift"/>, fitted on the validation part (Platt 1999; with one slope for a whole choice,
/// temperature scaling, Guo et al. 2017). From <paramref name="Threshold"/> on, a flag is raised.
/// </summary>
internal readonly record struct Calibration(float Slope, float Shift, float Threshold)
{
    public static readonly Calibration None = new(1, 0, 0.5f);

    /// <summary>The calibrated output, in log-odds.</summary>
    public float Of(float output) => (output * Slope) + Shift;
}
