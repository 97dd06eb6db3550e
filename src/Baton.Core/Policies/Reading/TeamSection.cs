namespace Baton.Policies.Reading;

/// <summary>Escalation paths, and the teams that use them.</summary>
internal static class TeamSection
{
    // Cases go to these by decision, whatever routing says (spec section 2, step 3).
    private static readonly string[] Needed = ["general_support", "senior_support", "management", "security_team", "finance"];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ReadPaths(PolicyNode section)
    {
        var paths = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, levels) in section.Entries())
        {
            var items = levels.Items();
            if (items.Count != 3 && levels.IsList)
                levels.Refuse($"must have three levels, from the first to tell to the last, not {items.Count}");
            paths[name] = [.. items.Select(level => level.Mail())];
        }
        if (section.IsMap && !paths.ContainsKey("urgent"))
            section.Refuse("must have a path 'urgent': it serves where a team names no other");
        return paths;
    }

    public static IReadOnlyDictionary<string, TeamPolicy> Read(PolicyNode section, IReadOnlyDictionary<string, IReadOnlyList<string>> paths)
    {
        var teams = section.Entries().ToDictionary(
            entry => entry.Key,
            entry => new TeamPolicy
            {
                Email = entry.Value["email"].Mail(),
                Channels = Channels(entry.Value["channels"]),
                EscalationPath = entry.Value["escalationPath"].NameOf("a path under 'escalationPaths'", [.. paths.Keys]),
            },
            StringComparer.Ordinal);
        foreach (var name in Needed.Where(name => section.IsMap && !teams.ContainsKey(name)))
            section.Refuse($"must have a team '{name}': decisions send cases to it");
        return teams;
    }

    private static Dictionary<string, string> Channels(PolicyNode section) => !section.Given
        ? []
        : section.Entries().ToDictionary(entry => entry.Key, entry => entry.Value.Text("a channel such as '#support' in quotes"), StringComparer.Ordinal);
}
