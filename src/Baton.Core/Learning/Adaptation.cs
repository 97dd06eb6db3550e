using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>
/// Goes on from a trained model with a company's rows. What is learnt is added to the model's weights and pulled towards nothing, which is to say that the sum is pulled towards the
/// model (a Gaussian prior around its weights: Chelba and Acero, EMNLP 2004). So no corpus is needed, a head of which the rows say nothing stays as it was, and few rows move it little.
/// </summary>
internal static class Adaptation
{
    // Below, the calibrations of the model that it goes on from are surer than new ones.
    private const int FewestToCalibrate = 50;

    /// <summary>How a company's rows are weighed. Tried by threefold cross-validation on four small sets of tickets: a third of these steps or ten times them gave the same accuracy within two points.</summary>
    public static readonly TrainingOptions Options = new() { Epochs = 12, LearningRate = 0.05f, SquaresBefore = 0.02f, Decay = 1e-3f, MostFeatures = 40_000 };

    /// <param name="from">The model that it goes on from.</param>
    /// <param name="train">Rows that it learns from; they may have some of the labels only.</param>
    /// <param name="validation">Rows that calibrate, where there are enough.</param>
    /// <param name="name">The new model's version.</param>
    /// <param name="options">How it is trained.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static LinearModel Train(
        LinearModel from, IReadOnlyList<LabelledTicket> train, IReadOnlyList<LabelledTicket> validation, string name, TrainingOptions options, Action<double>? progress, CancellationToken cancellationToken)
    {
        var wider = Widened(from, train, options, cancellationToken);
        var examples = new List<Example>(train.Count);
        foreach (var ticket in train)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (reading, hasSubject) = Examples.Read(ticket);
            var before = wider.Score(reading, hasSubject);
            var example = Examples.Of(ticket, reading, hasSubject, wider.Vocabulary) with { Before = before };
            Reason(ticket, before, example.Targets);
            examples.Add(example);
            progress?.Invoke(0.3 * examples.Count / train.Count);
        }
        var trainer = new LinearTrainer(wider.Vocabulary.Features, options);
        trainer.Train(examples, epoch => progress?.Invoke(0.3 + (0.7 * (epoch + 1) / options.Epochs)), cancellationToken);
        var learnt = trainer.Weights();
        for (var i = 0; i < learnt.Length; i++)
            learnt[i] += wider.Weights[i];
        var raw = new LinearModel(name, wider.Vocabulary, learnt, from.Calibrations);
        return new LinearModel(name, wider.Vocabulary, learnt, Calibrated(raw, validation));
    }

    // People who escalate seldom say why, and the model escalates only where it sees a reason. Without escalation there is none; with it, the reasons share what the model gave them before
    // (the expectation step of Dempster, Laird and Rubin, 1977).
    private static void Reason(LabelledTicket ticket, float[] before, float[] targets)
    {
        if (ticket is not { Escalate: { } escalate, Why: null })
            return;
        var reasons = targets.AsSpan(Heads.Reason.First, Heads.Reason.Count);
        Gradients.Probabilities(HeadKind.Choice, before.AsSpan(Heads.Reason.First, Heads.Reason.Count), reasons);
        var others = Math.Max(1e-6f, 1 - reasons[0]);
        for (var i = 1; i < reasons.Length; i++)
            reasons[i] = escalate ? reasons[i] / others : 0;
        reasons[0] = escalate ? 0 : 1;
    }

    // The same model with room for the company's own words, which weigh nothing yet.
    private static LinearModel Widened(LinearModel from, IReadOnlyList<LabelledTicket> train, TrainingOptions options, CancellationToken cancellationToken)
    {
        var seenIn = new Dictionary<ulong, int>();
        var hashes = new List<ulong>();
        foreach (var ticket in train)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hashes.Clear();
            TextHashes.Add(Examples.Read(ticket).Reading.Text.Text, hashes);
            foreach (var hash in hashes.Distinct().Where(h => from.Vocabulary.Number(h) is null))
                seenIn[hash] = seenIn.GetValueOrDefault(hash) + 1;
        }
        var added = seenIn.Where(s => s.Value >= options.FewestTexts).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(options.MostFeatures)
            .Select(s => (Hash: s.Key, Rarity: ModelTraining.Rarity(train.Count, s.Value), Old: -1));
        var all = from.Vocabulary.Hashes.Select((h, i) => (Hash: h, Rarity: from.Vocabulary.Rarities[i], Old: i)).Concat(added).OrderBy(f => f.Hash).ToList();
        var vocabulary = new Vocabulary([.. all.Select(f => f.Hash)], [.. all.Select(f => f.Rarity)]);
        var weights = new float[vocabulary.Features * Heads.Outputs];
        var dense = DenseFeatures.Count * Heads.Outputs;
        from.Weights[..dense].CopyTo(weights);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Old >= 0)
                from.Row(DenseFeatures.Count + all[i].Old).CopyTo(weights.AsSpan(dense + (i * Heads.Outputs)));
        }
        return new LinearModel(from.Name, vocabulary, weights, from.Calibrations);
    }

    // Calibrations over the old ones: a head of which too few rows speak keeps those.
    private static Calibration[] Calibrated(LinearModel model, IReadOnlyList<LabelledTicket> validation)
    {
        var targets = validation.Select(Examples.Targets).ToList();
        var outputs = validation.Select(Examples.Read).Select(r => model.Score(r.Reading, r.HasSubject)).ToList();
        foreach (var output in outputs)
        {
            for (var i = 0; i < output.Length; i++)
                output[i] = (output[i] * model.Calibrations[i].Slope) + model.Calibrations[i].Shift;
        }
        var fitted = Calibrator.Fit(outputs, targets);
        return [.. model.Calibrations.Select((old, i) => Examples.Known(i, targets).Count < FewestToCalibrate
            ? old
            : fitted[i] with { Slope = fitted[i].Slope * old.Slope, Shift = (fitted[i].Slope * old.Shift) + fitted[i].Shift })];
    }
}
