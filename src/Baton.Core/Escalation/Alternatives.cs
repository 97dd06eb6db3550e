using System.Globalization;
using Baton.Cases;
using Baton.Reasoning;

namespace Baton.Escalation;

/// <summary>What else was weighed, and why it was not taken. Pure.</summary>
internal static class Alternatives
{
    public static IReadOnlyList<string> ToEscalating(
        Case c, EscalationAdvice? advice, IReadOnlyList<Finding> findings, IReadOnlyList<Route> routes, string by, int threshold)
    {
        var risk = c.Risk?.Overall.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        var alternatives = new List<string>
        {
            by.StartsWith("rule:", StringComparison.Ordinal) || by.StartsWith("flag:", StringComparison.Ordinal)
                ? $"Keep it with the agent: {by} sends it to people whatever the risk ({risk})."
                : string.Create(CultureInfo.InvariantCulture, $"Keep it with the agent: {by} advises people at a risk of {risk} (threshold {threshold})."),
        };
        for (var i = 1; i < findings.Count; i++)
        {
            if (routes[i].Kind != routes[0].Kind || routes[i].Team != routes[0].Team)
                alternatives.Add($"{Words.Of(routes[i].Kind)} to {routes[i].Team} for {findings[i].Reason}: {findings[0].Reason} is graver.");
        }
        return [.. alternatives.Concat(Advised(advice)).Distinct()];
    }

    public static IReadOnlyList<string> ToKeeping(Case c, EscalationAdvice? advice, string team, int threshold)
    {
        var risk = c.Risk?.Overall.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{Words.Of(EscalationKind.SpecialistEscalation)} to {team}: the risk of {risk} does not reach over the threshold of {threshold}."),
            .. Advised(advice),
        ];
    }

    private static IEnumerable<string> Advised(EscalationAdvice? advice) => (advice?.Alternatives ?? []).Where(a => !string.IsNullOrWhiteSpace(a));
}
