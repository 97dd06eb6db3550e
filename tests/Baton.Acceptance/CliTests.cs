using Baton.Acceptance.Running;
using Baton.Tests.Connectors;

namespace Baton.Acceptance;

/// <summary>The command line as people and scripts use it: help, exit codes, inputs of every form.</summary>
public sealed class CliTests : IDisposable
{
    private const string Question = """{"id":"ID","description":"How do I reset my password?","customerEmail":"ID@cli.example"}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "triage", "serve", "policy", "bench")]
    [InlineData("serve", "--data", "--policy", "--urls", "--knowledge")]
    [InlineData("triage", "--json", "--policy", "--data", "standard input")]
    [InlineData("policy", "check")]
    [InlineData("policy check", "line", "exit code")]
    [InlineData("bench", "--url", "--tickets", "--concurrency")]
    [InlineData("evaluate", "--part", "--model", "--html", "--json", "docs/extend/evaluation.md")]
    public async Task Help_teaches(string verb, params string[] taught)
    {
        var run = await BatonCli.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        run.ExitCode.ShouldBe(0);
        foreach (var word in taught)
            run.Output.ShouldContain(word);
    }

    [Theory]
    [InlineData("triaje")]
    [InlineData("serve", "--prot", "80")]
    [InlineData("triage")]
    [InlineData("policy")]
    [InlineData("policy", "chekc")]
    [InlineData("bench", "--tickets", "many")]
    [InlineData("bench", "--tickets", "0")]
    public async Task Wrong_usage_is_told_with_exit_code_2(params string[] arguments)
    {
        var run = await BatonCli.RunAsync(arguments);
        run.ExitCode.ShouldBe(2, run.Output);
        run.Error.ShouldNotBeNullOrWhiteSpace();
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Triage_shows_a_table_that_a_person_can_read()
    {
        var run = await BatonCli.RunAsync("triage", Repository.File("samples", "scenarios"));
        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var word in (string[])["TICK-STD-001", "TICK-ENT-001", "answered", "→ engineering (immediate)", "→ management", "critical", "4 tickets: 1 stay with the agent, 3 go to people."])
            run.Output.ShouldContain(word);
        run.Output.ShouldNotContain('\u001b', "colours are for terminals");
    }

    [Fact]
    public async Task Triage_takes_a_folder_a_file_an_array_and_the_standard_input()
    {
        var array = Write("array.json", $"[{Ticket("a1")},\n{Ticket("a2")}]");
        var pretty = Write("pretty.json", $"{{\n  \"id\": \"p1\",\n  \"description\": \"How do I reset my password?\"\n}}\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "more", "deep"));
        Write("more/one.json", Ticket("m1"));
        Write("more/deep/two.jsonl", Ticket("m2") + "\n\n" + Ticket("m3") + "\n");
        var run = await BatonCli.RunAsync(["triage", "--json", array, pretty, Path.Combine(_folder.Path, "more"), "-"], Ticket("s1") + "\n" + Ticket("s2"));
        run.ExitCode.ShouldBe(0, run.Error);
        run.Cases.Select(c => c["ticketId"].Text).ShouldBe(["a1", "a2", "p1", "m2", "m3", "m1", "s1", "s2"]);
        run.Cases.ShouldAllBe(c => c["status"].Text == "answered");
    }

    [Fact]
    public async Task A_broken_line_is_named_and_the_others_are_done()
    {
        var file = Write("four.jsonl", $"{Ticket("l1")}\n{{\"id\":\"l2\",\n{{\"id\":\"l3\"}}\n{{\"\\uD83D\":1}}\n{Ticket("l5")}\n");
        var run = await BatonCli.RunAsync("triage", "--json", file);
        run.ExitCode.ShouldBe(2);
        run.Cases.Select(c => c["ticketId"].Text).ShouldBe(["l1", "l5"]);
        run.Error.ShouldContain($"{file}:2: is not valid JSON");
        run.Error.ShouldContain($"{file}:3: description is missing");
        run.Error.ShouldContain($"{file}:4: $ is no text");
    }

    [Fact]
    public async Task A_first_line_that_is_broken_does_not_hide_the_others()
    {
        var file = Write("first.jsonl", $"{{\"id\":\n{Ticket("l2")}\n{Ticket("l3")}\n");
        var run = await BatonCli.RunAsync("triage", "--json", file);
        run.ExitCode.ShouldBe(2);
        run.Cases.Select(c => c["ticketId"].Text).ShouldBe(["l2", "l3"]);
        run.Error.ShouldContain($"{file}:1");
    }

    [Fact]
    public async Task A_file_that_is_missing_empty_or_no_json_is_told()
    {
        var missing = Path.Combine(_folder.Path, "none.json");
        var run = await BatonCli.RunAsync("triage", missing);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(missing);

        (await BatonCli.RunAsync("triage", "--json", Write("empty.json", ""))).ExitCode.ShouldBe(0);

        var text = Write("notes.txt", "not a ticket\nat all\n");
        run = await BatonCli.RunAsync("triage", "--json", text);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"{text}:1: is not valid JSON");
    }

    [Fact]
    public async Task A_ticket_that_comes_twice_is_one_case()
    {
        var run = await BatonCli.RunAsync(["triage", "--json", "-"], Ticket("t1") + "\n" + Ticket("t1"));
        run.Error.ShouldContain("standard input:2: is ticket t1 again");
    }

    [Fact]
    public async Task Nothing_leaves_a_triage()
    {
        var data = Path.Combine(_folder.Path, "kept");
        var run = await BatonCli.RunAsync(["triage", "--json", "--data", data, "-"], Ticket("t1"));
        run.Cases[0]["outgoing"][0]["state"].Text.ShouldBe("queued");
        Directory.Exists(Path.Combine(data, "outgoing")).ShouldBeFalse();
    }

    [Fact]
    public async Task Triage_follows_the_policy_that_it_is_given()
    {
        var policy = TestPolicyFile.Write(_folder.Path, ("company: Northwind Cloud", "company: Harbour Tools"));
        var run = await BatonCli.RunAsync(["triage", "--json", "--policy", policy, "-"], Ticket("t1"));
        run.Cases[0]["reply.text"].Text!.ShouldContain("Harbour Tools Support");
    }

    [Fact]
    public async Task A_stream_of_any_length_needs_the_memory_of_a_short_one()
    {
        var little = await PeakMegabytesAsync(1_000);
        var much = await PeakMegabytesAsync(10_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"peak {little} MB for 1,000 lines, {much} MB for 10,000");
        (much - little).ShouldBeLessThan(60);
    }

    private async Task<long> PeakMegabytesAsync(int tickets)
    {
        // Garbage that nobody needed to collect yet is no growth: a bounded heap leaves only what is held.
        await using var process = ChildProcess.Start(["triage", "-"], _folder.Path, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x5000000" });
        var peak = process.PeakKilobytesAsync();
        await process.WriteAsync(Enumerable.Range(0, tickets).Select(i => Ticket($"n{i}")));
        (await process.ExitAsync()).ShouldBe(0, process.Error);
        process.Output.ShouldContain($"{tickets} tickets: {tickets} stay with the agent");
        return await peak / 1024;
    }

    private static string Ticket(string id) => Question.Replace("ID", id, StringComparison.Ordinal);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
