using Baton.Cases;
using Baton.Conversation;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>Until when people are waited for, again, once they were told. Pure.</summary>
internal static class Waiting
{
    /// <summary>Between two reminders of the same thing to the same people; more often, nobody reads them.</summary>
    private static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(4);

    /// <summary>The urgency of the handoff; standard for a case that people took without one.</summary>
    public static Urgency UrgencyOf(Case c) => c.Handoff?.Urgency ?? Urgency.Standard;

    /// <summary>When a level of the path must have acted.</summary>
    public static DateTimeOffset ForClaim(Case c, Policy policy, DateTimeOffset now) =>
        ExpectedTime.After(c, UrgencyOf(c), policy, now, TimeSpan.FromMinutes(policy.Urgencies[UrgencyOf(c)].HandoffTo)).By;

    /// <summary>When the same people may be reminded again.</summary>
    public static DateTimeOffset ForReminder(Case c, Policy policy, DateTimeOffset now) => ExpectedTime.After(c, UrgencyOf(c), policy, now, BetweenReminders).By;

    /// <summary>The same on the wall clock alone, for a step whose own work failed.</summary>
    public static DateTimeOffset AtLatest(DateTimeOffset now) => now + BetweenReminders;
}
