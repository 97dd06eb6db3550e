using Baton.Connectors;

namespace Baton.Adapters.Connectors.Files;

/// <summary>
/// A folder of delivered messages, one file each, named by the message's id: a file that is there was delivered, and is never written again.
/// Spread over 256 folders by the case's id, so that hundreds of thousands stay easy to list.
/// </summary>
internal sealed class OutgoingFolder(string directory, string extension)
{
    /// <summary>Writes the message if it is not there yet. What the disk refuses may be tried again.</summary>
    public async Task<Delivery> WriteOnceAsync(OutgoingMessage message, MessageContext context, Func<byte[]> content, CancellationToken cancellationToken)
    {
        var name = SafeName.Of(message.Id) + extension;
        var folder = Path.Combine(directory, SafeName.Shard(context.CaseId));
        var path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(path))
                await PlaceAsync(path, content(), cancellationToken);
            return new Delivery.Sent(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Delivery.Retry($"The message could not be written to {directory}: {e.Message}");
        }
    }

    // Under another name first: a crash half-way leaves no file that looks delivered.
    private static async Task PlaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another attempt was faster.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
