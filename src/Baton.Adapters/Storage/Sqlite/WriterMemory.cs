namespace Baton.Adapters.Storage.Sqlite;

/// <summary>What the writer keeps in memory beside its transactions. Both sides are told of a commit and of a rollback together.</summary>
internal sealed class WriterMemory
{
    public Leases Leases { get; } = new();

    public WaitingMessages Messages { get; } = new();

    public IssueIndex Issues { get; } = new();

    public void Commit()
    {
        Leases.Commit();
        Issues.Commit();
    }

    public void Rollback()
    {
        Leases.Rollback();
        Messages.Rollback();
        Issues.Rollback();
    }
}
