namespace Baton.Reasoning.Local;

/// <summary>What a phrase of a lexicon stands for. The lexicons name these in lower snake case.</summary>
internal enum Cue
{
    /// <summary>Nothing: it only keeps shorter phrases inside it, of the same lexicon, from counting (<c>killing it</c>).</summary>
    Plain,

    // categories.tsv, in the order of Category.
    Technical, Billing, Account, Product, Integration, BugReport, FeatureRequest, Shipping, Security, GeneralInquiry,

    // feelings.tsv
    Anger, Annoyance, OthersAngry, Demand, Praise, Thanks, Mishap, Relief, Polite, Casual, Formal, Novice,

    // signals.tsv: a threat by itself, or a word that needs a companion in its sentence.
    LegalThreat, LegalWord, ThreatForm, PreviousEscalation, ExecutiveThreat, ExecutiveWord, Involvement,
    RepeatContact, RepeatCount, ContactAct, ChurnThreat, CancelService, Unless, PublicityThreat, PublicityPlace, PublishAct, PersonRequested,

    // severity.tsv
    Outage, Scope, Failure, Works, Blocked, BusinessImpact, RevenueLoss, Breach, OthersData, PerhapsOthers, PrivateData, Sees, Unintended, Fraud, MoneyMoved, NoConsent,
    Deadline, Urgent, Calm, Production, Resolved, Dispute,

    // technical.tsv
    Term, Intermittent, Investigation, SpecGap, ManyParts, Thing,

    // forms.tsv
    HowTo, Question, Request, Wish, ComplaintWord, Hypothetical,
}
