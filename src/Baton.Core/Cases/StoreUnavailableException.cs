namespace Baton.Cases;

/// <summary>Why a store cannot do its work now.</summary>
public enum StoreFailure
{
    DiskFull,
    ReadOnly,
    Corrupt,

    /// <summary>Another process has it.</summary>
    Locked,

    /// <summary>A newer Baton wrote it.</summary>
    TooNew,
    Io,
}

/// <summary>
/// The store cannot read or write now. Nothing of the failed append was kept; later ones may succeed once it is mended.
/// The message is a sentence for the operator that says how to mend it, without any customer text.
/// </summary>
public sealed class StoreUnavailableException(StoreFailure reason, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFailure Reason { get; } = reason;
}
