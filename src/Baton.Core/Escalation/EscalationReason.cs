namespace Baton.Escalation;

/// <summary>Why a case goes to people, by name, gravest first. The gravest one found decides kind and team (spec section 2, step 3).</summary>
public static class EscalationReason
{
    public const string Outage = "outage";
    public const string Legal = "legal_threat";
    public const string Executive = "executive_involvement";
    public const string Security = "security";
    public const string Fraud = "fraud";
    public const string Privacy = "privacy_request";
    public const string RepeatContact = "repeat_contact";
    public const string Churn = "churn_threat";
    public const string Publicity = "publicity_threat";
    public const string ExtremeFrustration = "extreme_frustration";
    public const string HardTechnical = "hard_technical";
    public const string HighRisk = "high_risk";
    public const string Complex = "complex_calm";
    public const string ValuedCustomer = "valued_customer";
    public const string PersonRequested = "person_requested";
    public const string UnsupportedLanguage = "unsupported_language";
    public const string NoGroundedAnswer = "no_grounded_answer";
    public const string NegativeTurns = "negative_turns";
    public const string Reopened = "reopened";
    public const string OpenTooLong = "open_too_long";
    public const string NotDelivered = "not_delivered";
    public const string PutInQueue = "put_in_queue";
    public const string Stuck = "stuck";

    /// <summary>Stands on a decision that keeps the case with the agent; never a reason to escalate.</summary>
    public const string HandledByAgent = "handled_by_agent";

    /// <summary>All names, gravest first.</summary>
    public static readonly IReadOnlyList<string> ByGravity =
    [
        Outage, Legal, Executive, Security, Fraud, Privacy, RepeatContact, Churn, Publicity, ExtremeFrustration,
        HardTechnical, HighRisk, PersonRequested, NegativeTurns, Reopened, OpenTooLong, NotDelivered, PutInQueue, Stuck, UnsupportedLanguage, NoGroundedAnswer, Complex, ValuedCustomer,
    ];
}
