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
            return TabLine(files.Yaml) is { } line
                ? Refused(files, line, "is not valid YAML: it is indented with a tab, and YAML takes spaces only")
                : Refused(files, Convert.ToInt32(e.Start.Line, CultureInfo.InvariantCulture), $"is not valid YAML: {e.Message}");
        }
    }

    /// <summary>
    /// Names templates that the product itself uses and that are missing, in English or in a language that policy lists, and placeholders that nothing fills
    /// where they stand, each with its line.
    /// </summary>
    public static IEnumerable<PolicyError> CheckTemplates(IReadOnlyDictionary<string, Template> templates, IReadOnlyCollection<string> languages, TemplateNeeds needs) =>
        TemplateCheck.Run(templates, languages, needs);

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
        return new PolicyResult(files.FileName, errors.Count == 0 ? policy : null, errors) { Languages = conversation.Languages };
    }

    // The parser tells the line on which the block around a tab began. Only asked where the file is refused, since a tab is right inside a text.
    private static int? TabLine(string yaml)
    {
        var lines = yaml.Split('\n');
        var line = Array.FindIndex(lines, l => l.TrimStart(' ') is ['\t', ..] && !string.IsNullOrWhiteSpace(l));
        return line < 0 ? null : line + 1;
    }

    private static PolicyResult Refused(PolicyFiles files, int line, string message) =>
        new(files.FileName, null, [new PolicyError(files.FileName, line, "", message)]);
}
