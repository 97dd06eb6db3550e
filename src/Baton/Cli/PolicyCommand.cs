using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Hosting;
using Baton.Policies;

namespace Baton.Cli;

/// <summary><c>baton policy check FILE</c>: validates a policy and the templates beside it, and says what it means.</summary>
public static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "The policy file; without it, the built-in default is checked", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "The result as JSON, for machines" };
        var check = new Command("check", "Names every fault with file, line and key; exit code 2 when there is one") { file, json };
        check.SetAction(parsed => Check(parsed.GetValue(file), parsed.GetValue(json)));
        return new Command("policy", "Works with the company's policy") { check };
    }

    private static int Check(string? path, bool json)
    {
        PolicyResult result;
        try
        {
            result = PolicyLoading.Check(PolicyLoading.Files(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            result = new PolicyResult(path!, null, [new PolicyError(path!, 0, "", $"cannot be read: {exception.Message}")]);
        }
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(PolicyCheck.Of(result), PolicyJson.Default.PolicyCheck));
        else
            (result.Policy is null ? Console.Error : Console.Out).WriteLine(PolicyReport.Describe(result));
        return result.Policy is null ? ExitCode.WrongUsage : ExitCode.Done;
    }
}

/// <summary>What <c>policy check --json</c> writes. <paramref name="Hash"/> is null, and <paramref name="Errors"/> is not empty, where the policy is refused.</summary>
public sealed record PolicyCheck(string File, bool Valid, string? Hash, IReadOnlyList<PolicyError> Errors)
{
    public static PolicyCheck Of(PolicyResult result) => new(result.File, result.Policy is not null, result.Policy?.Hash, result.Errors);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PolicyCheck))]
public sealed partial class PolicyJson : JsonSerializerContext;
