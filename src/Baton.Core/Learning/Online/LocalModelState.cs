namespace Baton.Learning.Online;

/// <summary>The local model as people see it: what serves, the checkpoints, the last trial.</summary>
/// <param name="Name">What serves, as it stands on judgements.</param>
/// <param name="Serving">What should serve, and since when; null where the file that says so is damaged.</param>
/// <param name="Checkpoints">In the order in which they were made; the damaged ones last.</param>
/// <param name="LastTrial">Why something was learnt or not; null before the first trial.</param>
public sealed record LocalModelState(string Name, Serving? Serving, IReadOnlyList<CheckpointFound> Checkpoints, TrialReport? LastTrial)
{
    /// <summary>As a process sees it in which that model serves.</summary>
    public static LocalModelState Of(CheckpointFolder folder, string name) => new(name, ServingOf(folder), folder.List(), folder.ReadTrial());

    /// <summary>As the folder says.</summary>
    public static LocalModelState Of(CheckpointFolder folder)
    {
        var serving = ServingOf(folder);
        var checkpoint = serving is null ? null : folder.Choose(serving, (_, _) => { });
        return Of(folder, checkpoint?.Info.Name ?? folder.Base.Name);
    }

    private static Serving? ServingOf(CheckpointFolder folder)
    {
        try
        {
            return folder.ReadServing();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
