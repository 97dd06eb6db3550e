using System.Net;
using Baton.Acceptance.Running;
using Baton.Tests.Connectors;

namespace Baton.Acceptance;

/// <summary>People's verdicts over HTTP become a model that serves; people hold it and take it back from the command line, while the server runs.</summary>
public sealed class LearningTests : IDisposable
{
    private static readonly string[] People = ["ana", "ben", "cem"];
    private static readonly string[] Who = ["Petra", "our trainee", "the new colleague", "a visitor", "the night guard"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verdicts_are_learnt_survive_a_kill_and_are_rolled_back_while_the_server_runs()
    {
        string learnt;
        await using (var server = await StartAsync())
        {
            (await ModelAsync(server))["serving.serves"].Text.ShouldBe("shipped");
            // Nothing is learnt while a person holds the model; then everything at once.
            await ModelsAsync("pin", "shipped", "--json");
            for (var i = 0; i < 40; i++)
                await TeachAsync(server, i);
            await ModelsAsync("unpin", "--json");
            await ModelAsync(server, m => m["serving.serves"].Text != "shipped");
            // Held, since what is said last may make one more checkpoint.
            learnt = (await ModelsAsync("pin", "--json"))["name"].Text!;
            await ModelAsync(server, m => m["name"].Text == learnt);
            (await JudgeAsync(server, "after")).ShouldBe(("technical", learnt));
            server.Kill();
        }

        await using (var server = await StartAsync())
        {
            (await JudgeAsync(server, "after-a-kill")).ShouldBe(("technical", learnt));
            var listed = await ModelsAsync("list", "--json");
            listed["name"].Text.ShouldBe(learnt);
            listed["serving.pinned"].Truth.ShouldBeTrue("a pin survives a kill");
            var id = listed["serving.serves"].Text!;
            (await ModelsAsync("show", id[..5]))["people"].Number.ShouldBe(3);

            (await ModelsAsync("rollback", "shipped", "--json"))["serving.cause"].Text.ShouldBe("rolled_back");
            var shipped = (await ModelAsync(server, m => m["name"].Text != learnt))["name"].Text!;
            (await JudgeAsync(server, "after-a-rollback")).By.ShouldBe(shipped);
            learnt.ShouldStartWith(shipped + "+");

            (await ModelsAsync("pin", id, "--json"))["serving.pinned"].Truth.ShouldBeTrue();
            await ModelAsync(server, m => m["name"].Text == learnt);
            (await ModelsAsync("unpin", "--json"))["serving.pinned"].Truth.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_checkpoint_that_is_not_there_is_named_with_the_way_to_find_one()
    {
        var missing = await BatonCli.RunAsync("models", "local", "pin", "3f9a", "--data", Data);

        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("there is no checkpoint 3f9a; 'baton models local list' shows them");
        (await BatonCli.RunAsync("models", "local", "rollback", "--data", Data)).Error.ShouldContain("which one?");
        (await BatonCli.RunAsync("models", "local", "list", "--data", Data)).Output.ShouldContain("serves");
        Directory.Exists(Path.Combine(Data, "models")).ShouldBeFalse("who only looks, or is refused, writes nothing");
    }

    private string Data => Path.Combine(_folder.Path, "data");

    private Task<BatonProcess> StartAsync() => BatonProcess.StartAsync(new ServerSettings { DataDirectory = Data });

    private static async Task TeachAsync(BatonProcess server, int i)
    {
        await server.OpenAsync(Ticket($"B-{i}", i));
        await server.DoAsync($"B-{i}", "verdict", new { by = People[i % 3], corrections = new { category = "technical" } });
    }

    private static async Task<(string Category, string By)> JudgeAsync(BatonProcess server, string id)
    {
        var view = await server.OpenAsync(Ticket(id, 57));
        return (view["classification.category"].Text!, view["classification.by"].Text!);
    }

    private static object Ticket(string id, int i)
    {
        var (who, where) = (Who[i / 4 % 5], i / 20 % 2 == 0 ? "gate" : "garage");
        return new
        {
            id,
            customerEmail = $"{id}@customer.example",
            description = (i % 4) switch
            {
                0 => $"The badge reader at the {where} does not let {who} in.",
                1 => $"Please activate a badge for {who} at the {where}.",
                2 => $"The badge of {who} is not known to the reader at the {where}.",
                _ => $"At the {where} the badge reader blinks red when {who} holds a badge to it.",
            },
        };
    }

    private static async Task<Json> ModelAsync(BatonProcess server) => (await server.GetAsync("/v1/models/local")).ShouldBe(HttpStatusCode.OK).Json;

    private static async Task<Json> ModelAsync(BatonProcess server, Func<Json, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience.Long);
        while (true)
        {
            var model = await ModelAsync(server);
            if (wanted(model))
                return model;
            patience.IsCancellationRequested.ShouldBeFalse($"not in time: {model}\n{server.Error}");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Json> ModelsAsync(params string[] arguments)
    {
        var run = await BatonCli.RunAsync(["models", "local", .. arguments, "--data", Data]);
        run.ExitCode.ShouldBe(0, run.Error);
        return Json.Parse(run.Output);
    }
}
