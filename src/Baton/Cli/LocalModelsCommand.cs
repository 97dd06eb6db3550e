using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Baton.Hosting;
using Baton.Learning.Online;
using Spectre.Console;

namespace Baton.Cli;

/// <summary><c>baton models local</c>: the checkpoints that people's verdicts made of the local model. A running server takes a change within a second.</summary>
public static class LocalModelsCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The data directory (Data:Directory)", DefaultValueFactory = _ => "data", HelpName = "DIR" };
    private static readonly Option<string?> Model = new("--model") { Description = "The model below the checkpoints, where the server was given one (Reasoning:Local:Model; default: built in)", HelpName = "FILE" };
    private static readonly Option<bool> Json = new("--json") { Description = "As JSON, for machines" };

    private delegate int Work(CheckpointFolder folder, LocalModelState state, string? id, bool json);

    public static Command Create() => new("local", "The built-in model and what people taught it")
    {
        Verb("list", "What serves, the checkpoints, and what the last trial came to", null, (_, state, _, json) => Show(state, json)),
        Verb("show", "All that is known of one checkpoint", "The checkpoint, by the beginning of its id", ShowOne),
        Verb("pin", "Holds one checkpoint, or the shipped model: nothing is learnt until it is unpinned", "The checkpoint, or 'shipped' (default: what serves)",
            (folder, state, id, json) => Change(folder, state, id ?? state.Serving?.Serves, (s, chosen) => s.Pin(chosen, Now), json)),
        Verb("unpin", "Lets learning go on", null, (folder, state, _, json) => Change(folder, state, state.Serving?.Serves, (s, _) => s.Unpin(Now), json)),
        Verb("rollback", "Goes back to an earlier checkpoint; what people said until now is set aside", "The checkpoint, or 'shipped' (default: the one before what serves)",
            (folder, state, id, json) => Change(folder, state, id ?? ParentOf(state), (s, chosen) => s.RollBack(chosen, Now), json)),
    };

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Command Verb(string name, string description, string? aboutId, Work work)
    {
        var id = new Argument<string?>("id") { Description = aboutId, Arity = name == "show" ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
        var command = new Command(name, description) { Data, Model, Json };
        if (aboutId is not null)
            command.Arguments.Add(id);
        command.SetAction(parsed =>
        {
            try
            {
                var folder = new CheckpointFolder(Path.GetFullPath(parsed.GetValue(Data)!), StartChecks.Model(parsed.GetValue(Model)));
                return work(folder, LocalModelState.Of(folder), aboutId is null ? null : parsed.GetValue(id), parsed.GetValue(Json));
            }
            catch (StartException exception)
            {
                return Refusal.Tell(exception.Message, exception.ExitCode);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return Refusal.Tell(exception.Message, ExitCode.Failed);
            }
        });
        return command;
    }

    private static int ShowOne(CheckpointFolder folder, LocalModelState state, string? id, bool json)
    {
        if (Find(state, id, out var fault) is not { } chosen || state.Checkpoints.FirstOrDefault(c => c.Id == chosen) is not { } found)
            return Refusal.Tell(fault ?? "the shipped model is no checkpoint: nobody taught it");
        if (found.Info is not { } info)
            return Refusal.Tell($"checkpoint {chosen}: {found.Fault}", ExitCode.Failed);
        Console.WriteLine(JsonSerializer.Serialize(info, LearningJson.Default.CheckpointInfo));
        return ExitCode.Done;
    }

    private static int Change(CheckpointFolder folder, LocalModelState state, string? id, Func<Serving, string, Serving> change, bool json)
    {
        if (id is null)
            return Refusal.Tell($"which one? 'baton models local list' shows the checkpoints; '{Serving.Shipped}' is the model without any");
        if (Find(state, id, out var unknown) is not { } chosen)
            return Refusal.Tell(unknown!);
        if (folder.FaultOf(chosen) is { } fault)
            return Refusal.Tell($"checkpoint {chosen} cannot serve: {fault}", ExitCode.Failed);
        folder.Replace(s => change(s, chosen));
        return Show(LocalModelState.Of(folder), json);
    }

    // The whole id, by its beginning.
    private static string? Find(LocalModelState state, string? id, out string? fault)
    {
        var known = state.Checkpoints.Select(c => c.Id).Append(Serving.Shipped).Where(k => id is { Length: > 0 } && k.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        fault = known.Count == 1 ? null : known.Count == 0 ? $"there is no checkpoint {id}; 'baton models local list' shows them" : $"{id} begins the ids {string.Join(", ", known)}: give more of it";
        return fault is null ? known[0] : null;
    }

    private static string? ParentOf(LocalModelState state) => state.Checkpoints.FirstOrDefault(c => c.Id == state.Serving?.Serves)?.Info?.Parent;

    private static int Show(LocalModelState state, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(state, LearningJson.Default.LocalModelState));
        else
            Print(state);
        return ExitCode.Done;
    }

    private static void Print(LocalModelState state)
    {
        Console.WriteLine(state.Serving is not { } serving ? "What serves cannot be told: serving.json is damaged. 'baton models local rollback ID' or 'pin ID' writes it anew."
            : $"{state.Name} serves{(serving.Pinned ? ", pinned" : "")}{(serving.At is { } at ? $", since {Time(at)} ({Cases.Words.Of(serving.Cause)})" : "")}.");
        if (state.Checkpoints.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn("id").AddColumn("parent").AddColumn("made").AddColumn("lessons").AddColumn("people").AddColumn("held-back cases: better, worse").AddColumn("named labels right: before, after");
            foreach (var found in state.Checkpoints)
                table.AddRow(Row(found, state.Serving?.Serves));
            AnsiConsole.Write(table);
        }
        if (state.LastTrial is { } trial)
            Console.WriteLine($"Last trial, {Time(trial.At)}: {trial.NewLessons} new lessons; {trial.Because}.");
    }

    private static string[] Row(CheckpointFound found, string? serves) => found.Info is not { } info
        ? ["", found.Id, "", "", "", "", Markup.Escape(found.Fault!), ""]
        :
        [
            found.Id == serves ? "→" : "", info.Id, info.Parent, Time(info.MadeAt), $"{info.Lessons}", $"{info.People}", $"{info.Trial.Cases}: {info.Trial.Better}, {info.Trial.Worse}",
            $"{info.Trial.ChampionRight}, {info.Trial.ChallengerRight} of {info.Trial.Named}",
        ];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
