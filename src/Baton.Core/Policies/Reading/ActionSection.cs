namespace Baton.Policies.Reading;

internal static class ActionSection
{
    public static IReadOnlyDictionary<string, ActionPolicy> Read(PolicyNode section) => !section.Given
        ? new Dictionary<string, ActionPolicy>()
        : section.Entries().ToDictionary(entry => entry.Key, entry => Action(entry.Key, entry.Value), StringComparer.Ordinal);

    private static ActionPolicy Action(string name, PolicyNode section)
    {
        decimal? limit = section["limit"].Given ? section["limit"].Amount() : null;
        var unit = limit is null ? section["unit"].OptionalText("a unit such as USD or percent") : section["unit"].Text("the limit's unit, such as USD or percent");
        if (unit is "percent" && limit > 100)
            section["limit"].Refuse("must be at most 100, since its unit is percent");
        return new ActionPolicy(name, limit, unit, section["describe"].Text("what the agent may do, in words that a customer understands"));
    }
}
