using Baton.Cases;

namespace Baton.Tests.Reasoning.Local;

/// <summary>A ticket and what must come out of it. What is left null is not asked for.</summary>
public sealed record Sample(string Name, string? Subject, string Text)
{
    public Category[]? Categories { get; init; }
    public Priority[]? Priorities { get; init; }
    public Complexity[]? Complexities { get; init; }
    public EscalationSignal[] Signals { get; init; } = [];
    public UrgencyIndicator[] Indicators { get; init; } = [];
    public int FrustrationFrom { get; init; }
    public int FrustrationTo { get; init; } = 100;
    public EscalationKind[]? Kinds { get; init; }
    public string? Reason { get; init; }

    public override string ToString() => Name;

    // The four kinds of ticket that the product is accepted by; any industry's version of one must come out alike.

    public static Sample PoliteRoutine(string name, string? subject, string text) => new(name, subject, text)
    {
        Categories = [Category.Account, Category.GeneralInquiry],
        Priorities = [Priority.Medium, Priority.Low],
        Complexities = [Complexity.Simple],
        FrustrationTo = 29,
        Kinds = [EscalationKind.NoEscalation],
    };

    public static Sample OutageWithLegalThreat(string name, string? subject, string text) => new(name, subject, text)
    {
        Categories = [Category.Technical],
        Priorities = [Priority.Critical],
        Complexities = [Complexity.ExpertRequired],
        FrustrationFrom = 91,
        Signals = [EscalationSignal.LegalThreats, EscalationSignal.FrustratedLanguage],
        Indicators = [UrgencyIndicator.OutageRelated, UrgencyIndicator.BusinessImpacting, UrgencyIndicator.RevenueAffecting],
        Kinds = [EscalationKind.ImmediateEscalation],
    };

    public static Sample HardIntegration(string name, string? subject, string text) => new(name, subject, text)
    {
        Categories = [Category.Integration],
        Priorities = [Priority.High],
        Complexities = [Complexity.Complex],
        FrustrationTo = 49,
        Kinds = [EscalationKind.SpecialistEscalation],
        Reason = "hard_technical",
    };

    public static Sample AngryRepeatBilling(string name, string? subject, string text) => new(name, subject, text)
    {
        Categories = [Category.Billing],
        Priorities = [Priority.High],
        FrustrationFrom = 86,
        Signals = [EscalationSignal.RepeatContact, EscalationSignal.FrustratedLanguage, EscalationSignal.PublicityThreat],
        Kinds = [EscalationKind.ManagementEscalation],
        Reason = "repeat_contact",
    };

    public static Sample MustNotEscalate(string name, string text) => new(name, null, text) { FrustrationTo = 45, Kinds = [EscalationKind.NoEscalation] };

    public static Sample MustEscalate(string name, string text, string reason, params EscalationKind[] kinds) => new(name, null, text) { Kinds = kinds, Reason = reason };
}
