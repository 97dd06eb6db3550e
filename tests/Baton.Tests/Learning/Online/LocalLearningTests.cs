using Baton.Cases;
using Baton.Learning.Online;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;
using Baton.Tests.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests.Learning.Online;

/// <summary>From verdicts in the log to a model that serves: the real store, steps, files.</summary>
public sealed class LocalLearningTests : IAsyncLifetime
{
    private static readonly string[] People = ["ana", "ben", "cem"];

    private readonly TestDirectory _directory = new();
    private readonly CheckpointFolder _folder;
    private readonly LocalModels _models;
    private readonly EngineHarness _engine;

    public LocalLearningTests()
    {
        _folder = new CheckpointFolder(_directory.Path, BaseModel.Shipped);
        _models = new LocalModels(_folder, TimeProvider.System, NullLogger<LocalModels>.Instance);
        _engine = new EngineHarness(new EngineParts { Reasoner = new LocalReasoner(_models) });
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _models.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Consistent_verdicts_become_a_checkpoint_that_serves_and_stands_on_every_judgement()
    {
        var learning = Learning();
        (await learning.LearnAsync(Token)).ShouldBeNull("nobody said anything yet");
        await TeachAsync(0, 40, Category.Security);

        var report = (await learning.LearnAsync(Token)).ShouldNotBeNull();

        report.Promoted.ShouldNotBeNull(report.Because);
        var judged = await _engine.CaseAsync(await _engine.HandleAsync(_engine.Ticket(Badges.Text(47))));
        judged.Classification!.Category.ShouldBe(Category.Security);
        var name = $"{LocalModel.Default.Name}+{report.Promoted}";
        (judged.Classification.By, judged.Analysis!.By).ShouldBe((name, name));
        judged.Decisions.First(d => d.Type == DecisionType.Classification).Proposer.ShouldBe(name);
        (await learning.LearnAsync(Token)).ShouldBeNull("nothing is new since");
    }

    [Fact]
    public async Task The_same_log_makes_the_same_checkpoint_after_a_kill_at_any_moment()
    {
        await TeachAsync(0, 40, Category.Security);
        var first = (await Learning().LearnAsync(Token))!.Promoted.ShouldNotBeNull();
        var bytes = _folder.Load(first, out _)!.Learnt;

        // Killed after the checkpoint was written, and before it was said that it serves; or before anything was.
        File.Delete(Path.Combine(_folder.Path, "serving.json"));
        _models.Look();
        _models.Name.ShouldBe(LocalModel.Default.Name);
        (await Learning().LearnAsync(Token))!.Promoted.ShouldBe(first);
        Directory.Delete(_folder.Path, recursive: true);
        _models.Look();
        var again = (await Learning().LearnAsync(Token))!.Promoted.ShouldNotBeNull();

        again.ShouldBe(first);
        CheckpointFile.Write(Checkpoints.Of(_models.Champion!.Learnt)).ShouldBe(CheckpointFile.Write(Checkpoints.Of(bytes)));
    }

    [Fact]
    public async Task Learning_goes_on_from_the_checkpoint_that_serves()
    {
        await TeachAsync(0, 40, Category.Security);
        var first = (await Learning().LearnAsync(Token))!.Promoted;
        string[] where = ["the reading room", "the canteen", "the lobby", "the night shift", "the second floor"];
        string[] what = ["hums", "leaks a little", "stays cold", "drips on the carpet", "whistles", "smells of tea"];
        for (var i = 0; i < 60; i++)
            await JudgeAsync(100 + i, $"The samovar of {where[i % 5]} {what[i / 5 % 6]}{(i < 30 ? "" : " again")}.", People[i % 3], Category.Shipping);

        var second = (await Learning().LearnAsync(Token)).ShouldNotBeNull();

        second.Promoted.ShouldNotBeNull(second.Because);
        _models.Champion!.Info.Parent.ShouldBe(first);
        _models.Champion.Info.Number.ShouldBe(2);
        _models.Champion.Info.People.ShouldBe(3);
    }

    [Fact]
    public async Task Too_few_verdicts_are_not_tried_and_it_is_said_why()
    {
        await TeachAsync(0, 3, Category.Security);

        (await Learning().LearnAsync(Token))!.Because.ShouldContain("a trial takes place from");
        _folder.ReadTrial()!.Promoted.ShouldBeNull();
        _models.Name.ShouldBe(LocalModel.Default.Name);
    }

    [Fact]
    public async Task A_challenger_that_loses_does_not_serve()
    {
        // What they say has nothing to do with the words: nothing that is learnt holds on the held-back cases.
        await TeachAsync(0, 40, i => (0x5A3C_96E1_D2B4 >> i) % 2 == 0 ? Category.Security : Category.Shipping);

        var report = (await Learning().LearnAsync(Token)).ShouldNotBeNull();

        report.Promoted.ShouldBeNull();
        report.Figures.ShouldNotBeNull();
        _folder.List().ShouldBeEmpty();
        _models.Current.ShouldBeSameAs(LocalModel.Default);
    }

    [Fact]
    public async Task One_hostile_person_among_others_changes_nothing()
    {
        for (var i = 0; i < 60; i++)
        {
            var hostile = i % 3 != 0;
            await JudgeAsync(i, "How do I reset my password? " + Badges.Text(i), hostile ? "eve" : People[i / 3 % 3], hostile ? Category.Shipping : Category.Account);
        }

        (await Learning().LearnAsync(Token))!.Promoted.ShouldBeNull();
    }

    [Fact]
    public async Task While_a_person_holds_the_model_nothing_is_learnt_and_afterwards_all_is()
    {
        _folder.Replace(s => s.Pin(Serving.Shipped, _engine.Time.GetUtcNow()));
        await TeachAsync(0, 40, Category.Security);
        (await Learning().LearnAsync(Token)).ShouldBeNull();

        _folder.Replace(s => s.Unpin(_engine.Time.GetUtcNow()));

        (await Learning().LearnAsync(Token))!.Promoted.ShouldNotBeNull();
    }

    [Fact]
    public async Task After_a_rollback_what_was_said_before_it_is_not_learnt_again()
    {
        await TeachAsync(0, 40, Category.Security);
        var learning = Learning();
        (await learning.LearnAsync(Token))!.Promoted.ShouldNotBeNull();

        _engine.Time.Advance(TimeSpan.FromMinutes(1));
        _folder.Replace(s => s.RollBack(Serving.Shipped, _engine.Time.GetUtcNow()));

        (await learning.LearnAsync(Token))!.NewLessons.ShouldBe(0);
        var judged = await _engine.CaseAsync(await _engine.HandleAsync(_engine.Ticket(Badges.Text(47))));
        judged.Classification!.By.ShouldBe(LocalModel.Default.Name);
        _engine.Time.Advance(TimeSpan.FromMinutes(1));
        await TeachAsync(50, 90, Category.Security);
        (await learning.LearnAsync(Token))!.Promoted.ShouldNotBeNull("what is said from then on is");
    }

    [Fact]
    public async Task The_judgements_of_one_turn_are_of_one_model_though_another_comes_to_serve_between_them()
    {
        var reasoner = new LocalReasoner(_models);
        var input = new Baton.Reasoning.ReasoningInput { Text = Badges.Text(47) };
        var labels = await reasoner.ClassifyAsync(input, Token);
        var checkpoint = Checkpoints.Of(Checkpoints.Taught(12));
        _folder.Save(checkpoint);
        _folder.Replace(s => s.Promote(checkpoint.Info.Id, _engine.Time.GetUtcNow()));
        _models.Look();

        var scores = await reasoner.AnalyseAsync(input, labels, Token);

        reasoner.Name.ShouldBe(checkpoint.Info.Name);
        (labels.By, scores.By).ShouldBe((LocalModel.Default.Name, LocalModel.Default.Name));
        (await reasoner.ClassifyAsync(input with { }, Token)).By.ShouldBe(checkpoint.Info.Name);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LocalLearning Learning() => new(_engine.Store, _models, _folder, _engine.Policies, _engine.Time, NullLogger<LocalLearning>.Instance);

    private Task TeachAsync(int from, int to, Category category, bool? needed = null) => TeachAsync(from, to, _ => category, needed);

    private async Task TeachAsync(int from, int to, Func<int, Category> category, bool? needed = null)
    {
        for (var i = from; i < to; i++)
            await JudgeAsync(i, Badges.Text(i), People[i % 3], category(i), needed);
    }

    // The label is given once the agent is done with the ticket, a few hours apart, as people do it.
    private async Task JudgeAsync(int i, string text, string by, Category category, bool? needed = null)
    {
        var id = await _engine.HandleAsync(_engine.Ticket(text, email: $"c{i}@customer.example") with { Id = $"B-{i}" });
        var result = await _engine.Commands.VerdictAsync(id, by, needed, new Dictionary<string, string> { ["category"] = Words.Of(category) }, null, Token);
        result.Refusal.ShouldBeNull();
        await _engine.RunUntilRestAsync();
        if (i % 5 == 0)
            _engine.Time.Advance(TimeSpan.FromHours(8));
    }
}
