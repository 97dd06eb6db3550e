using Baton.Adapters.Storage.Sqlite;
using Baton.Cases;
using Baton.Tests.Contracts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests.Storage.Sqlite;

public sealed class SqliteCaseStoreTests : CaseStoreContract
{
    private readonly TestDirectory _directory = new();

    protected override ValueTask<ICaseStore> OpenAsync() =>
        ValueTask.FromResult<ICaseStore>(SqliteCaseStore.Open(new SqliteStoreOptions { Directory = _directory.Path }, NullLogger.Instance, TimeProvider.System));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Dispose();
    }
}
