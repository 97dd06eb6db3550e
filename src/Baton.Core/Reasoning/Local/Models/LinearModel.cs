using System.Numerics.Tensors;
using System.Reflection;
using Baton.Text;

namespace Baton.Reasoning.Local.Models;

/// <summary>
/// Linear heads over the same features: a logistic regression for each label, multinomial where one of several is chosen. The word features are weighed by
/// tf-idf and brought to length one, so that a page counts as much as a line; so are the character features; the dense ones come as they are.
/// Safe to share between threads.
/// </summary>
internal sealed class LinearModel
{
    private const string Shipped = "Baton.Reasoning.Local.Models.local.model";
    private static readonly Lazy<LinearModel> _default = new(Load);
    private readonly float[] _weights;
    private readonly Adapter? _adapter;

    [ThreadStatic]
    private static Scratch? _scratch;

    /// <param name="name">Its version, as it stands on events.</param>
    /// <param name="vocabulary">The sparse features that it knows; the dense ones come first.</param>
    /// <param name="weights">A row of <see cref="Heads.Outputs"/> numbers for each feature.</param>
    /// <param name="calibrations">One for each output.</param>
    public LinearModel(string name, Vocabulary vocabulary, float[] weights, Calibration[] calibrations) =>
        (Name, Vocabulary, _weights, Calibrations) = (name, vocabulary, weights, calibrations);

    private LinearModel(LinearModel basis, Adapter adapter, string name) : this(name, basis.Vocabulary, basis._weights, basis.Calibrations) => _adapter = adapter;

    /// <summary>The model that ships with this version.</summary>
    public static LinearModel Default => _default.Value;

    public string Name { get; }

    public Vocabulary Vocabulary { get; }

    public Calibration[] Calibrations { get; }

    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>This model with what people taught; weights, vocabulary and calibrations are shared.</summary>
    public LinearModel With(Adapter adapter, string name) => new(this, adapter, name);

    /// <summary>Judges a reading; <paramref name="quiet"/> as if it had not been shouted.</summary>
    public Judgement Judge(Reading reading, bool hasSubject, bool quiet = false)
    {
        var outputs = Score(reading, hasSubject, quiet);
        if (_adapter is null)
            return new Judgement(outputs, Calibrations);
        Span<float> moves = stackalloc float[outputs.Length];
        _adapter.Moves(_scratch!.Features, _scratch.Values, moves);
        return new Judgement(outputs, Calibrations, moves);
    }

    /// <summary>The outputs of the weights for a reading, before calibration and before what people taught.</summary>
    public float[] Score(Reading reading, bool hasSubject, bool quiet = false)
    {
        var scratch = _scratch ??= new Scratch();
        Vocabulary.Vectorise(reading, hasSubject, quiet, scratch);
        var outputs = new float[Heads.Outputs];
        for (var i = 0; i < scratch.Count; i++)
            TensorPrimitives.MultiplyAdd(Row(scratch.Features[i]), scratch.Values[i], outputs, outputs);
        return outputs;
    }

    /// <summary>The customer's words that speak most for a label, strongest first; those that speak for every label alike are left out.</summary>
    public List<string> Words(TokenizedText text, Head head, int label, int most)
    {
        var found = new List<(int Token, float Weight)>();
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (Vocabulary.Number(TextHashes.Word(text.Tokens[i])) is not { } number)
                continue;
            var row = Row(DenseFeatures.Count + number).Slice(head.First, head.Count);
            var shipped = (row[label] - (head.Kind == HeadKind.Choice ? TensorPrimitives.Sum(row) / row.Length : 0)) * Calibrations[head.First + label].Slope;
            var weight = (shipped + (_adapter?.Of(DenseFeatures.Count + number, head.First + label) ?? 0)) * Vocabulary.Rarities[number];
            if (weight > 0 && text.Tokens[i].Length > 2)
                found.Add((i, weight));
        }
        return [.. found.OrderByDescending(f => f.Weight).Select(f => text.Quote(f.Token, 1)).Distinct(StringComparer.OrdinalIgnoreCase).Take(most)];
    }

    /// <summary>The weights of a feature, one for each output.</summary>
    public ReadOnlySpan<float> Row(int feature) => _weights.AsSpan(feature * Heads.Outputs, Heads.Outputs);

    /// <summary>The file of the model that ships with this version.</summary>
    public static Stream OpenShipped() => Assembly.GetExecutingAssembly().GetManifestResourceStream(Shipped) ?? throw new InvalidOperationException($"{Shipped} is not built in");

    private static LinearModel Load()
    {
        using var stream = OpenShipped();
        return ModelFile.Read(stream);
    }
}
