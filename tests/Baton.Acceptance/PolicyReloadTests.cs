using Baton.Acceptance.Running;
using Baton.Tests.Connectors;

namespace Baton.Acceptance;

/// <summary>Editing the policy of a running server.</summary>
public sealed class PolicyReloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_good_edit_takes_effect_and_a_broken_one_is_refused_and_shown()
    {
        var path = TestPolicyFile.Write(_folder.Path);
        await using var server = await BatonProcess.StartAsync(new ServerSettings { PolicyPath = path });
        var before = Hash(await server.OpenAsync(Tickets.Question()));

        TestPolicyFile.Write(_folder.Path, ("company: Northwind Cloud", "company: Harbour Tools"));
        await ChecksAsync(server, policy => policy.StartsWith("ok", StringComparison.Ordinal) && !policy.Contains(before, StringComparison.Ordinal));
        var edited = await server.OpenAsync(Tickets.Question());
        Hash(edited).ShouldNotBe(before);
        edited["reply.text"].Text!.ShouldContain("Harbour Tools");

        TestPolicyFile.Write(_folder.Path, ("quietSeconds: 5", "quietSeconds: soon"));
        var refused = await ChecksAsync(server, policy => policy.StartsWith("edit refused", StringComparison.Ordinal));
        refused.ShouldContain("quietSeconds");
        refused.ShouldContain("policy.yaml:");
        Hash(await server.OpenAsync(Tickets.Question())).ShouldBe(Hash(edited));

        TestPolicyFile.Write(_folder.Path);
        await ChecksAsync(server, policy => policy == $"ok ({before})");
    }

    private static string Hash(Json view) => view["decisions"].Items.Select(d => d["policy"].Text!).Distinct().ShouldHaveSingleItem();

    private static async Task<string> ChecksAsync(BatonProcess server, Predicate<string> wanted)
    {
        using var patience = new CancellationTokenSource(Patience.Short);
        while (true)
        {
            var policy = (await server.GetAsync("/readyz")).Json["checks.policy"].Text!;
            if (wanted(policy))
                return policy;
            patience.IsCancellationRequested.ShouldBeFalse($"the policy check stays at '{policy}'");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
