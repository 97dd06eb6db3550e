using System.CommandLine;
using Baton.Hosting;

namespace Baton.Cli;

/// <summary><c>baton serve</c>, also the default: the API and the engine, until stopped.</summary>
public static class ServeCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "Directory for cases and outgoing files (Data:Directory; default ./data)", HelpName = "DIR" };
    private static readonly Option<string?> PolicyFile = new("--policy") { Description = "Policy file (Policy:Path; default: built in)", HelpName = "FILE" };
    private static readonly Option<string?> KnowledgeFolder = new("--knowledge") { Description = "Folder of Markdown articles (Knowledge:Path; default: built in)", HelpName = "DIR" };
    private static readonly Option<string?> Model = new("--model") { Description = "The local reasoner's model, as baton train writes it (Reasoning:Local:Model; default: built in)", HelpName = "FILE" };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Where to listen (Urls; default http://localhost:5080)", HelpName = "URL" };
    private static readonly Option<bool> NoSamples = new("--no-samples") { Description = "Do not feed the sample tickets to a new data directory" };

    public static Command Create()
    {
        var command = new Command("serve", "Serves the HTTP API and runs the engine (the default)") { Data, PolicyFile, KnowledgeFolder, Model, Urls, NoSamples };
        command.SetAction(RunAsync);
        return command;
    }

    public static void MakeDefault(RootCommand root)
    {
        foreach (var option in (Option[])[Data, PolicyFile, KnowledgeFolder, Model, Urls, NoSamples])
            root.Options.Add(option);
        root.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Data:Directory"] = parsed.GetValue(Data),
            ["Policy:Path"] = parsed.GetValue(PolicyFile),
            ["Knowledge:Path"] = parsed.GetValue(KnowledgeFolder),
            ["Reasoning:Local:Model"] = parsed.GetValue(Model),
            ["Urls"] = parsed.GetValue(Urls),
        };
        try
        {
            await using var server = await BatonServer.StartAsync(settings.Where(s => s.Value is not null), cancellationToken);
            if (server.IsNew && !parsed.GetValue(NoSamples))
                await FirstRun.ShowAsync(server.Services, cancellationToken);
            Welcome.Print(server);
            await server.RunAsync(cancellationToken);
            return ExitCode.Done;
        }
        catch (StartException exception)
        {
            return Refusal.Tell(exception.Message, exception.ExitCode);
        }
    }
}
