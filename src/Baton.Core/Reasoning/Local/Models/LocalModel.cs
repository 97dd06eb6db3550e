using System.Numerics.Tensors;
using System.Reflection;
using Baton.Text;

namespace Baton.Reasoning.Local.Models;

/// <summary>
/// Wide and small (after Cheng et al., Wide and Deep Learning, DLRS 2016): every head weighs the features themselves, and a few hidden units that all heads share, so that what
/// one judgement learns of a word helps the others. One pass over a text serves them all. Words and characters are each brought to length one, so that a page counts as much
/// as a line; the dense features come as they are. Safe to share between threads.
/// </summary>
internal sealed class LocalModel
{
    /// <summary>Hidden units: rectified sums that all heads read.</summary>
    public const int Hidden = 32;

    private const string Shipped = "Baton.Reasoning.Local.Models.local.model";
    private static readonly Lazy<LocalModel> _default = new(Load);
    private readonly float[] _rows;
    private readonly float[] _mix;
    private readonly Adapter? _adapter;

    [ThreadStatic]
    private static Scratch? _scratch;

    /// <param name="name">Its version, as it stands on events.</param>
    /// <param name="vocabulary">The sparse features that it knows; the dense ones come first.</param>
    /// <param name="rows">A row of <see cref="RowWidth"/> weights for each feature: for the outputs, then for the hidden units.</param>
    /// <param name="mix">For each hidden unit its weights for the outputs.</param>
    /// <param name="calibrations">One for each output.</param>
    public LocalModel(string name, Vocabulary vocabulary, float[] rows, float[] mix, Calibration[] calibrations) =>
        (Name, Vocabulary, _rows, _mix, Calibrations) = (name, vocabulary, rows, mix, calibrations);

    private LocalModel(LocalModel basis, Adapter adapter, string name) : this(name, basis.Vocabulary, basis._rows, basis._mix, basis.Calibrations) => _adapter = adapter;

    /// <summary>The model that ships with this version.</summary>
    public static LocalModel Default => _default.Value;

    public static int RowWidth => Heads.Outputs + Hidden;

    public string Name { get; }

    public Vocabulary Vocabulary { get; }

    public Calibration[] Calibrations { get; }

    /// <summary>A row of <see cref="Heads.Outputs"/> weights for each hidden unit.</summary>
    public ReadOnlySpan<float> Mix => _mix;

    /// <summary>The weights of a feature: one for each output, then one for each hidden unit.</summary>
    public ReadOnlySpan<float> Row(int feature) => _rows.AsSpan(feature * RowWidth, RowWidth);

    /// <summary>This model with what people taught; weights, vocabulary and calibrations are shared.</summary>
    public LocalModel With(Adapter adapter, string name) => new(this, adapter, name);

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
        Span<float> sums = stackalloc float[RowWidth];
        sums.Clear();
        for (var i = 0; i < scratch.Count; i++)
            TensorPrimitives.MultiplyAdd(Row(scratch.Features[i]), scratch.Values[i], sums, sums);
        var outputs = sums[..Heads.Outputs].ToArray();
        for (var unit = 0; unit < Hidden; unit++)
        {
            if (sums[Heads.Outputs + unit] > 0)
                TensorPrimitives.MultiplyAdd(_mix.AsSpan(unit * Heads.Outputs, Heads.Outputs), sums[Heads.Outputs + unit], outputs, outputs);
        }
        return outputs;
    }

    /// <summary>The customer's words that by themselves speak most for a label, strongest first; those that speak for every label alike are left out.</summary>
    public List<string> Words(TokenizedText text, Head head, int label, int most)
    {
        var found = new List<(int Token, float Weight)>();
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (Vocabulary.Number(TextHashes.Word(text.Tokens[i])) is not { } number)
                continue;
            var row = Row(DenseFeatures.Count + number).Slice(head.First, head.Count);
            var trained = (row[label] - (head.Kind == HeadKind.Choice ? TensorPrimitives.Sum(row) / row.Length : 0)) * Calibrations[head.First + label].Slope;
            var weight = trained + (_adapter?.Of(DenseFeatures.Count + number, head.First + label) ?? 0);
            if (weight > 0 && text.Tokens[i].Length > 2)
                found.Add((i, weight));
        }
        return [.. found.OrderByDescending(f => f.Weight).Select(f => text.Quote(f.Token, 1)).Distinct(StringComparer.OrdinalIgnoreCase).Take(most)];
    }

    /// <summary>The file of the model that ships with this version.</summary>
    public static Stream OpenShipped() => Assembly.GetExecutingAssembly().GetManifestResourceStream(Shipped) ?? throw new InvalidOperationException($"{Shipped} is not built in");

    private static LocalModel Load()
    {
        using var stream = OpenShipped();
        return ModelFile.Read(stream);
    }
}
