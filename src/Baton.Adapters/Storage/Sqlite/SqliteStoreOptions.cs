namespace Baton.Adapters.Storage.Sqlite;

/// <summary>Where the embedded store keeps its files.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The data directory; made when missing. One process at a time can have it.</summary>
    public required string Directory { get; init; }
}
