using Baton.Connectors;

namespace Baton.Adapters.Connectors.Files;

/// <summary>
/// A folder of delivered messages, one file each, named by the message's id: a file that is there was delivered, and is left alone.
/// Spread over 256 folders by the case's id, so that hundreds of thousands stay easy to list. The files do not wait for the disk:
/// they survive the process, and after a power cut the log still holds every text.
/// </summary>
internal sealed class OutgoingFolder(string directory, string extension)
{
    // Unfinished files are named by process and number, so that none meets another, not even one that a killed process left.
    private static readonly string _process = Path.GetRandomFileName();
    private static long _begun;

    /// <summary>Writes the message, wholly or not at all. What the disk refuses may be tried again.</summary>
    public Delivery Write(OutgoingMessage message, MessageContext context, Func<byte[]> content)
    {
        var name = SafeName.Of(message.Id) + extension;
        var folder = Path.Combine(directory, SafeName.Shard(context.CaseId));
        try
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
                Place(path, content());
            return new Delivery.Sent(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Delivery.Retry($"The message could not be written to {directory}: {e.Message}");
        }
    }

    // Under another name first: a crash half-way leaves no file that looks delivered.
    private static void Place(string path, byte[] content)
    {
        var unfinished = $"{path}.{_process}{Interlocked.Increment(ref _begun)}.tmp";
        try
        {
            WriteNew(unfinished, content);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteNew(unfinished, content);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    // Made new rather than emptied: the file system writes an emptied file out at once, a new one when it suits it.
    private static void WriteNew(string path, byte[] content)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, content, 0);
    }
}
