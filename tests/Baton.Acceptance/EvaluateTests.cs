using System.Xml.Linq;
using Baton.Acceptance.Running;
using Baton.Tests.Connectors;

namespace Baton.Acceptance;

/// <summary><c>baton evaluate</c> as people and scripts use it.</summary>
public sealed class EvaluateTests : IDisposable
{
    private const string Rows = """
        {"id":"r1","source":"shop","text":"I was charged twice for my order, please refund the second payment.","category":"billing","priority":"high","escalate":false,"frustration":20}
        {"id":"r2","source":"shop","text":"Where is my parcel? The tracking has not moved for a week.","category":"shipping","priority":"medium","escalate":false,"frustration":25}
        {"id":"r3","source":"app","text":"I want to speak to a human agent now, please.","category":"general_inquiry","priority":"medium","escalate":true,"frustration":35}
        {"id":"r4","source":"<script>alert(1)</script>","subject":"</title><img src=x onerror=alert(2)>","text":"</td><script>alert(3)</script> I was charged twice.","category":"security","priority":"low","escalate":true,"frustration":90}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_reads_what_it_means_and_the_figures_with_counts_and_intervals()
    {
        var run = await BatonCli.RunAsync("evaluate", Write("mine.jsonl", Rows));

        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var text in (string[])["mine.jsonl: 4 rows", "category, against the category of step 1", "Right in 75 % (3 of 4; 95 % interval 30 % to 95 %)", "4 rows are few", "macro-F1", "three levels", "calibration error", "people say ↓ Baton says →", "right where sure", "shop", "Of 2 that need people", "Spearman"])
            run.Output.ShouldContain(text);
        run.Output.ShouldNotContain('\u001b', "colours are for terminals");
    }

    [Fact]
    public async Task A_machine_reads_one_object()
    {
        var run = await BatonCli.RunAsync("evaluate", "--json", Write("mine.jsonl", Rows));

        var report = Json.Parse(run.Output);
        report["files"][0]["rows"].Number.ShouldBe(4);
        var category = report["files"][0]["choices"][0];
        category["label"].Text.ShouldBe("category");
        category["accuracy"]["hits"].Number.ShouldBe(3);
        category["accuracy"]["of"].Number.ShouldBe(4);
        category["accuracy"]["value"].Real.ShouldBe(0.75);
        category["accuracy"]["low"].Real.ShouldBe(0.3006, 0.0001);
        category["mistakes"][0]["id"].Text.ShouldBe("r4");
    }

    [Fact]
    public async Task The_page_is_whole_and_what_customers_wrote_is_text()
    {
        var page = Path.Combine(_folder.Path, "report.html");
        var run = await BatonCli.RunAsync("evaluate", Write("mine.jsonl", Rows), "--html", page);

        run.Output.ShouldContain(page);
        var root = XDocument.Load(page).Root!;
        root.Descendants("script").ShouldBeEmpty();
        root.Descendants("img").ShouldBeEmpty();
        root.Value.ShouldContain("</td><script>alert(3)</script> I was charged twice.");
        root.Descendants("main").Single().Elements().First().Value.ShouldStartWith("What it means");
    }

    [Fact]
    public async Task A_wrong_row_is_named_and_the_others_are_evaluated()
    {
        var file = Write("mixed.jsonl", "{\"text\":\"How do I reset my password?\",\"category\":\"account\"}\n{\"text\":\"x\",\"category\":\"acount\"}\n{\"category\":\"account\"}\n{\n");
        var run = await BatonCli.RunAsync("evaluate", file);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"{file}:2: category is 'acount' and must be one of technical, billing, account");
        run.Error.ShouldContain($"{file}:3: text is missing");
        run.Error.ShouldContain($"{file}:4: is not JSON");
        run.Output.ShouldContain("Mind: 3 rows cannot be read and are left out.");
    }

    [Fact]
    public async Task A_file_that_cannot_be_evaluated_is_told_in_a_sentence()
    {
        var binary = Path.Combine(_folder.Path, "photo.jsonl");
        await File.WriteAllBytesAsync(binary, [0x89, 0x50, 0x4E, 0x47, 0x00, 0xFF, 0x0A], TestContext.Current.CancellationToken);
        var missing = Path.Combine(_folder.Path, "none.jsonl");
        (string File, string Told)[] cases =
        [
            (Write("empty.jsonl", "\n"), "is empty: there is nothing to evaluate"),
            (Write("bare.jsonl", "{\"text\":\"How do I reset it?\",\"label\":\"x\"}"), "none of its rows has a label that is evaluated: category, priority"),
            (missing, "there is no such file or folder"),
            (Directory.CreateDirectory(Path.Combine(_folder.Path, "hollow")).FullName, "there is no file in it whose name ends in .jsonl"),
            (binary, "is no UTF-8 text"),
        ];

        var run = await BatonCli.RunAsync(["evaluate", .. cases.Select(c => c.File)]);

        run.ExitCode.ShouldBe(2);
        foreach (var (file, told) in cases)
            run.Error.ShouldContain($"{file}: {told}");
        run.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--part", "tset")]
    [InlineData("--model", "nowhere.model")]
    [InlineData("--policy", "nowhere.yaml")]
    [InlineData("--html", "nowhere/report.html")]
    public async Task A_wrong_option_is_told_before_anything_is_judged(string option, string value)
    {
        var run = await BatonCli.RunAsync("evaluate", Write("mine.jsonl", Rows), option, value);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(value.Split('/')[0]);
        run.Error.ShouldNotContain("   at ");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_is_none_is_refused()
    {
        var run = await BatonCli.RunAsync("evaluate", "--model", Write("my.model", "not a model"), Write("mine.jsonl", Rows));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("my.model");
    }

    [Fact]
    public async Task Parts_are_told_apart_by_id_and_nothing_is_lost()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"{{\"id\":\"n{i}\",\"text\":\"How do I reset my password?\",\"category\":\"account\"}}"));
        var judged = 0;
        foreach (var part in (string[])["train", "validation", "test"])
        {
            var file = Json.Parse((await BatonCli.RunAsync("evaluate", "--json", "--part", part, Write("ids.jsonl", rows))).Output)["files"][0];
            judged += file["rows"].Number;
            (file["rows"].Number + file["otherParts"].Number).ShouldBe(60);
        }
        judged.ShouldBe(60);
    }

    [Fact]
    public async Task A_long_file_needs_the_memory_of_a_short_one()
    {
        var (little, much) = (await PeakMegabytesAsync(500), await PeakMegabytesAsync(8_000));
        TestContext.Current.TestOutputHelper?.WriteLine($"peak {little} MB for 500 rows, {much} MB for 8,000");
        (much - little).ShouldBeLessThan(40);
    }

    private async Task<long> PeakMegabytesAsync(int rows)
    {
        // Garbage that nobody needed to collect yet is no growth: a bounded heap leaves only what is held.
        await using var process = ChildProcess.Start(["evaluate", "-"], _folder.Path, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x5000000" });
        var peak = process.PeakKilobytesAsync();
        await process.WriteAsync(Enumerable.Range(0, rows).Select(i => $"{{\"id\":\"n{i}\",\"source\":\"s{i}\",\"text\":\"How do I reset my password, and where is parcel {i}?\",\"category\":\"account\",\"escalate\":false,\"frustration\":{i % 100}}}"));
        (await process.ExitAsync()).ShouldBe(0, process.Error);
        process.Output.ShouldContain($"standard input: {rows} rows");
        return await peak / 1024;
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
