using System.Diagnostics;
using System.Net;
using Baton.Acceptance.Running;
using Baton.Tests.Connectors;

namespace Baton.Acceptance;

/// <summary>Disks that are full or read-only, as small file systems in memory; only root may mount one.</summary>
public sealed class DiskFullTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private bool _mounted;

    private string Disk => Path.Combine(_folder.Path, "disk");

    public async ValueTask DisposeAsync()
    {
        if (_mounted)
            await RunAsync("umount", "-l", Disk);
        _folder.Dispose();
    }

    [Fact]
    public async Task On_a_full_disk_tickets_are_refused_honestly_and_taken_again_when_there_is_space()
    {
        await MountAsync("size=12m");
        await using var server = await BatonProcess.StartAsync(new ServerSettings { DataDirectory = Path.Combine(Disk, "data") });
        List<string> accepted = [(await server.OpenAsync(Tickets.Question("BEFORE-1")))["ticketId"].Text!];
        var ballast = Path.Combine(Disk, "ballast");
        Fill(ballast);

        Answer? refused = null;
        for (var i = 0; i < 200 && refused is null; i++)
        {
            var answer = await server.PostAsync("/v1/tickets", new { id = $"FULL-{i}", description = new string('x', 50_000), customerEmail = $"full{i}@disk.example" });
            if (answer.Status == HttpStatusCode.Accepted)
                accepted.Add($"FULL-{i}");
            else
                refused = answer;
        }
        refused.ShouldNotBeNull("a full disk takes no tickets").ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "full");
        refused.RetryAfter.ShouldNotBeNull();
        var ready = (await server.GetAsync("/readyz")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Json["checks.store"].Text!.ShouldContain("full");
        (await server.GetAsync("/v1/tickets/BEFORE-1")).ShouldBe(HttpStatusCode.OK);

        File.Delete(ballast);
        using var patience = new CancellationTokenSource(Patience.Short);
        while ((await server.GetAsync("/readyz")).Status != HttpStatusCode.OK)
            await Task.Delay(50, patience.Token);
        accepted.Add((await server.OpenAsync(Tickets.Question("AFTER-1")))["ticketId"].Text!);
        foreach (var id in accepted)
            (await server.CaseAsync(id, "worked on to its end", v => v["preservation"].IsNull == false))["ticketId"].Text.ShouldBe(id);
    }

    [Fact]
    public async Task A_read_only_disk_is_told_at_the_start()
    {
        await MountAsync("size=1m,ro");
        var run = await BatonCli.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(Disk, "data"));
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(Path.Combine(Disk, "data"));
        run.Error.ShouldNotContain("   at ");
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush(flushToDisk: true);
            }
        }
        catch (IOException)
        {
        }
    }

    private async Task MountAsync(string options)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root may mount a small disk");
        Directory.CreateDirectory(Disk);
        var (exitCode, error) = await RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", Disk);
        Assert.SkipUnless(exitCode == 0, $"a small disk cannot be mounted here: {error}");
        _mounted = true;
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
