using Baton.Cli;
using Baton.Hosting;

namespace Baton.Tests.Cli;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string Mapping => _directory.File("mapping.yaml");

    private string Model => _directory.File("our.model");

    private string Export => _directory.File("export.csv");

    [Fact]
    public async Task A_mapping_is_drafted_checked_and_trained_to_a_model_that_the_server_takes()
    {
        Write(i => i % 2 == 0 ? "Rechnung" : "Shipping");

        (await TrainAsync("--check")).ShouldBe(ExitCode.WrongUsage, "there is only a draft to finish");
        File.ReadAllText(Mapping).ShouldContain("# category: Type");
        File.WriteAllText(Mapping, "columns:\n  text: Body\n  category: Type\nvalues:\n  category:\n    Rechnung: billing\n");
        (await TrainAsync("--check")).ShouldBe(ExitCode.Done);
        File.Exists(Model).ShouldBeFalse();

        (await TrainAsync("--out", Model)).ShouldBe(ExitCode.Done);
        StartChecks.Model(Model).Name.ShouldStartWith("local/3+");
    }

    [Fact]
    public async Task A_model_that_is_not_shown_to_help_is_written_only_when_asked_for()
    {
        Write(i => (i * 7919) % 13 < 6 ? "true" : "false");
        File.WriteAllText(Mapping, "columns:\n  text: Body\n  escalate: Type\n");

        (await TrainAsync("--out", Model)).ShouldBe(ExitCode.Failed);
        File.Exists(Model).ShouldBeFalse();
        (await TrainAsync("--out", Model, "--write-anyway")).ShouldBe(ExitCode.Done);
        File.Exists(Model).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_usage_is_refused_before_anything_is_read()
    {
        Write(_ => "Billing");
        File.WriteAllText(Mapping, "columns:\n  text: Body\n  category: Type\n");

        (await TrainAsync("--out", _directory.Path)).ShouldBe(ExitCode.WrongUsage);
        (await TrainAsync("--out", _directory.File("no/such/folder"))).ShouldBe(ExitCode.WrongUsage);
        (await TrainAsync("--out", Model, "--also", "rows.jsonl")).ShouldBe(ExitCode.WrongUsage);
        (await BatonCommandLine.RunAsync(["train", Export, "rows.jsonl", "--out", Model])).ShouldBe(ExitCode.WrongUsage);
        (await BatonCommandLine.RunAsync(["train", "rows.jsonl", "--out", Model, "--check"])).ShouldBe(ExitCode.WrongUsage);
        (await BatonCommandLine.RunAsync(["train", Export, "--out", Model])).ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public void A_model_that_cannot_be_used_is_named_with_its_key()
    {
        Should.Throw<StartException>(() => StartChecks.Model(_directory.File("missing.model"))).Message.ShouldContain("Reasoning:Local:Model");
        foreach (var bytes in (byte[][])[[], [1, 2, 3], [.. Enumerable.Repeat((byte)0xFF, 100)], "baton-linear-1 and so on"u8.ToArray()])
        {
            File.WriteAllBytes(Model, bytes);
            Should.Throw<StartException>(() => StartChecks.Model(Model)).ExitCode.ShouldBe(ExitCode.WrongUsage);
        }
    }

    private Task<int> TrainAsync(params string[] options) => BatonCommandLine.RunAsync(["train", Export, "--mapping", Mapping, .. options]);

    private void Write(Func<int, string> label)
    {
        string[] openings = ["Good morning, my", "The", "Since Tuesday our", "I think that the", "Please look at my", "Hello, a"];
        string[] middles = ["that we got last week", "in the second hall", "for the night shift", "of the new type", "which you sent", "from your shop", "on the left"];
        string[] ends = ["is as before.", "has been like this for days.", "needs somebody to look.", "is what I mean.", "again, thank you."];
        var rows = Enumerable.Range(0, 210).Select(i => $"\"{openings[i % 6]} {(i % 2 == 0 ? "quibblex" : "zorplung")} {middles[i % 7]} {ends[i % 5]}\",{label(i)}");
        File.WriteAllText(Export, $"Body,Type\n{string.Join('\n', rows)}\n");
    }
}
