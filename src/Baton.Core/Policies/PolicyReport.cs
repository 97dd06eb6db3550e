using System.Globalization;
using System.Text;
using Baton.Cases;
using Baton.Classification;

namespace Baton.Policies;

/// <summary>A policy for people to read: its mistakes, or on one screen what it says.</summary>
public static class PolicyReport
{
    public static string Describe(PolicyResult result) => result.Policy is { } policy
        ? Summary(result.File, policy)
        : string.Join('\n', result.Errors) + $"\n{result.Errors.Count} {(result.Errors.Count == 1 ? "mistake" : "mistakes")}; the policy is refused.";

    private static string Summary(string file, Policy policy)
    {
        var text = new StringBuilder();
        Line(text, "", $"{file} is valid (policy {policy.Hash}).");
        Line(text, "company", $"{policy.Company}, mails in {string.Join(", ", policy.Conversation.Languages)}");
        foreach (var rule in policy.HardRules)
            Line(text, "rule", $"{rule.Id}: {Rule(rule)}");
        foreach (var team in policy.Teams)
            Line(text, "team", Team(policy, team.Key, team.Value));
        Line(text, "respond", string.Join(", ", policy.ResponseMinutes.OrderBy(r => r.Key).Select(r => $"{Words.Of(r.Key)} {Minutes(r.Value)}")));
        foreach (var (urgency, times) in policy.Urgencies.OrderBy(u => u.Key))
            Line(text, "urgency", $"{Words.Of(urgency)}: escalate {(times.EscalateAfter == 0 ? "at once" : "after " + Minutes(times.EscalateAfter))}, taken within {Minutes(times.HandoffFrom)} to {Minutes(times.HandoffTo)}, followed up after {Minutes(times.FollowUp)}");
        Line(text, "hours", Hours(policy.Hours));
        Line(text, "actions", policy.Actions.Count == 0 ? "none" : string.Join(", ", policy.Actions.Values.Select(Action)));
        var t = policy.Thresholds;
        Line(text, "escalate", FormattableString.Invariant($"at once over frustration {t.ImmediateFrustration}, risk {t.ImmediateRisk}, complexity {t.ImmediateComplexity}; over risk {t.EscalationRisk} ± {t.AdaptationLimit}; answers under confidence {t.AnswerConfidence}"));
        Line(text, "emergency", $"{policy.Emergency.Email}, {policy.Emergency.Channel}");
        Line(text, "templates", FormattableString.Invariant($"{policy.Templates.Count}"));
        return text.ToString().TrimEnd();
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(name.Length == 0 ? "" : name.PadRight(10)).Append(value).Append('\n');

    private static string Rule(HardRulePolicy rule) => FormattableString.Invariant(rule.Kind switch
    {
        RuleKind.Tier => $"tier {string.Join(", ", rule.Tiers.Select(Words.Of))}",
        RuleKind.Value => $"lifetime value over {rule.Over}",
        RuleKind.RepeatContact => $"contact {rule.Contacts} on the same issue within {rule.WithinDays} days (similarity {rule.Similarity})",
        RuleKind.Legal or RuleKind.Fraud or RuleKind.Privacy or RuleKind.PersonRequested => (FormattableString)$"{rule.Words.Count} phrases, {rule.Unless.Count} exceptions",
    });

    private static string Team(Policy policy, string name, TeamPolicy team)
    {
        var serves = policy.Routing.Where(r => r.Value == name).Select(r => Words.Of(r.Key)).ToList();
        return $"{name} <{team.Email}>{(serves.Count == 0 ? "" : $" for {string.Join(", ", serves)}")}; path {team.EscalationPath}";
    }

    private static string Hours(HoursPolicy hours)
    {
        var days = hours.Days.OrderBy(d => ((int)d.Key + 6) % 7).Select(d => $"{d.Key.ToString()[..3]} {Clock(d.Value.From)}-{Clock(d.Value.To)}");
        return FormattableString.Invariant($"{string.Join(", ", days)} in {hours.TimeZone}; {hours.Holidays.Count} holidays; else {hours.OnCall}");
    }

    private static string Clock(TimeOnly time) => time == TimeOnly.MaxValue ? "24:00" : time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Action(ActionPolicy action) =>
        action.Limit is null ? action.Name : FormattableString.Invariant($"{action.Name} up to {action.Limit} {action.Unit}");

    private static string Minutes(int minutes) => FormattableString.Invariant(minutes >= 60 && minutes % 60 == 0 ? (FormattableString)$"{minutes / 60} h" : $"{minutes} min");
}
