using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Holds a data directory for this process, so that no second one writes to it. The operating system ends it with the process, however that ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(StoreFailure.ReadOnly,
                $"The data directory {directory} cannot be made. Choose a directory that the user that runs Baton may write (Data:Directory).", e);
        }

        var path = Path.Combine(directory, "baton.lock");
        try
        {
            return new DirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw NotWritable(directory, e);
        }
        catch (IOException e) when (!CanWrite(directory))
        {
            throw NotWritable(directory, e);
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException(StoreFailure.Locked,
                $"Another Baton has the data directory {directory}. Stop it, or give this one a directory of its own (Data:Directory).", e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static StoreUnavailableException NotWritable(string directory, Exception e) => new(StoreFailure.ReadOnly,
        $"The data directory {directory} cannot be written. Give the user that runs Baton write access, and check that the disk is not mounted read-only.", e);

    private static bool CanWrite(string directory)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(directory, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
