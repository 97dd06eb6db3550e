using Baton.Cases;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>The complete decision of a case that goes to people for a reason found after step 3: no answer, a language, a time that ran out. Pure.</summary>
public static class OwnEscalation
{
    /// <summary>Specialist escalation, urgency standard, to the team of the category.</summary>
    /// <param name="reason">A name of <see cref="EscalationReason"/>.</param>
    /// <param name="sentence">The same for people.</param>
    /// <param name="c">The case.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="now">The time of the decision.</param>
    public static EscalationDecision ForReason(string reason, string sentence, Case c, Policy policy, DateTimeOffset now)
    {
        var team = policy.TeamOf(c.Classification?.Category ?? Category.GeneralInquiry);
        var earlier = c.Decision is { } decision && c.DecidedTurn == c.Turn ? decision : null;
        return new EscalationDecision
        {
            Decision = EscalationKind.SpecialistEscalation,
            Urgency = Urgency.Standard,
            TargetTeam = team,
            PrimaryReason = sentence,
            Reasons = [reason],
            RiskFactors = earlier?.RiskFactors ?? [],
            AlternativesConsidered = ["Keep it with the agent: it has nothing grounded left to say."],
            HandoffRequirements = ["the whole conversation", "what the agent already said and asked"],
            EscalateAt = now + TimeSpan.FromMinutes(policy.Urgencies[Urgency.Standard].EscalateAfter),
            ExpectedOutcome = $"{team} answers the customer.",
            Confidence = 1,
            By = $"rule:{reason}",
        };
    }
}
