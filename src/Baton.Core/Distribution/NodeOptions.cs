namespace Baton.Distribution;

/// <summary>This process among those that share a store.</summary>
public sealed record NodeOptions
{
    /// <summary>Unique for each start of a process: leases of an earlier start are not this one's.</summary>
    public required string Name { get; init; }

    /// <summary>False on a node that takes requests and leaves the work to others.</summary>
    public bool RunsCases { get; init; } = true;

    /// <summary>How long a case is held without a sign of life. After a kill, others take it over after this.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Cases advanced at the same time, 1 to 1,024.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>Events after which a snapshot is written beside the log, 1 to 10,000.</summary>
    public int SnapshotEvery { get; init; } = 100;

    /// <summary>How long a step may take before its fallback is taken.</summary>
    public TimeSpan StepBudget { get; init; } = TimeSpan.FromSeconds(60);
}
