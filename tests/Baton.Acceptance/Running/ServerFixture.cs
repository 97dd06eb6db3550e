using Baton.Tests.Connectors;

namespace Baton.Acceptance.Running;

/// <summary>One server for the tests of a class, with a policy that waits two seconds for a customer's further messages.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _policy = new();

    internal BatonProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Server = await BatonProcess.StartAsync(new ServerSettings { PolicyPath = TestPolicyFile.Write(_policy.Path, ("quietSeconds: 5", "quietSeconds: 2")) });

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _policy.Dispose();
    }
}
