using System.Globalization;
using Baton.Cases;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>
/// By when a person takes an escalated case: what the customer is told and what the queue is held to, so that both are the same and true. Pure.
/// </summary>
/// <param name="By">The instant.</param>
/// <param name="Within">The time from now, where people work all through it; null when closing time lies between.</param>
public sealed record ExpectedTime(DateTimeOffset By, TimeSpan? Within)
{
    public static ExpectedTime Of(Case c, EscalationDecision decision, Policy policy, DateTimeOffset now) =>
        After(c, decision.Urgency, policy, now, TimeSpan.FromMinutes(policy.Urgencies[decision.Urgency].HandoffTo));

    /// <summary>The instant after so much time: on the wall clock for cases that page the on-call, in working time for all others.</summary>
    public static ExpectedTime After(Case c, Urgency urgency, Policy policy, DateTimeOffset now, TimeSpan time)
    {
        var by = PagesOnCall(c, urgency) ? now + time : new BusinessCalendar(policy.Hours).Add(now, time);
        return new ExpectedTime(by, by == now + time ? time : null);
    }

    /// <summary>Whether a case wakes somebody out of hours.</summary>
    public static bool PagesOnCall(Case c, Urgency urgency) =>
        urgency is Urgency.Immediate or Urgency.Urgent || c.Classification?.Priority is Priority.Critical or Priority.Urgent;

    /// <summary>The time in words: <c>within 5 minutes</c>, <c>by Monday 09:30 (Europe/Berlin time)</c>.</summary>
    public string Phrase(Policy policy, string language, DateTimeOffset now)
    {
        if (Within is { } within)
        {
            return within < TimeSpan.FromHours(2)
                ? Templates.Render(policy, "time_minutes", language, Values(("minutes", Whole(Math.Max(2, within.TotalMinutes)))))
                : Templates.Render(policy, "time_hours", language, Values(("hours", Whole(within.TotalHours))));
        }
        var local = new BusinessCalendar(policy.Hours).Local(RoundUp(By));
        var weekday = Templates.Render(policy, "weekdays", language, Values()).Split(' ', StringSplitOptions.RemoveEmptyEntries)[(int)local.DayOfWeek];
        // A weekday alone names no day once a whole week lies between.
        var day = By - now < TimeSpan.FromDays(6) ? weekday : $"{weekday} {local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return Templates.Render(policy, "time_by", language,
            Values(("day", day), ("clock", local.ToString("HH:mm", CultureInfo.InvariantCulture)), ("zone", policy.Hours.TimeZone)));
    }

    private static string Whole(double value) => Math.Ceiling(value).ToString(CultureInfo.InvariantCulture);

    // To the next five minutes, never back: what is told may be later than the deadline, not earlier.
    private static DateTimeOffset RoundUp(DateTimeOffset at)
    {
        var step = TimeSpan.FromMinutes(5).Ticks;
        return at.AddTicks((step - at.UtcTicks % step) % step);
    }

    private static Dictionary<string, string> Values(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            all[name] = value;
        return all;
    }
}
