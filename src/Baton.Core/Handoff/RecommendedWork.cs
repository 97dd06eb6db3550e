using Baton.Cases;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>What people are advised to do first: tables over the reasons, the category and the mood. Pure.</summary>
public static class RecommendedWork
{
    private const int MostActions = 6;

    private static readonly Dictionary<string, IReadOnlyList<string>> ActionsByReason = new()
    {
        [EscalationReason.Outage] = ["Check the service status and open incidents for this account.", "Tell the customer what is known, and when the next news comes."],
        [EscalationReason.Legal] = ["Bring in legal counsel before any statement on the matter.", "Answer in facts; admit and promise nothing in writing."],
        [EscalationReason.Executive] = ["Let a manager answer, by name.", "Tell the account's owner before the customer is answered."],
        [EscalationReason.Security] = ["Secure the account first: sessions, keys, recent sign-ins.", "Keep the evidence; change nothing that is needed to investigate."],
        [EscalationReason.Fraud] = ["Freeze the disputed payment where that is possible.", "Check who the customer is over a second channel before any account data is discussed."],
        [EscalationReason.Privacy] = ["Log the request with its legal deadline.", "Check the requester's identity before any data is given or erased."],
        [EscalationReason.RepeatContact] = ["Read the earlier cases first; do not ask again for what was given there.", "Name one person who keeps the case until it is solved."],
        [EscalationReason.Churn] = ["Check contract, renewal date and what the customer pays.", "Offer a call with somebody who may decide."],
        [EscalationReason.Publicity] = ["Tell communications that the matter may become public.", "Answer fast, and the same in every channel."],
        [EscalationReason.ExtremeFrustration] = ["Answer personally and take responsibility before any explanation.", "Prefer a call to another mail."],
        [EscalationReason.HardTechnical] = ["Reproduce the fault with the customer's details before asking for more."],
        [EscalationReason.HighRisk] = ["Read the evidence behind the scores before answering."],
        [EscalationReason.PersonRequested] = ["Write as a person, with your name; the customer asked for one."],
        [EscalationReason.NegativeTurns] = ["Do not repeat the agent's answers; they did not help."],
        [EscalationReason.Reopened] = ["Find out what the answer left open before writing again."],
        [EscalationReason.OpenTooLong] = ["Answer now, even if only with where it stands: the customer has waited too long."],
        [EscalationReason.NotDelivered] = ["Check the customer's address, or reach them another way: the agent's answer did not arrive."],
        [EscalationReason.PutInQueue] = ["Read the notes: somebody looked at it and left it to the team."],
        [EscalationReason.Stuck] = ["Check what has been sent; the case stood still without anybody noticing."],
        [EscalationReason.UnsupportedLanguage] = ["Give it to somebody who speaks the customer's language."],
        [EscalationReason.NoGroundedAnswer] = ["Answer from what you know, and note it for a new article."],
        [EscalationReason.Complex] = ["Split the matter into its questions and answer each."],
        [EscalationReason.ValuedCustomer] = ["Greet the customer by name and account; the question itself may be plain."],
    };

    private static readonly Dictionary<Category, IReadOnlyList<string>> StepsByCategory = new()
    {
        [Category.Technical] = ["Check logs and status for the time of the message.", "Reproduce with the named error codes and versions.", "Look for recent releases or changes in configuration."],
        [Category.BugReport] = ["Reproduce with the customer's steps.", "Look for the same fault among open issues.", "Find the release in which it first appears."],
        [Category.Integration] = ["Compare request and response with the published interface.", "Check webhook deliveries, retries and signatures.", "Check the customer's keys, scopes and rate limits."],
        [Category.Billing] = ["Compare the disputed invoice or charge with the payment provider's records.", "Check plan changes and credits of the last months."],
        [Category.Account] = ["Check sign-in attempts, locks and roles of the account.", "Check whether the mails that the account waits for were delivered."],
        [Category.Product] = ["Check whether plan and configuration have what the customer asks about."],
        [Category.FeatureRequest] = ["Look whether the wish is already recorded, and add this customer to it."],
        [Category.Shipping] = ["Check the shipment with the carrier.", "Check address and stock for a replacement."],
        [Category.Security] = ["Review sign-ins, sessions and changes of permissions.", "Check whether other accounts show the same."],
        [Category.GeneralInquiry] = ["Look for the matter behind the question in account and history."],
    };

    public static Recommendations For(Case c, EscalationDecision decision, Policy policy) =>
        new(Actions(decision), StepsByCategory[c.Classification?.Category ?? Category.GeneralInquiry], Tone(c, decision), policy.PathOf(decision.TargetTeam));

    private static List<string> Actions(EscalationDecision decision)
    {
        var actions = decision.Reasons.SelectMany(r => ActionsByReason.GetValueOrDefault(r, [])).Distinct().Take(MostActions).ToList();
        return actions.Count > 0 ? actions : ["Read the conversation and answer the customer's question."];
    }

    private static string Tone(Case c, EscalationDecision decision)
    {
        if (decision.Reasons.Any(r => r is EscalationReason.Legal or EscalationReason.Fraud or EscalationReason.Privacy or EscalationReason.Security))
            return "Neutral and exact: facts only, no admissions, no speculation.";
        if (c.Analysis?.Frustration > 85)
            return "Apologise once, plainly; then say what happens next and when. No set phrases.";
        if (c.Analysis?.Frustration > 60)
            return "Empathetic and to the point: name the trouble it caused before the solution.";
        return c.Analysis?.Style switch
        {
            CommunicationStyle.Technical => "Technical and exact; the customer knows the subject.",
            CommunicationStyle.Casual => "Friendly and short.",
            CommunicationStyle.Formal => "Polite and formal.",
            _ => "Friendly and professional.",
        };
    }
}
