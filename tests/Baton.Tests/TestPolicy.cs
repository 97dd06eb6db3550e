using Baton.Cases;
using Baton.Classification;
using Baton.Policies;

namespace Baton.Tests;

/// <summary>A policy with the figures of the product's default, for tests that are about something else. Templates are added by <c>with</c>.</summary>
internal static class TestPolicy
{
    public static Policy Default { get; } = new()
    {
        Hash = "testpolicy00",
        Company = "Northwind Cloud",
        HardRules =
        [
            new() { Id = "legal", Kind = RuleKind.Legal, Reason = "The customer threatens or starts legal steps.", Words = ["lawsuit", "legal action", "sue you", "will sue", "our lawyers", "my lawyer", "attorney", "solicitor"], Unless = ["i am an attorney", "i'm an attorney", "i am a solicitor"] },
            new() { Id = "privacy", Kind = RuleKind.Privacy, Reason = "A data-protection request has a legal deadline.", Words = ["gdpr deletion", "right to erasure", "right to be forgotten"] },
            new() { Id = "fraud", Kind = RuleKind.Fraud, Reason = "Money may have moved without the customer's leave.", Words = ["chargeback", "fraud", "unauthorised charge", "unauthorized charge", "not my account"], Unless = ["fraud detection"] },
            new() { Id = "enterprise", Kind = RuleKind.Tier, Reason = "Enterprise customers are served by people.", Tiers = [CustomerTier.Enterprise] },
            new() { Id = "lifetime_value", Kind = RuleKind.Value, Reason = "A customer of high lifetime value.", Over = 10_000 },
            new() { Id = "repeat_contact", Kind = RuleKind.RepeatContact, Reason = "Third contact about the same issue within a week.", Contacts = 3, WithinDays = 7, Similarity = 0.5 },
            new() { Id = "person_requested", Kind = RuleKind.PersonRequested, Reason = "The customer asks for a person.", Words = ["speak to a human", "talk to a person", "real person", "human agent"] },
        ],
        Thresholds = new ThresholdPolicy
        {
            TierAdjustment = new Dictionary<CustomerTier, int> { [CustomerTier.Enterprise] = -15, [CustomerTier.Vip] = -10, [CustomerTier.AtRisk] = -10 },
        },
        Routing = new Dictionary<Category, string>
        {
            [Category.Technical] = "engineering",
            [Category.BugReport] = "engineering",
            [Category.Billing] = "finance",
            [Category.Account] = "customer_success",
            [Category.Integration] = "technical_support",
            [Category.FeatureRequest] = "product",
            [Category.Security] = "security_team",
            [Category.Shipping] = "general_support",
            [Category.Product] = "general_support",
            [Category.GeneralInquiry] = "general_support",
        },
        Teams = new[] { "engineering", "finance", "customer_success", "technical_support", "product", "security_team", "general_support", "management", "senior_support" }
            .ToDictionary(t => t, t => new TeamPolicy
            {
                Email = $"{t.Replace('_', '-')}@northwind.example",
                Channels = new Dictionary<string, string> { ["default"] = $"#{t.Replace('_', '-')}" },
                EscalationPath = t is "finance" ? "billing" : t is "engineering" or "technical_support" ? "technical" : "urgent",
            }),
        EscalationPaths = new Dictionary<string, IReadOnlyList<string>>
        {
            ["technical"] = ["senior-engineer@northwind.example", "team-lead@northwind.example", "engineering-manager@northwind.example"],
            ["billing"] = ["billing-specialist@northwind.example", "account-manager@northwind.example", "finance-director@northwind.example"],
            ["urgent"] = ["supervisor@northwind.example", "manager@northwind.example", "operations-director@northwind.example"],
        },
        ResponseMinutes = new Dictionary<Priority, int> { [Priority.Critical] = 15, [Priority.Urgent] = 30, [Priority.High] = 120, [Priority.Medium] = 480, [Priority.Low] = 1440 },
        Urgencies = new Dictionary<Urgency, UrgencyPolicy>
        {
            [Urgency.Immediate] = new(0, 2, 5, 15),
            [Urgency.Urgent] = new(5, 5, 15, 60),
            [Urgency.Standard] = new(30, 15, 30, 240),
            [Urgency.Scheduled] = new(240, 120, 240, 480),
        },
        Hours = new HoursPolicy
        {
            TimeZone = "Europe/Berlin",
            Days = new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
                .ToDictionary(d => d, _ => new OpenHours(new TimeOnly(9, 0), new TimeOnly(18, 0))),
            Holidays = [new DateOnly(2026, 12, 25)],
            OnCall = "on-call@northwind.example",
        },
        Actions = new Dictionary<string, ActionPolicy>
        {
            ["refund"] = new("refund", 50, "USD", "refund up to 50 without approval"),
            ["discount"] = new("discount", 20, "percent", "a discount of up to 20 %"),
            ["resend_email"] = new("resend_email", null, null, "send a mail again"),
            ["escalate"] = new("escalate", null, null, "hand the case to people"),
        },
        Conversation = new ConversationPolicy(),
        Outcomes = new OutcomePolicy(),
        Emergency = new EmergencyPolicy("emergency@northwind.example", "#support-alerts"),
        Templates = new Dictionary<string, Template>(),
    };
}
