using System.CommandLine;
using Baton.Hosting;
using Baton.Policies;

namespace Baton.Cli;

/// <summary><c>baton policy check FILE</c>: validates a policy and the templates beside it, and says what it means.</summary>
public static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "The policy file; without it, the built-in default is checked", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Names every fault with file, line and key; exit code 2 when there is one") { file };
        check.SetAction(parsed => Check(parsed.GetValue(file)));
        return new Command("policy", "Works with the company's policy") { check };
    }

    private static int Check(string? path)
    {
        PolicyResult result;
        try
        {
            result = PolicyLoading.Check(PolicyLoading.Files(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{path}: cannot be read: {exception.Message}");
            return ExitCode.WrongUsage;
        }
        (result.Policy is null ? Console.Error : Console.Out).WriteLine(PolicyReport.Describe(result));
        return result.Policy is null ? ExitCode.WrongUsage : ExitCode.Done;
    }
}
