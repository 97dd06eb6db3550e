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
        var vocabulary = VocabularyOf([.. readings.Select(r => r.Reading)], options);
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

    private static Vocabulary VocabularyOf(List<Reading> readings, TrainingOptions options)
    {
        var seenIn = new Dictionary<ulong, int>();
        var hashes = new List<ulong>();
        foreach (var reading in readings)
        {
            hashes.Clear();
            TextHashes.Add(reading.Text.Text, hashes);
            foreach (var hash in hashes.Distinct())
                seenIn[hash] = seenIn.GetValueOrDefault(hash) + 1;
        }
        var known = seenIn.Where(s => s.Value >= options.FewestTexts).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(options.MostFeatures).OrderBy(s => s.Key).ToList();
        return new Vocabulary([.. known.Select(s => s.Key)], [.. known.Select(s => Rarity(readings.Count, s.Value))]);
    }

    /// <summary>The smoothed inverse document frequency of a feature that <paramref name="seenIn"/> of <paramref name="texts"/> texts have.</summary>
    internal static float Rarity(int texts, int seenIn) => 1 + MathF.Log((1f + texts) / (1 + seenIn));
}
