using System.Globalization;
using Baton.Cases;
using Baton.Policies.Reading;
using YamlDotNet.Core;

namespace Baton.Policies;

/// <summary>
/// Makes a policy of its YAML, or names everything that is wrong with it: line, key, what is the matter and how to mend it.
/// Keys are those of <see cref="Policy"/> in camel case; sections that the record has defaults for may be left out.
/// </summary>
public static class PolicyReader
{
    public static PolicyResult Read(string fileName, string yaml, IReadOnlyDictionary<string, Template> templates) => Read(new PolicyFiles(fileName, yaml, templates));

    public static PolicyResult Read(PolicyFiles files)
    {
        try
        {
            return YamlTree.Read(files.Yaml) is { } root
                ? Read(files, root)
                : Refused(files, 0, "is empty; 'baton policy check' on the built-in policy shows what belongs here");
        }
        catch (YamlException e)
        {
            return Refused(files, Convert.ToInt32(e.Start.Line, CultureInfo.InvariantCulture), $"is not valid YAML: {e.Message}");
        }
    }

    /// <summary>
    /// Names templates that the product itself uses and that are missing in English, and placeholders that nothing will ever fill, each with its line.
    /// Required names are without language, known placeholders without braces.
    /// </summary>
    public static IEnumerable<PolicyError> CheckTemplates(
        IReadOnlyDictionary<string, Template> templates, IReadOnlySet<string> requiredNames, IReadOnlySet<string> knownPlaceholders) =>
        TemplateCheck.Run(templates, requiredNames, knownPlaceholders);

    private static PolicyResult Read(PolicyFiles files, YamlNode tree)
    {
        var file = new PolicyFile(files.FileName);
        var root = PolicyNode.Root(file, tree);
        var paths = TeamSection.ReadPaths(root["escalationPaths"]);
        var teams = TeamSection.Read(root["teams"], paths);
        var conversation = ConversationSection.Read(root["conversation"]);
        TemplateSection.Check(root["templates"], files.Templates, conversation.Languages);
        var policy = new Policy
        {
            Hash = files.Hash(),
            Company = root["company"].Text("the company's name as customers know it"),
            HardRules = HardRuleSection.Read(root["hardRules"]),
            Thresholds = ThresholdSection.Read(root["thresholds"]),
            Routing = root["routing"].Each<Category, string>(team => team.NameOf("a team under 'teams'", [.. teams.Keys])),
            Teams = teams,
            EscalationPaths = paths,
            ResponseMinutes = ServiceLevelSection.ReadResponseMinutes(root["responseMinutes"]),
            Urgencies = ServiceLevelSection.ReadUrgencies(root["urgencies"]),
            Hours = HoursSection.Read(root["hours"]),
            Actions = ActionSection.Read(root["actions"]),
            Conversation = conversation,
            Outcomes = ConversationSection.ReadOutcomes(root["outcomes"]),
            Emergency = new EmergencyPolicy(root["emergency"]["email"].Mail(), root["emergency"]["channel"].Text("a channel such as '#support-alerts' in quotes")),
            Templates = files.Templates,
        };
        var errors = file.Finish(tree);
        return new PolicyResult(files.FileName, errors.Count == 0 ? policy : null, errors);
    }

    private static PolicyResult Refused(PolicyFiles files, int line, string message) =>
        new(files.FileName, null, [new PolicyError(files.FileName, line, "", message)]);
}
