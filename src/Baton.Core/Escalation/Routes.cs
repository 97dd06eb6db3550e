using Baton.Cases;
using Baton.Policies;

namespace Baton.Escalation;

/// <summary>Where a reason leads: kind, how pressing by itself, the team that takes it, the teams that are told.</summary>
internal sealed record Route(EscalationKind Kind, Urgency Urgency, string Team, IReadOnlyList<string> AlsoTold);

/// <summary>Which reason leads where (spec section 2, step 3). Pure.</summary>
internal static class Routes
{
    private const string Management = "management";
    private const string SeniorSupport = "senior_support";

    public static Route Of(string reason, Category category, IssueType? issue, Policy policy)
    {
        var own = policy.TeamOf(category);
        var security = policy.TeamOf(Category.Security);
        return reason switch
        {
            EscalationReason.Outage or EscalationReason.Legal or EscalationReason.Executive => Immediate(own, SeniorSupport),
            EscalationReason.Security => Immediate(own, SeniorSupport, security),
            EscalationReason.Fraud => Immediate(security, policy.TeamOf(Category.Billing)),
            // A legal deadline of weeks: somebody who can delete an account, and somebody who answers for it.
            EscalationReason.Privacy => Specialist(policy.TeamOf(Category.Account), Urgency.Standard, Management),
            EscalationReason.RepeatContact or EscalationReason.Churn or EscalationReason.Publicity => ToManagement(own),
            EscalationReason.ExtremeFrustration => IsAboutMoneyOrService(category, issue) ? ToManagement(own) : Specialist(own, Urgency.Urgent, SeniorSupport),
            EscalationReason.HighRisk => Specialist(SeniorSupport, Urgency.Standard, own),
            EscalationReason.PersonRequested or EscalationReason.NegativeTurns or EscalationReason.Reopened => Specialist(own, Urgency.Urgent),
            EscalationReason.Complex => new Route(EscalationKind.ScheduledEscalation, Urgency.Scheduled, own, []),
            _ => Specialist(own, Urgency.Standard),
        };

        Route Immediate(string team, params string[] told) => To(EscalationKind.ImmediateEscalation, Urgency.Immediate, team, told);
        Route ToManagement(params string[] told) => To(EscalationKind.ManagementEscalation, Urgency.Urgent, Management, told);
        Route Specialist(string team, Urgency urgency, params string[] told) => To(EscalationKind.SpecialistEscalation, urgency, team, told);
        // A company without such a team keeps the case with the category's own.
        Route To(EscalationKind kind, Urgency urgency, string team, string[] told)
        {
            var target = policy.Teams.ContainsKey(team) ? team : own;
            return new Route(kind, urgency, target, [.. told.Where(t => t != target && policy.Teams.ContainsKey(t)).Distinct()]);
        }
    }

    // A complaint is about how the customer was served, whatever the subject.
    private static bool IsAboutMoneyOrService(Category category, IssueType? issue) =>
        issue == IssueType.Complaint || category is not (Category.Technical or Category.BugReport or Category.Integration or Category.FeatureRequest or Category.Security);

    /// <summary>What the people who take it must do or have.</summary>
    public static IReadOnlyList<string> RequirementsOf(string reason) => reason switch
    {
        EscalationReason.Outage => ["Check the state of the service before writing.", "Tell the customer when the next update comes.", "Keep one person on the case until service is back."],
        EscalationReason.Legal => ["Write nothing about fault or liability before legal counsel has seen it.", "Keep the whole conversation as it is."],
        EscalationReason.Executive => ["A senior person answers by name.", "Tell the account's owner before answering."],
        EscalationReason.Security => ["Secure the account before discussing the cause.", "Keep access logs as they are.", "Ask for no secrets in writing."],
        EscalationReason.Fraud => ["Verify who is writing before changing anything.", "Stop further charges until it is clear.", "Keep payment records as they are."],
        EscalationReason.Privacy => ["Verify who is asking.", "Record the day of the request: the legal deadline runs from it.", "Confirm to the customer what was deleted and what must be kept."],
        EscalationReason.RepeatContact => ["Read the earlier contacts first; ask nothing twice.", "Own the case until the customer confirms that it is solved."],
        EscalationReason.Churn => ["Have the account's value and history at hand.", "Know what may be offered before answering."],
        EscalationReason.Publicity => ["A person with leave to speak for the company answers.", "Solve the issue first; do not ask the customer to stay silent."],
        EscalationReason.ExtremeFrustration => ["Acknowledge what went wrong before anything else.", "One person stays on the case to its end."],
        EscalationReason.HardTechnical => ["Have the technical details and entities of the package at hand.", "Reproduce the issue or say what is missing to do so."],
        EscalationReason.UnsupportedLanguage => ["Answer in the customer's language."],
        EscalationReason.NoGroundedAnswer => ["Answer from what is certain.", "Write the missing article afterwards."],
        EscalationReason.PersonRequested => ["Answer as a person, by name.", "Ask nothing that the conversation already answers."],
        EscalationReason.NegativeTurns or EscalationReason.Reopened => ["Read what was answered before; do not repeat it.", "Answer as a person, by name."],
        EscalationReason.NotDelivered => ["Find a way on which the customer can be reached.", "Read the answer that did not arrive before writing another."],
        EscalationReason.PutInQueue => ["Read what the person who took it from the agent noted."],
        EscalationReason.OpenTooLong or EscalationReason.Stuck => ["Tell the customer where the case stands.", "Name the next step and its time."],
        EscalationReason.Complex => ["Plan the time for it and tell the customer when."],
        EscalationReason.ValuedCustomer => ["Have the account's history at hand.", "Answer as a person, by name."],
        _ => ["Read the whole conversation before answering."],
    };
}
