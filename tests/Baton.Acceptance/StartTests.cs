using System.Net;
using Baton.Acceptance.Running;
using Baton.Tests.Connectors;

namespace Baton.Acceptance;

/// <summary>Starting and stopping the server: the first run, and everything that can keep it from starting, each with a sentence that says how to mend it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_run_shows_samples_and_what_to_try_and_a_second_one_does_not_feed_them_again()
    {
        int tickets;
        await using (var first = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data, Samples = true }))
        {
            foreach (var word in (string[])["DEMO-01", "What happens", "answered", "→ ", "Try", $"curl -s {first.Url.ToString().TrimEnd('/')}/v1/tickets", "/openapi/v1.json"])
                first.Output.ShouldContain(word);
            tickets = await CountAsync(first);
            tickets.ShouldBeGreaterThan(5);
            (await first.StopAsync()).ShouldBe(0);
        }
        await using var second = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data, Samples = true });
        second.Output.ShouldNotContain("DEMO-01");
        (await CountAsync(second)).ShouldBe(tickets);
    }

    [Fact]
    public async Task Everything_is_there_after_a_stop()
    {
        string before;
        await using (var first = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data }))
        {
            await first.OpenAsync(Tickets.LegalThreat("KEPT-1"));
            await first.CaseAsync("KEPT-1", "delivered", v => v["outgoing"].Items.All(o => o["state"].Text == "sent"));
            before = (await first.GetAsync("/v1/tickets/KEPT-1")).Body;
            (await first.StopAsync()).ShouldBe(0);
            first.Error.ShouldNotContain("fail:");
        }
        await using var second = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data });
        (await second.GetAsync("/v1/tickets/KEPT-1")).Body.ShouldBe(before);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await using var first = await BatonProcess.StartAsync();
        var run = await ServeAsync("--urls", $"http://127.0.0.1:{first.Url.Port}", "--data", Data);
        run.ExitCode.ShouldBe(1);
        ShouldSay(run, $"127.0.0.1:{first.Url.Port}", "--urls");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_wrong_usage(string urls)
    {
        var run = await ServeAsync("--urls", urls, "--data", Data);
        run.ExitCode.ShouldBe(2);
        ShouldSay(run, "Urls");
    }

    [Fact]
    public async Task A_data_directory_that_another_server_has_is_named()
    {
        await using var first = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data });
        var run = await ServeAsync("--urls", "http://127.0.0.1:0", "--data", Data);
        run.ExitCode.ShouldBe(1);
        ShouldSay(run, Data, "Another Baton");
        (await first.GetAsync("/readyz")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Token);
        var run = await ServeAsync("--data", Path.Combine(file, "data"));
        run.ExitCode.ShouldBe(1);
        ShouldSay(run, Path.Combine(file, "data"), "Data:Directory");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_damaged_database_is_told_with_what_to_do(int from)
    {
        await using (var first = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data }))
        {
            await first.OpenAsync(Tickets.Question());
            await first.StopAsync();
        }
        var file = Path.Combine(Data, "baton.db");
        var bytes = await File.ReadAllBytesAsync(file, Token);
        Array.Fill(bytes, (byte)0xA5, from, bytes.Length - from);
        await File.WriteAllBytesAsync(file, bytes, Token);
        var run = await ServeAsync("--urls", "http://127.0.0.1:0", "--data", Data);
        run.ExitCode.ShouldBe(1);
        ShouldSay(run, "baton.db", "damaged", "backup");
    }

    [Fact]
    public async Task A_broken_policy_names_file_line_and_key()
    {
        var policy = TestPolicyFile.Write(_folder.Path, ("  immediateFrustration: 85", "  immediateFrustration: high"));
        var line = Array.FindIndex(await File.ReadAllLinesAsync(policy, Token), l => l.Contains("immediateFrustration: high", StringComparison.Ordinal)) + 1;
        foreach (var run in new[] { await ServeAsync("--policy", policy, "--data", Data), await BatonCli.RunAsync("policy", "check", policy), await BatonCli.RunAsync(["triage", "--policy", policy, "-"], "{}") })
        {
            run.ExitCode.ShouldBe(2);
            ShouldSay(run, $"policy.yaml:{line}:", "immediateFrustration", "high");
        }
    }

    [Fact]
    public async Task A_policy_that_is_not_there_or_no_yaml_is_named()
    {
        var run = await ServeAsync("--policy", "/nowhere/policy.yaml", "--data", Data);
        run.ExitCode.ShouldBe(2);
        ShouldSay(run, "/nowhere/policy.yaml");
        var file = Path.Combine(_folder.Path, "tabs.yaml");
        await File.WriteAllTextAsync(file, "company: A\n\tthresholds: {", Token);
        run = await BatonCli.RunAsync("policy", "check", file);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldMatch(@"tabs\.yaml:\d+: is not valid YAML");
    }

    [Fact]
    public async Task A_folder_of_articles_that_is_not_there_is_named()
    {
        foreach (var run in new[] { await ServeAsync("--knowledge", "/nowhere/articles", "--data", Data), await BatonCli.RunAsync(["triage", "--knowledge", "/nowhere/articles", "-"], "{}") })
        {
            run.ExitCode.ShouldBe(2);
            ShouldSay(run, "Knowledge:Path", "/nowhere/articles");
        }
    }

    [Fact]
    public async Task A_policy_check_can_be_read_by_a_machine()
    {
        var good = await BatonCli.RunAsync("policy", "check", "--json");
        good.ExitCode.ShouldBe(0);
        good.Cases[0]["valid"].Truth.ShouldBeTrue();
        var policy = TestPolicyFile.Write(_folder.Path, ("  immediateFrustration: 85", "  immediateFrustration: high"));
        var bad = await BatonCli.RunAsync("policy", "check", "--json", policy);
        bad.ExitCode.ShouldBe(2);
        bad.Cases[0]["errors"][0]["key"].Text.ShouldBe("thresholds.immediateFrustration");
        var missing = await BatonCli.RunAsync("policy", "check", "--json", "/nowhere/policy.yaml");
        missing.ExitCode.ShouldBe(2);
        missing.Cases[0]["errors"][0]["file"].Text.ShouldBe("/nowhere/policy.yaml");
    }

    [Fact]
    public async Task All_faults_of_a_configuration_are_named_at_once()
    {
        var run = await BatonCli.RunAsync(["serve", "--data", Data], null, _folder.Path, new Dictionary<string, string>
        {
            ["Runner__Concurrency"] = "0",
            ["Connectors__Webhook__Url"] = "ftp://x",
            ["Inbound__shop__Secret"] = "short",
        });
        run.ExitCode.ShouldBe(2);
        ShouldSay(run, "Runner:Concurrency", "Connectors:Webhook:Url", "Inbound:shop:Secret");
    }

    [Fact]
    public async Task A_good_policy_is_described()
    {
        foreach (var run in new[] { await BatonCli.RunAsync("policy", "check"), await BatonCli.RunAsync("policy", "check", Repository.File("policy", "default.yaml")) })
        {
            run.ExitCode.ShouldBe(0, run.Error);
            foreach (var word in (string[])["is valid", "Northwind Cloud", "security_team"])
                run.Output.ShouldContain(word);
        }
    }

    [Theory]
    [InlineData("Api__MaxRequestBytes", "lots", "Api:MaxRequestBytes")]
    [InlineData("Storage__Provider", "oracle", "Storage:Provider")]
    [InlineData("BATON__Runner__Concurrency", "0", "Runner:Concurrency")]
    [InlineData("Connectors__Webhook__Url", "ftp://x", "Connectors:Webhook:Url")]
    [InlineData("Connectors__Smtp__Host", "mail.example", "Connectors:Smtp:From")]
    [InlineData("Inbound__shop__Secret", "short", "Inbound:shop:Secret")]
    public async Task A_setting_that_cannot_be_used_is_named_by_its_key(string name, string value, string key)
    {
        var run = await BatonCli.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--data", Data], null, _folder.Path, new Dictionary<string, string> { [name] = value });
        run.ExitCode.ShouldBe(2);
        ShouldSay(run, key);
    }

    private static async Task<int> CountAsync(BatonProcess server) => (await server.GetAsync("/v1/tickets?limit=500")).Json["items"].Items.Count;

    private Task<CliResult> ServeAsync(params string[] arguments) => BatonCli.RunAsync(["serve", .. arguments], null, _folder.Path);

    private static void ShouldSay(CliResult run, params string[] words)
    {
        foreach (var word in words)
            run.Error.ShouldContain(word);
        run.Error.ShouldNotContain("   at ", Case.Sensitive, "what is wrong is a sentence and not a stack trace");
    }
}
