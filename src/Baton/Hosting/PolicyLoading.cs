using Baton.Conversation;
using Baton.Policies;

namespace Baton.Hosting;

/// <summary>Where this process's policy comes from: the configured file with the templates beside it, or what is built in.</summary>
public static class PolicyLoading
{
    /// <summary>The files as they are now.</summary>
    public static PolicyFiles Files(string? path) => path is null ? EmbeddedDefaults.Policy() : PolicyFiles.At(path, EmbeddedDefaults.Templates());

    /// <summary>Validates policy and templates together.</summary>
    public static PolicyResult Check(PolicyFiles files)
    {
        var result = PolicyReader.Read(files);
        var templates = PolicyReader.CheckTemplates(files.Templates, result.Languages, Needs).ToList();
        return templates.Count == 0 ? result : result with { Policy = null, Errors = [.. result.Errors, .. templates] };
    }

    private static readonly TemplateNeeds Needs = new(Templates.RequiredNames, Templates.AcknowledgementNames.ToHashSet(StringComparer.Ordinal), Templates.PlaceholdersOf);

    public static PolicySource Source(BatonOptions options, Policy first, TimeProvider time, ILogger<PolicySource> logger) =>
        new(first, () => Files(options.PolicyPath), Check, time, logger);
}
