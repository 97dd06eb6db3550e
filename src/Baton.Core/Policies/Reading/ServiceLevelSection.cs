using Baton.Cases;

namespace Baton.Policies.Reading;

/// <summary>How fast: minutes to respond by priority, and the times of each urgency.</summary>
internal static class ServiceLevelSection
{
    private const int Month = 31 * 24 * 60;

    public static IReadOnlyDictionary<Priority, int> ReadResponseMinutes(PolicyNode section)
    {
        var minutes = section.Each<Priority, int>(value => value.Whole(1, Month));
        Rising(section, minutes, "a graver priority cannot have more time than a lesser one");
        return minutes;
    }

    public static IReadOnlyDictionary<Urgency, UrgencyPolicy> ReadUrgencies(PolicyNode section)
    {
        var urgencies = section.Each<Urgency, UrgencyPolicy>(ReadUrgency);
        Rising(section, urgencies.ToDictionary(u => u.Key, u => u.Value.EscalateAfter), "a graver urgency cannot wait longer than a lesser one", "escalateAfter");
        return urgencies;
    }

    private static UrgencyPolicy ReadUrgency(PolicyNode section)
    {
        var urgency = new UrgencyPolicy(
            section["escalateAfter"].Whole(0, Month), section["handoffFrom"].Whole(0, Month), section["handoffTo"].Whole(1, Month), section["followUp"].Whole(1, Month));
        if (urgency.HandoffFrom > urgency.HandoffTo && section["handoffTo"].Given)
            section["handoffTo"].Refuse($"must not be less than handoffFrom, which is {urgency.HandoffFrom}");
        return urgency;
    }

    // The taxonomies are ordered from the gravest on. A value that could not be read is 0, and has had its own sentence.
    private static void Rising<T>(PolicyNode section, IReadOnlyDictionary<T, int> minutes, string rule, string? below = null) where T : struct, Enum
    {
        foreach (var (graver, lesser) in Enum.GetValues<T>().Zip(Enum.GetValues<T>().Skip(1)))
        {
            var at = below is null ? section[Words.Of(lesser)] : section[Words.Of(lesser)][below];
            if (at.Given && minutes[lesser] > 0 && minutes[graver] > minutes[lesser])
                at.Refuse($"must be at least {minutes[graver]}, the minutes of '{Words.Of(graver)}', not {minutes[lesser]}: {rule}");
        }
    }
}
