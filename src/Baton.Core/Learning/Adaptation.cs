using System.Numerics.Tensors;
using Baton.Reasoning.Local;
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

    /// <param name="from">The model that it goes on from.</param>
    /// <param name="train">Rows that it learns from; they may have some of the labels only.</param>
    /// <param name="validation">Rows that calibrate, where there are enough.</param>
    /// <param name="name">The new model's version.</param>
    /// <param name="options">How it is trained.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public static LocalModel Train(
        LocalModel from, IReadOnlyList<LabelledTicket> train, IReadOnlyList<LabelledTicket> validation, string name, AdaptationOptions options, Action<double>? progress, CancellationToken cancellationToken)
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
        var trainer = new AdaptationTrainer(wider.Vocabulary.Features, options);
        trainer.Train(examples, epoch => progress?.Invoke(0.3 + (0.7 * (epoch + 1) / options.Epochs)), cancellationToken);
        var rows = Sum(wider, trainer.Weights());
        var raw = new LocalModel(name, wider.Vocabulary, rows, from.Mix.ToArray(), from.Calibrations);
        return new LocalModel(name, wider.Vocabulary, rows, from.Mix.ToArray(), Calibrated(raw, validation));
    }

    // The hidden units stay as they are: few rows would only blur them.
    private static float[] Sum(LocalModel model, float[] learnt)
    {
        var rows = new float[model.Vocabulary.Features * LocalModel.RowWidth];
        for (var f = 0; f < model.Vocabulary.Features; f++)
        {
            var row = rows.AsSpan(f * LocalModel.RowWidth, LocalModel.RowWidth);
            model.Row(f).CopyTo(row);
            TensorPrimitives.Add(row[..Heads.Outputs], learnt.AsSpan(f * Heads.Outputs, Heads.Outputs), row);
        }
        return rows;
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
    private static LocalModel Widened(LocalModel from, IReadOnlyList<LabelledTicket> train, AdaptationOptions options, CancellationToken cancellationToken)
    {
        var added = ModelTraining.Commonest(train.Select(Read), train.Count, hash => from.Vocabulary.Number(hash) is null, options.FewestTexts, options.MostFeatures).Select(f => (f.Hash, f.Rarity, Old: -1));
        var all = from.Vocabulary.Hashes.Select((h, i) => (Hash: h, Rarity: from.Vocabulary.Rarities[i], Old: i)).Concat(added).OrderBy(f => f.Hash).ToList();
        var vocabulary = new Vocabulary([.. all.Select(f => f.Hash)], [.. all.Select(f => f.Rarity)]);
        var rows = new float[vocabulary.Features * LocalModel.RowWidth];
        for (var f = 0; f < vocabulary.Features; f++)
        {
            var old = f < DenseFeatures.Count ? f : all[f - DenseFeatures.Count].Old is >= 0 and var number ? DenseFeatures.Count + number : -1;
            if (old >= 0)
                from.Row(old).CopyTo(rows.AsSpan(f * LocalModel.RowWidth));
        }
        return new LocalModel(from.Name, vocabulary, rows, from.Mix.ToArray(), from.Calibrations);

        Reading Read(LabelledTicket ticket)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Examples.Read(ticket).Reading;
        }
    }

    // Calibrations over the old ones: a head of which too few rows speak keeps those.
    private static Calibration[] Calibrated(LocalModel model, IReadOnlyList<LabelledTicket> validation)
    {
        var targets = validation.Select(Examples.Targets).ToList();
        var outputs = validation.Select(Examples.Read).Select(r => model.Score(r.Reading, r.HasSubject)).ToList();
        foreach (var output in outputs)
        {
            for (var i = 0; i < output.Length; i++)
                output[i] = model.Calibrations[i].Of(output[i]);
        }
        var fitted = Calibrator.Fit(outputs, targets);
        return [.. model.Calibrations.Select((old, i) => Examples.Known(i, targets).Count < FewestToCalibrate
            ? old
            : fitted[i] with { Slope = fitted[i].Slope * old.Slope, Shift = fitted[i].Of(old.Shift) })];
    }
}
