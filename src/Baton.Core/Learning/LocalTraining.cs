using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>What a training came to.</summary>
public sealed record TrainingReport(string Model, int Trained, int Also, int Validated, int Tested, int Features, int Bytes, ModelFigures Test);

/// <summary>Trains the local reasoner's model. The same rows give the same bytes.</summary>
public static class LocalTraining
{
    /// <param name="corpus">Rows; each one's id decides whether it trains, validates or tests.</param>
    /// <param name="also">Further rows that only train.</param>
    /// <param name="name">The version that stands on events: <c>local/3</c>.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="CorpusException">The corpus has no rows to train on.</exception>
    public static (byte[] Model, TrainingReport Report) Train(
        IReadOnlyList<LabelledTicket> corpus, IReadOnlyList<LabelledTicket> also, string name, Action<double>? progress, CancellationToken cancellationToken)
    {
        var parts = corpus.ToLookup(t => CorpusReader.PartOf(t.Id));
        var (train, validation, test) = (parts[CorpusPart.Train].ToList(), parts[CorpusPart.Validation].ToList(), parts[CorpusPart.Test].ToList());
        if (train.Count == 0)
            throw new CorpusException("there are no rows to train on");
        var options = new TrainingOptions();
        var model = ModelTraining.Train([.. train, .. also], validation, name, options, epoch => progress?.Invoke((epoch + 1.0) / options.Epochs), cancellationToken);
        using var file = new MemoryStream();
        ModelFile.Write(model, file);
        // What is measured is what ships: the weights as the file holds them.
        file.Position = 0;
        var figures = ModelFigures.Of(ModelFile.Read(file), test);
        return (file.ToArray(), new TrainingReport(name, train.Count, also.Count, validation.Count, test.Count, model.Vocabulary.Features, (int)file.Length, figures));
    }
}
