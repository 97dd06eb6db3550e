using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>A checkpoint as bytes: form, what is known of it (JSON), what was learnt, and a SHA-256 over all that. Little-endian; the same checkpoint is always the same bytes.</summary>
internal static class CheckpointFile
{
    private const string Form = "baton-checkpoint-1";
    private const int IdDigits = 12;

    /// <summary>The id of what was learnt: the hash of it, of the model below it, of its parent, and of how far in the log it reaches.</summary>
    public static string IdOf(Learnt learnt, string basisHash, string parent, long learntTo)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true);
        writer.Write(basisHash);
        writer.Write(parent);
        writer.Write(learntTo);
        Write(learnt, writer);
        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))[..IdDigits];
    }

    public static byte[] Write(Checkpoint checkpoint)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true);
        writer.Write(Form);
        writer.Write(JsonSerializer.Serialize(checkpoint.Info, LearningJson.Default.CheckpointInfo));
        Write(checkpoint.Learnt, writer);
        writer.Flush();
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        return bytes.ToArray();
    }

    /// <summary>What a file says of itself, once it is known to be whole.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or no checkpoint.</exception>
    public static CheckpointInfo ReadInfo(byte[] file) => Read(file, (info, _) => info);

    /// <param name="file">The bytes.</param>
    /// <param name="features">How many features the model below it has.</param>
    /// <param name="basisHash">The hash of that model.</param>
    /// <exception cref="InvalidDataException">It is damaged, no checkpoint, or one for another model.</exception>
    public static Checkpoint Read(byte[] file, int features, string basisHash) => Read(file, (info, reader) => info.BasisHash == basisHash
        ? new Checkpoint(info, ReadLearnt(reader, features))
        : throw new InvalidDataException($"it was taught on top of another model ({info.Basis}) than the one that ships with this version"));

    private static T Read<T>(byte[] file, Func<CheckpointInfo, BinaryReader, T> then)
    {
        try
        {
            var end = file.Length - SHA256.HashSizeInBytes;
            if (end <= 0 || !SHA256.HashData(file.AsSpan(0, end)).AsSpan().SequenceEqual(file.AsSpan(end)))
                throw new InvalidDataException("it is damaged: its checksum is not that of its content");
            using var reader = new BinaryReader(new MemoryStream(file, 0, end), Encoding.UTF8);
            if (reader.ReadString() != Form)
                throw new InvalidDataException("it is no checkpoint of this version of Baton");
            var info = JsonSerializer.Deserialize(reader.ReadString(), LearningJson.Default.CheckpointInfo) ?? throw new InvalidDataException("it says nothing of itself");
            return then(info, reader);
        }
        catch (Exception exception) when (exception is EndOfStreamException or JsonException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("it is damaged or no checkpoint of Baton's", exception);
        }
    }

    private static void Write(Learnt learnt, BinaryWriter writer)
    {
        writer.Write(learnt.Adapter.Count);
        foreach (var (feature, weights) in learnt.Adapter.Rows())
        {
            writer.Write7BitEncodedInt(feature);
            Write(weights, writer);
        }
        foreach (var times in learnt.Taught)
            writer.Write7BitEncodedInt(times);
        writer.Write(learnt.Day.DayNumber);
        writer.Write(learnt.Spent.Count);
        foreach (var (person, spent) in learnt.Spent)
        {
            writer.Write(person);
            Write(spent, writer);
        }
        writer.Write(learnt.People.Count);
        foreach (var person in learnt.People)
            writer.Write(person);
        writer.Write(learnt.Lessons);
    }

    private static Learnt ReadLearnt(BinaryReader reader, int features)
    {
        var adapter = new Adapter(features);
        for (var rows = reader.ReadInt32(); rows > 0; rows--)
            Fill(adapter.RowOf(reader.Read7BitEncodedInt()), reader);
        var taught = new int[2 * Heads.Outputs];
        for (var i = 0; i < taught.Length; i++)
            taught[i] = reader.Read7BitEncodedInt();
        var day = DateOnly.FromDayNumber(reader.ReadInt32());
        var spent = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        for (var people = reader.ReadInt32(); people > 0; people--)
        {
            var person = reader.ReadString();
            Fill(spent[person] = new float[Heads.Outputs], reader);
        }
        var all = new SortedSet<string>(StringComparer.Ordinal);
        for (var people = reader.ReadInt32(); people > 0; people--)
            all.Add(reader.ReadString());
        return new Learnt { Adapter = adapter, Taught = taught, Day = day, Spent = spent, People = all, Lessons = reader.ReadInt32() };
    }

    // Most outputs of most words were never taught.
    private static void Write(float[] outputs, BinaryWriter writer)
    {
        writer.Write((byte)outputs.Count(o => o != 0));
        for (var o = 0; o < outputs.Length; o++)
        {
            if (outputs[o] == 0)
                continue;
            writer.Write((byte)o);
            writer.Write(outputs[o]);
        }
    }

    private static void Fill(float[] outputs, BinaryReader reader)
    {
        for (int moved = reader.ReadByte(); moved > 0; moved--)
            outputs[reader.ReadByte()] = reader.ReadSingle();
    }
}
