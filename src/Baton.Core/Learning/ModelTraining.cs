using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>From labelled tickets to a model: the vocabulary that the training texts share, the heads, and calibrations from the validation texts.</summary>
internal static class ModelTraining
{
    /// <summary>Weights come from <paramref name="train"/>, calibrations from <paramref name="validation"/>, which shares no row with it.</summary>
    public static LocalModel Train(
        IReadOnlyList<LabelledTicket> train, IReadOnlyList<LabelledTicket> validation, string name, TrainingOptions options, Action<int>? epochDone, CancellationToken cancellationToken)
    {
        var readings = train.Select(Read).ToList();
        var known = Commonest(readings.Select(r => r.Reading), readings.Count, _ => true, options.FewestTexts, options.MostFeatures).OrderBy(f => f.Hash).ToList();
        var vocabulary = new Vocabulary([.. known.Select(f => f.Hash)], [.. known.Select(f => f.Rarity)]);
        var examples = train.Zip(readings, (t, r) => Examples.Of(t, r.Reading, r.HasSubject, vocabulary)).ToList();
        var trainer = new ModelTrainer(vocabulary.Features, Leanings.Of(examples, vocabulary.Hashes.Length), options);
        trainer.Train(examples, epochDone, cancellationToken);
        var (rows, mix) = trainer.Weights();
        var raw = new LocalModel(name, vocabulary, rows, mix, [.. Enumerable.Repeat(Calibration.None, Heads.Outputs)]);
        var outputs = validation.Select(Read).Select(r => raw.Score(r.Reading, r.HasSubject)).ToList();
        return new LocalModel(name, vocabulary, rows, mix, Calibrator.Fit(outputs, [.. validation.Select(Examples.Targets)]));

        (Reading Reading, bool HasSubject) Read(LabelledTicket ticket)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Examples.Read(ticket);
        }
    }

    /// <summary>The sparse features that enough of the texts have, the commonest of them if there are too many, each with its rarity; in no order.</summary>
    /// <param name="readings">The texts, read one after the other.</param>
    /// <param name="texts">How many there are.</param>
    /// <param name="wanted">Whether a feature is asked for.</param>
    /// <param name="fewest">Texts that a feature must be in.</param>
    /// <param name="most">Features returned.</param>
    internal static IEnumerable<(ulong Hash, float Rarity)> Commonest(IEnumerable<Reading> readings, int texts, Func<ulong, bool> wanted, int fewest, int most)
    {
        var seenIn = new Dictionary<ulong, int>();
        var hashes = new List<ulong>();
        foreach (var reading in readings)
        {
            hashes.Clear();
            TextHashes.Add(reading.Text.Text, hashes);
            foreach (var hash in hashes.Distinct().Where(wanted))
                seenIn[hash] = seenIn.GetValueOrDefault(hash) + 1;
        }
        return seenIn.Where(s => s.Value >= fewest).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => (s.Key, Rarity(texts, s.Value)));
    }

    /// <summary>The smoothed inverse document frequency of a feature that <paramref name="seenIn"/> of <paramref name="texts"/> texts have.</summary>
    private static float Rarity(int texts, int seenIn) => 1 + MathF.Log((1f + texts) / (1 + seenIn));
}
