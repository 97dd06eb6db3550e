namespace Baton.Reasoning.Local.Models;

/// <summary>
/// What the lexicons and rules make of a text, as numbers for the model: cues, findings, how it looks, and the rules' own scores. They carry over to words that the
/// model has never seen, since a lexicon's row speaks for all of its cue. Their order is part of the model's form.
/// </summary>
internal static class DenseFeatures
{
    private static readonly Cue[] _cues = Enum.GetValues<Cue>();
    private static readonly Finding[] _findings = Enum.GetValues<Finding>();
    private const int Others = 22;

    // A longer text is no angrier than the longest that the model was trained on.
    private const int MostWords = 500, MostSentences = 30;

    public static readonly int Count = 1 + (2 * _cues.Length) + (2 * _findings.Length) + Others;

    /// <param name="reading">What the rules found.</param>
    /// <param name="hasSubject">Whether the first line is a subject.</param>
    /// <param name="quiet">As if it had not been shouted: capitals and exclamation marks are left out.</param>
    /// <param name="values">Where to write, <see cref="Count"/> numbers.</param>
    public static void Write(Reading reading, bool hasSubject, bool quiet, Span<float> values)
    {
        var text = reading.Text;
        var loud = quiet ? 0 : 1;
        var at = 0;
        values[at++] = 1;
        foreach (var cue in _cues)
        {
            values[at++] = (float)Math.Log(1 + text.Sum(cue));
            values[at++] = (float)Math.Log(1 + text.SumNegated(cue));
        }
        foreach (var finding in _findings)
        {
            values[at++] = (float)reading.Findings.Likelihood(finding);
            values[at++] = (float)Math.Min(2, reading.Findings.Score(finding));
        }
        foreach (var value in (ReadOnlySpan<double>)
        [
            reading.Mood.Score / 100.0, FrustrationScorer.Pleasure(text), SignalScorer.Mood(text), loud * text.Surface.ShoutedShare, loud * Math.Log(1 + text.Surface.Shouted),
            loud * Math.Log(1 + text.Surface.Exclamations), loud * Math.Log(1 + text.Surface.Outbursts), text.Surface.AngryFaces > 0 ? 1 : 0, text.Surface.HappyFaces > 0 ? 1 : 0, text.Surface.Readable,
            hasSubject ? 1 : 0, Math.Log(1 + Math.Min(MostWords, text.Text.Tokens.Count)) / 5, Math.Log(1 + Math.Min(MostSentences, text.Sentences.Count)) / 3, Asks(text), text.Text.Text.TrimEnd().EndsWith('?') ? 1 : 0,
            reading.Complexity.Technical / 100.0, reading.Complexity.Process / 100.0, reading.Complexity.Resolution / 100.0, reading.Complexity.Clarity / 100.0, reading.Complexity.Knowledge / 100.0,
            reading.Priority.Stakes / 5, Math.Log(1 + reading.Entities.ErrorCodes.Count + reading.Entities.TechnicalTerms.Count),
        ])
        {
            values[at++] = (float)value;
        }
    }

    private static double Asks(TextFeatures text) => text.Sentences.Count == 0 ? 0 : (double)text.Sentences.Count(s => s.Asks) / text.Sentences.Count;
}
