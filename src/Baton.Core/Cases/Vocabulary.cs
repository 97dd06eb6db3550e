using System.Text.Json;
using System.Text.Json.Serialization;

namespace Baton.Cases;

// The product's taxonomies. Wire values are the members' names in lower snake case (`expert_required`).

/// <summary>Writes and reads an enumeration as its lower snake case word; numbers are refused.</summary>
public sealed class WireWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) where T : struct, Enum;

[JsonConverter(typeof(WireWord<Category>))]
public enum Category { Technical, Billing, Account, Product, Integration, BugReport, FeatureRequest, Shipping, Security, GeneralInquiry }

/// <summary>Ordered from the most to the least pressing, so that a smaller value is the graver one.</summary>
[JsonConverter(typeof(WireWord<Priority>))]
public enum Priority { Critical, Urgent, High, Medium, Low }

[JsonConverter(typeof(WireWord<Complexity>))]
public enum Complexity { Simple, Moderate, Complex, ExpertRequired }

[JsonConverter(typeof(WireWord<CustomerTier>))]
public enum CustomerTier { Unknown, Free, Paid, Enterprise, Vip, AtRisk }

[JsonConverter(typeof(WireWord<IssueType>))]
public enum IssueType { Question, Problem, Complaint, Compliment, Request }

[JsonConverter(typeof(WireWord<UrgencyIndicator>))]
public enum UrgencyIndicator { BusinessImpacting, RevenueAffecting, SecurityRelated, OutageRelated }

[JsonConverter(typeof(WireWord<EscalationSignal>))]
public enum EscalationSignal
{
    FrustratedLanguage, LegalThreats, PreviousEscalations, ExecutiveInvolvement,
    RepeatContact, ChurnThreat, PublicityThreat, ClassificationFailure,
}

[JsonConverter(typeof(WireWord<ResolutionLikelihood>))]
public enum ResolutionLikelihood { High, Medium, Low, RequiresHuman }

[JsonConverter(typeof(WireWord<EscalationKind>))]
public enum EscalationKind { NoEscalation, ScheduledEscalation, SpecialistEscalation, ManagementEscalation, ImmediateEscalation }

[JsonConverter(typeof(WireWord<Urgency>))]
public enum Urgency { Immediate, Urgent, Standard, Scheduled }

[JsonConverter(typeof(WireWord<Strategy>))]
public enum Strategy { AutomatedResolution, TemplateResponse, RequestMoreInfo, EscalateToHuman, EscalateToTechnical }

[JsonConverter(typeof(WireWord<Sentiment>))]
public enum Sentiment { VeryNegative, Negative, Neutral, Positive, VeryPositive }

[JsonConverter(typeof(WireWord<CommunicationStyle>))]
public enum CommunicationStyle { Formal, Casual, Technical, Emotional, Aggressive }

[JsonConverter(typeof(WireWord<Trajectory>))]
public enum Trajectory { Escalating, Stable, DeEscalating }

[JsonConverter(typeof(WireWord<Approach>))]
public enum Approach { HighTouchEscalation, CarefulHandling, TechnicalSpecialist, StandardSupport }

[JsonConverter(typeof(WireWord<Expertise>))]
public enum Expertise { SeniorTechnical, TechnicalSpecialist, CommunicationSpecialist, GeneralSupport }

[JsonConverter(typeof(WireWord<BusinessImpact>))]
public enum BusinessImpact { Low, Medium, High }

/// <summary>Why a case goes to people at once, each kept by name (spec section 2, step 2).</summary>
[JsonConverter(typeof(WireWord<ImmediateCause>))]
public enum ImmediateCause { HighFrustration, LegalThreats, ExecutiveInvolvement, HighRiskScore, ExtremeComplexity }

/// <summary>Who may write to the customer. Changed by one event only, checked by every send.</summary>
[JsonConverter(typeof(WireWord<Owner>))]
public enum Owner { Agent, Queue, Person }

/// <summary>Where a case stands, as lists and customers see it.</summary>
[JsonConverter(typeof(WireWord<CaseStatus>))]
public enum CaseStatus { Processing, Answered, Escalated, Claimed, Resolved }

[JsonConverter(typeof(WireWord<Role>))]
public enum Role { Customer, Agent, Person, System }

/// <summary>What a reply rests on. <see cref="Ungrounded"/> text is never sent by itself.</summary>
[JsonConverter(typeof(WireWord<Grounding>))]
public enum Grounding { AccountFact, Article, Template, Ungrounded }

[JsonConverter(typeof(WireWord<ReplyType>))]
public enum ReplyType { Solution, TemplateResponse, ClarificationRequest, EscalationAcknowledgment, Fallback, Suppressed }

[JsonConverter(typeof(WireWord<Tone>))]
public enum Tone { Professional, Friendly, Empathetic, Technical }

/// <summary>The judgements that change what happens (spec section 7).</summary>
[JsonConverter(typeof(WireWord<DecisionType>))]
public enum DecisionType { Classification, Escalation, Strategy, Reply, Action }

/// <summary>How a case ended: the customer said that it is resolved, a person closed it, silence after an answer; or no answer was owed (automatic mail), which is no resolution.</summary>
[JsonConverter(typeof(WireWord<ResolutionKind>))]
public enum ResolutionKind { Confirmed, ByPerson, Assumed, NotOwed }

/// <summary>What a message from the customer's side is where nobody owes it an answer: a rating, thanks after the end, words of somebody who is not the customer, a mail of ours that came back.</summary>
[JsonConverter(typeof(WireWord<MessageMeaning>))]
public enum MessageMeaning { Rating, Thanks, InCopy, Bounce }

[JsonConverter(typeof(WireWord<TimerKind>))]
public enum TimerKind
{
    QuietTime, FollowUp, ResolutionCheck, SatisfactionSurvey, FinalAnalysis, DurabilityCheck,
    SlaResponse, ClaimDeadline, HandoffFollowUp,
}

[JsonConverter(typeof(WireWord<MessagePurpose>))]
public enum MessagePurpose
{
    Reply, Acknowledgment, FollowUp, Survey, PersonReply,
    HandoffMail, HandoffChat, TicketUpdate, EscalationNotice, CustomerWrote, Emergency,
}

[JsonConverter(typeof(WireWord<ChannelKind>))]
public enum ChannelKind { Mail, Chat, HelpDesk }

/// <summary>Where an outgoing message stands. Unknown: a crash or a time-out came between the attempt and its answer.</summary>
[JsonConverter(typeof(WireWord<DeliveryState>))]
public enum DeliveryState { Queued, Sending, Sent, Refused, Unknown, Withdrawn }

/// <summary>Why a message was withdrawn: a person has taken the case, or has written to the customer, or its address had its share of mails of this hour.</summary>
[JsonConverter(typeof(WireWord<WithdrawnFor>))]
public enum WithdrawnFor { PersonTookOver, PersonReplied, HourlyLimit }

/// <summary>Wire words of enumeration values, outside JSON (tables, tags, policy keys).</summary>
public static class Words
{
    /// <summary>The wire word of a value: <c>ExpertRequired</c> is <c>expert_required</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Cache<T>.Names[value];

    /// <summary>Reads a wire word; false when it is not one of the enumeration's.</summary>
    public static bool TryParse<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Cache<T>.Values.TryGetValue(word, out value);
    }

    /// <summary>All wire words of an enumeration, in its order.</summary>
    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    private static class Cache<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
        public static readonly Dictionary<string, T> Values = Names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
