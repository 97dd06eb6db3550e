using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning.Online;

/// <summary>
/// The checkpoints of the local model, a file each, and which one serves: <c>models/local</c> in the data directory. A file is written under another name, brought to the disk and then
/// renamed, so that one that has its name is whole. The server and the command line share it.
/// </summary>
public sealed class CheckpointFolder(string dataDirectory, BaseModel basis)
{
    /// <summary>So many are kept, beside those that serve or served.</summary>
    private const int MostKept = 32;
    private const string Extension = ".checkpoint";
    private const string Unfinished = ".tmp";

    /// <summary>What the checkpoints go on from.</summary>
    public BaseModel Base { get; } = basis;

    public string Path { get; } = System.IO.Path.Combine(dataDirectory, "models", "local");

    private string ServingFile => System.IO.Path.Combine(Path, "serving.json");

    private string TrialFile => System.IO.Path.Combine(Path, "last-trial.json");

    /// <summary>What serves; the shipped model where nobody said otherwise yet.</summary>
    /// <exception cref="InvalidDataException">The file that says so cannot be read.</exception>
    public Serving ReadServing() => ReadJson(ServingFile, LearningJson.Default.Serving) ?? new Serving();

    /// <summary>The last trial; null before the first, and where the file says nothing.</summary>
    public TrialReport? ReadTrial()
    {
        try
        {
            return ReadJson(TrialFile, LearningJson.Default.TrialReport);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public void WriteTrial(TrialReport report) => Place(TrialFile, JsonSerializer.SerializeToUtf8Bytes(report, LearningJson.Default.TrialReport));

    /// <summary>All checkpoints, in the order in which they were made; the damaged ones last.</summary>
    public IReadOnlyList<CheckpointFound> List() =>
        [.. Files().Select(f => Find(IdOf(f), CheckpointFile.ReadInfo, info => new CheckpointFound(info.Id, info, null), fault => new CheckpointFound(IdOf(f), null, fault)))
            .OrderBy(f => f.Info?.Number ?? int.MaxValue).ThenBy(f => f.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Changes what serves. Nobody else can between the reading and the writing; <paramref name="change"/> gives null to leave it as it is. False where it does, or where somebody
    /// else is at it now.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public bool TryChange(Func<Serving, Serving?> change)
    {
        Directory.CreateDirectory(Path);
        using var held = Hold();
        if (held is null || change(ReadServing()) is not { } next)
            return false;
        Place(ServingFile, JsonSerializer.SerializeToUtf8Bytes(next, LearningJson.Default.Serving));
        return true;
    }

    /// <summary>Says anew what serves, also where the file that says so is damaged.</summary>
    /// <exception cref="IOException">Somebody else is at it, or the folder cannot be written.</exception>
    public void Replace(Func<Serving, Serving> change)
    {
        Directory.CreateDirectory(Path);
        using var held = Hold() ?? throw new IOException($"{Path} is being changed by somebody else: try again");
        Place(ServingFile, JsonSerializer.SerializeToUtf8Bytes(change(ReadOrBegin()), LearningJson.Default.Serving));
    }

    /// <summary>Why a checkpoint cannot serve; null when it can, as the shipped model always can.</summary>
    public string? FaultOf(string id)
    {
        if (id == Serving.Shipped)
            return null;
        _ = Load(id, out var fault);
        return fault;
    }

    /// <summary>The checkpoint that serves: the newest that should and can; null where that is the shipped model. Those that cannot are told of.</summary>
    internal Checkpoint? Choose(Serving serving, Action<string, string> refused)
    {
        foreach (var id in serving.Before.Insert(0, serving.Serves).TakeWhile(id => id != Serving.Shipped))
        {
            if (Load(id, out var fault) is { } checkpoint)
                return checkpoint;
            refused(id, fault!);
        }
        return null;
    }

    internal Checkpoint? Load(string id, out string? fault)
    {
        string? found = null;
        var checkpoint = Find<Checkpoint, Checkpoint?>(id, file => CheckpointFile.Read(file, Base.Model.Vocabulary.Features, Base.Hash), c => c, f =>
        {
            found = f;
            return null;
        });
        fault = found;
        return checkpoint;
    }

    internal void Save(Checkpoint checkpoint) => Place(FileOf(checkpoint.Info.Id), CheckpointFile.Write(checkpoint));

    /// <summary>The number of the next checkpoint.</summary>
    internal int NextNumber() => List().Select(f => f.Info?.Number ?? 0).DefaultIfEmpty().Max() + 1;

    /// <summary>Lets the oldest go, and what a crash left unfinished.</summary>
    internal void Prune(Serving serving)
    {
        var known = List().Where(f => f.Info is not null).ToList();
        foreach (var old in known.Take(Math.Max(0, known.Count - MostKept)).Where(f => f.Id != serving.Serves && !serving.Before.Contains(f.Id)))
            File.Delete(FileOf(old.Id));
        foreach (var left in Directory.EnumerateFiles(Path, "*" + Extension + Unfinished))
            File.Delete(left);
    }

    private Serving ReadOrBegin()
    {
        try
        {
            return ReadServing();
        }
        catch (InvalidDataException)
        {
            return new Serving();
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(Path) ? Directory.EnumerateFiles(Path, "*" + Extension) : [];

    private static string IdOf(string file) => System.IO.Path.GetFileNameWithoutExtension(file);

    private string FileOf(string id) => System.IO.Path.Combine(Path, id + Extension);

    private TResult Find<T, TResult>(string id, Func<byte[], T> read, Func<T, TResult> found, Func<string, TResult> faulty)
    {
        try
        {
            return found(read(File.ReadAllBytes(FileOf(id))));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return faulty(exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message);
        }
    }

    private static T? ReadJson<T>(string file, JsonTypeInfo<T> info) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), info) ?? throw new InvalidDataException($"{file} is empty");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file} cannot be read: {exception.Message}", exception);
        }
    }

    // Advisory and ended with the process, however that ends; null where another one has it.
    private FileStream? Hold()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Place(string file, byte[] content)
    {
        Directory.CreateDirectory(Path);
        var unfinished = file + Unfinished;
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(unfinished, file, overwrite: true);
    }
}
