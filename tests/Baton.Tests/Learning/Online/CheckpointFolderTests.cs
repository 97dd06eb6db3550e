using Baton.Learning.Online;
using Baton.Reasoning.Local.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Baton.Tests.Learning.Online;

public sealed class CheckpointFolderTests : IDisposable
{
    private static readonly Checkpoint First = Checkpoints.Of(Checkpoints.Taught(6));
    private static readonly Checkpoint Second = Checkpoints.Of(Checkpoints.Taught(12), number: 2, parent: First.Info.Id);

    private readonly TestDirectory _directory = new();
    private readonly CheckpointFolder _folder;
    private readonly ManualTime _time = new();

    public CheckpointFolderTests() => _folder = new CheckpointFolder(_directory.Path, BaseModel.Shipped);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void In_a_new_directory_the_shipped_model_serves()
    {
        using var models = Models();

        models.Name.ShouldBe(LocalModel.Default.Name);
        models.Current.ShouldBeSameAs(LocalModel.Default);
        Directory.Exists(_folder.Path).ShouldBeFalse("who only looks writes nothing");
    }

    [Fact]
    public void A_checkpoint_reads_back_as_it_was_written()
    {
        _folder.Save(Second);

        var read = _folder.Load(Second.Info.Id, out var fault).ShouldNotBeNull(fault);
        read.Info.ShouldBe(Second.Info);
        CheckpointFile.Write(read).ShouldBe(CheckpointFile.Write(Second));
    }

    [Fact]
    public void Another_model_serves_within_a_second_of_the_change()
    {
        using var models = Models();
        Promote(First);
        models.Name.ShouldBe(LocalModel.Default.Name);

        _time.Advance(LocalModels.Interval);

        models.Name.ShouldBe($"{LocalModel.Default.Name}+{First.Info.Id}");
    }

    [Fact]
    public void A_rollback_gives_the_same_bytes_and_judgements_as_before()
    {
        using var models = Models();
        Promote(First);
        models.Look();
        var (bytes, judged) = (File.ReadAllBytes(FileOf(First)), Judge(models));
        Promote(Second);
        models.Look();
        Judge(models).ShouldNotBe(judged);

        _folder.Replace(s => s.RollBack(First.Info.Id, _time.GetUtcNow()));
        models.Look();

        File.ReadAllBytes(FileOf(First)).ShouldBe(bytes);
        Judge(models).ShouldBe(judged);
        _folder.Replace(s => s.RollBack(Serving.Shipped, _time.GetUtcNow()));
        models.Look();
        models.Current.ShouldBeSameAs(LocalModel.Default);
    }

    [Fact]
    public void A_pin_holds_over_a_restart_and_goes_with_unpin()
    {
        Promote(First);
        Promote(Second);
        _folder.Replace(s => s.Pin(First.Info.Id, _time.GetUtcNow()));

        using var restarted = Models();

        restarted.Name.ShouldEndWith(First.Info.Id);
        new CheckpointFolder(_directory.Path, BaseModel.Shipped).ReadServing().Pinned.ShouldBeTrue();
        _folder.Replace(s => s.Unpin(_time.GetUtcNow()));
        (_folder.ReadServing().Pinned, _folder.ReadServing().Serves, _folder.ReadServing().LearnsFrom).ShouldBe((false, First.Info.Id, null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(1_000)]
    [InlineData(-1)]
    public void A_damaged_checkpoint_is_refused_and_what_served_before_it_serves(int length)
    {
        Promote(First);
        Promote(Second);
        var whole = File.ReadAllBytes(FileOf(Second));
        File.WriteAllBytes(FileOf(Second), length < 0 ? [.. whole[..^40], (byte)(whole[^40] ^ 1), .. whole[^39..]] : whole[..length]);

        using var models = Models();

        models.Name.ShouldEndWith(First.Info.Id);
        LocalModelState.Of(_folder).Name.ShouldBe(models.Name);
        _folder.List().Select(f => (f.Id, f.Fault is null)).ShouldBe([(First.Info.Id, true), (Second.Info.Id, false)]);
        _folder.FaultOf(Second.Info.Id).ShouldNotBeNull().ShouldContain("damaged");
    }

    [Fact]
    public void When_every_checkpoint_is_gone_the_shipped_model_serves()
    {
        Promote(First);
        Promote(Second);
        File.Delete(FileOf(First));
        File.Delete(FileOf(Second));

        using var models = Models();

        models.Current.ShouldBeSameAs(LocalModel.Default);
        _folder.FaultOf(Second.Info.Id).ShouldNotBeNull().ShouldContain("no such file");
    }

    [Fact]
    public void A_checkpoint_on_top_of_another_model_than_ships_is_refused_by_name()
    {
        var foreign = Checkpoints.Of(Checkpoints.Taught(6), basis: "0123456789abcdef");
        Promote(foreign);

        using var models = Models();

        models.Current.ShouldBeSameAs(LocalModel.Default);
        _folder.FaultOf(foreign.Info.Id).ShouldNotBeNull().ShouldContain("another model");
    }

    [Fact]
    public void What_a_kill_left_half_written_is_no_checkpoint_and_goes_with_the_next()
    {
        Promote(First);
        var half = FileOf(Second) + ".tmp";
        File.WriteAllBytes(half, CheckpointFile.Write(Second)[..500]);

        _folder.List().ShouldHaveSingleItem().Id.ShouldBe(First.Info.Id);
        using var models = Models();
        models.Name.ShouldEndWith(First.Info.Id);
        _folder.Prune(_folder.ReadServing());
        File.Exists(half).ShouldBeFalse();
    }

    [Fact]
    public void Where_it_cannot_be_told_what_serves_what_serves_goes_on()
    {
        using var models = Models();
        Promote(First);
        models.Look();
        File.WriteAllText(Path.Combine(_folder.Path, "serving.json"), "{\"serves\":");

        models.Look().ShouldBeFalse();

        models.Name.ShouldEndWith(First.Info.Id);
        Should.Throw<InvalidDataException>(() => _folder.ReadServing()).Message.ShouldContain("serving.json");
        _folder.Replace(s => s.Pin(First.Info.Id, _time.GetUtcNow()));
        _folder.ReadServing().Serves.ShouldBe(First.Info.Id);
    }

    [Fact]
    public void Old_checkpoints_go_but_for_those_that_serve_or_served()
    {
        Promote(First);
        var learnt = Learnt.Nothing(LocalModel.Default);
        for (var number = 2; number <= 40; number++)
        {
            learnt.Lessons = number;
            _folder.Save(Checkpoints.Of(learnt, number));
        }
        _folder.Prune(_folder.ReadServing());

        _folder.List().Count.ShouldBe(33);
        _folder.List()[0].Id.ShouldBe(First.Info.Id);
        _folder.NextNumber().ShouldBe(41);
    }

    private LocalModels Models() => new(_folder, _time, NullLogger<LocalModels>.Instance);

    private void Promote(Checkpoint checkpoint)
    {
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _folder.Save(checkpoint);
        _folder.TryChange(s => s.Promote(checkpoint.Info.Id, _time.GetUtcNow())).ShouldBeTrue();
    }

    private string FileOf(Checkpoint checkpoint) => Path.Combine(_folder.Path, $"{checkpoint.Info.Id}.checkpoint");

    private static double[] Judge(LocalModels models) =>
        [.. Enumerable.Range(0, 8).Select(i => new Baton.Reasoning.Local.Reading(new Baton.Reasoning.ReasoningInput { Text = Badges.Text(i) }, models.Current).Judgement!)
            .SelectMany(j => Enumerable.Range(0, Heads.Category.Count).Select(l => j.Of(Heads.Category, l)))];
}
