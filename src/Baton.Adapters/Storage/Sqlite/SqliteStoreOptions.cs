namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Where the embedded store keeps its files.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The data directory; made when missing. One process at a time can have it.</summary>
    public required string Directory { get; init; }

    /// <summary>False for a store that goes with its process: commits then do not wait for the disk.</summary>
    public bool Durable { get; init; } = true;
}
