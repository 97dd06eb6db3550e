using Baton.Learning.Online;
using Baton.Reasoning.Local.Models;

namespace Baton.Tests.Learning.Online;

/// <summary>Checkpoints as learning would make them.</summary>
internal static class Checkpoints
{
    public static string Basis => BaseModel.Shipped.Hash;

    public static Checkpoint Of(Learnt learnt, int number = 1, string parent = Serving.Shipped, string? basis = null) => new(
        new CheckpointInfo
        {
            Id = CheckpointFile.IdOf(learnt, basis ?? Basis, parent, 7),
            Number = number,
            Parent = parent,
            Basis = LocalModel.Default.Name,
            BasisHash = basis ?? Basis,
            MadeAt = JudgedCase.Opened,
            LearntTo = 7,
            Lessons = learnt.Lessons,
            People = learnt.People.Count,
            Words = learnt.Adapter.Count,
            Trial = new TrialFigures(8, 8, 0, 0.004, 8, 0, 8, 0, 0, 2.2, 0.4, 3),
        },
        learnt);

    /// <summary>What so many verdicts on badges teach.</summary>
    public static Learnt Taught(int lessons)
    {
        var learnt = Learnt.Nothing(LocalModel.Default);
        for (var i = 0; i < lessons; i++)
            OnlineLearner.Learn(learnt, Lesson.Of(Verdicts.On(Badges.Text(i), Verdicts.Category(Baton.Cases.Category.Security, $"person {i % 3}")), LocalModel.Default)!);
        return learnt;
    }
}
