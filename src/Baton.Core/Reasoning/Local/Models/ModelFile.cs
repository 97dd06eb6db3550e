using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;

namespace Baton.Reasoning.Local.Models;

/// <summary>
/// A model as a file: its name, the labels that it was made for, the vocabulary, and the weights, those of the features brought to one byte each by a scale for every output and hidden unit.
/// Little-endian. The same model is always the same bytes.
/// </summary>
internal static class ModelFile
{
    private const string Form = "baton-local-3";

    public static void Write(LocalModel model, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Form);
        writer.Write(Made());
        writer.Write(model.Name);
        foreach (var calibration in model.Calibrations)
        {
            writer.Write(calibration.Slope);
            writer.Write(calibration.Shift);
            writer.Write(calibration.Threshold);
        }
        writer.Write(model.Vocabulary.Hashes.Length);
        writer.Write(MemoryMarshal.AsBytes(model.Vocabulary.Hashes.AsSpan()));
        foreach (var rarity in model.Vocabulary.Rarities)
            writer.Write((Half)rarity);
        foreach (var weight in model.Mix)
            writer.Write(weight);
        var scales = Scales(model);
        foreach (var scale in scales)
            writer.Write(scale);
        var row = new sbyte[LocalModel.RowWidth];
        for (var f = 0; f < model.Vocabulary.Features; f++)
        {
            for (var o = 0; o < row.Length; o++)
                row[o] = (sbyte)MathF.Round(Math.Clamp(model.Row(f)[o] / scales[Scale(f, o)], -127, 127));
            writer.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }
    }

    /// <exception cref="InvalidDataException">It is no model, or one for other labels or features.</exception>
    public static LocalModel Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadString() != Form || reader.ReadString() != Made())
                throw new InvalidDataException("The model was made for another version of Baton: train it again with 'baton train'.");
            var name = reader.ReadString();
            var calibrations = new Calibration[Heads.Outputs];
            for (var i = 0; i < calibrations.Length; i++)
                calibrations[i] = new Calibration(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            var count = reader.ReadInt32();
            if (count > (stream.Length - stream.Position) / sizeof(ulong))
                throw new EndOfStreamException();
            var hashes = new ulong[count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
            var rarities = new Half[hashes.Length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rarities.AsSpan()));
            var mix = new float[LocalModel.Hidden * Heads.Outputs];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(mix.AsSpan()));
            var vocabulary = new Vocabulary(hashes, [.. rarities.Select(r => (float)r)]);
            return new LocalModel(name, vocabulary, Rows(reader, vocabulary.Features), mix, calibrations);
        }
        catch (Exception exception) when (exception is EndOfStreamException or DecoderFallbackException or OverflowException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("The model file is damaged or no model of Baton's.", exception);
        }
    }

    private static float[] Rows(BinaryReader reader, int features)
    {
        var scales = new float[2 * LocalModel.RowWidth];
        for (var i = 0; i < scales.Length; i++)
            scales[i] = reader.ReadSingle();
        var weights = new float[features * LocalModel.RowWidth];
        var row = new sbyte[LocalModel.RowWidth];
        for (var f = 0; f < features; f++)
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
            for (var o = 0; o < row.Length; o++)
                weights[(f * row.Length) + o] = row[o] * scales[Scale(f, o)];
        }
        return weights;
    }

    // The few dense features bear larger weights than the many sparse ones; each kind has its scales.
    private static int Scale(int feature, int output) => feature < DenseFeatures.Count ? output : LocalModel.RowWidth + output;

    private static float[] Scales(LocalModel model)
    {
        var scales = new float[2 * LocalModel.RowWidth];
        for (var f = 0; f < model.Vocabulary.Features; f++)
        {
            for (var o = 0; o < LocalModel.RowWidth; o++)
                scales[Scale(f, o)] = Math.Max(scales[Scale(f, o)], Math.Abs(model.Row(f)[o]) / 127);
        }
        TensorPrimitives.Max(scales, 1e-12f, scales);
        return scales;
    }

    // What the weights stand for: labels, dense features and hidden units. Another list makes the file unreadable.
    private static string Made() => string.Join(';', Heads.All.Select(h => $"{h.Name}:{string.Join(',', h.Labels)}")) + $";dense:{DenseFeatures.Count};hidden:{LocalModel.Hidden}";
}
