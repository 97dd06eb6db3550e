using Baton.Cases;
using Baton.Classification;
using Baton.Intake;

namespace Baton.Reasoning.Local;

/// <summary>Step 1 from a reading: labels, their confidences, and the words behind them.</summary>
internal static class Labels
{
    private static readonly (Finding Finding, UrgencyIndicator Indicator)[] _indicators =
    [
        (Finding.BusinessImpact, UrgencyIndicator.BusinessImpacting), (Finding.RevenueLoss, UrgencyIndicator.RevenueAffecting),
        (Finding.Security, UrgencyIndicator.SecurityRelated), (Finding.Outage, UrgencyIndicator.OutageRelated),
    ];

    private static readonly (Finding Finding, EscalationSignal Signal)[] _signals =
    [
        (Finding.LegalThreat, EscalationSignal.LegalThreats), (Finding.PreviousEscalation, EscalationSignal.PreviousEscalations),
        (Finding.Executive, EscalationSignal.ExecutiveInvolvement), (Finding.RepeatContact, EscalationSignal.RepeatContact),
        (Finding.ChurnThreat, EscalationSignal.ChurnThreat), (Finding.PublicityThreat, EscalationSignal.PublicityThreat),
    ];

    // From this frustration on, the language is called frustrated.
    public const int Frustrated = 50;

    public static ClassificationLabels Of(Reading reading, CustomerContext? customer) => new()
    {
        Category = reading.Category.Category,
        Priority = reading.Priority.Priority,
        Complexity = reading.Complexity.Label,
        CustomerType = customer?.Tier ?? CustomerTier.Unknown,
        IssueType = reading.IssueType.Type,
        UrgencyIndicators = [.. _indicators.Where(i => reading.Findings.Stands(i.Finding)).Select(i => i.Indicator)],
        EscalationSignals = [.. Signals(reading, customer)],
        ResolutionLikelihood = Likelihood(reading),
        Entities = reading.Entities,
        Language = reading.Language,
        Confidence = Confidence(reading),
        Evidence = [.. Evidence(reading)],
        By = reading.By,
    };

    private static IEnumerable<EscalationSignal> Signals(Reading reading, CustomerContext? customer)
    {
        if (reading.Mood.Score >= Frustrated)
            yield return EscalationSignal.FrustratedLanguage;
        foreach (var (finding, signal) in _signals)
        {
            if (reading.Findings.Stands(finding) || (signal == EscalationSignal.PreviousEscalations && customer is { HasEscalated: true }))
                yield return signal;
        }
    }

    private static ResolutionLikelihood Likelihood(Reading reading)
    {
        if (ComplexityScorer.Emergency(reading.Findings) || reading.Complexity.Label == Complexity.ExpertRequired || reading.Findings.Stands(Finding.LegalThreat)
            || reading.Findings.Stands(Finding.Security) || reading.Findings.Stands(Finding.Fraud) || reading.Findings.Stands(Finding.PersonRequested))
            return ResolutionLikelihood.RequiresHuman;
        var doubt = reading.Complexity.Overall + (0.4 * reading.Mood.Score) + (25 * (1 - reading.Category.Confidence));
        return doubt > 85 ? ResolutionLikelihood.Low : doubt > 45 ? ResolutionLikelihood.Medium : ResolutionLikelihood.High;
    }

    private static Dictionary<string, double> Confidence(Reading reading)
    {
        var readable = 0.5 + (0.5 * reading.Text.Surface.Readable);
        // Few words, or words of a language the lexicons do not speak, leave every label in doubt.
        var understood = reading.Language is "en" ? 1 : reading.Language is null ? 0.75 : 0.6;
        var footing = readable * understood * Certainty.Logistic(reading.Text.Text.Tokens.Count, 0, 2.5);
        return new Dictionary<string, double>
        {
            ["category"] = Math.Round(reading.Category.Confidence * (understood + 1) / 2, 3),
            ["priority"] = Math.Round(reading.Priority.Confidence * footing, 3),
            ["complexity"] = Math.Round(reading.Complexity.Confidence * footing, 3),
            ["issueType"] = Math.Round(reading.IssueType.Confidence * footing, 3),
            ["urgencyIndicators"] = Math.Round(_indicators.Min(i => Sure(reading, i.Finding)) * footing, 3),
            ["escalationSignals"] = Math.Round(_signals.Min(s => Sure(reading, s.Finding)) * footing, 3),
        };
    }

    private static double Sure(Reading reading, Finding finding)
    {
        var likelihood = reading.Findings.Likelihood(finding);
        return Math.Max(likelihood, 1 - likelihood);
    }

    private static IEnumerable<Evidence> Evidence(Reading reading)
    {
        if (reading.Category.Evidence.Words.Count > 0)
            yield return reading.Category.Evidence;
        if (reading.Mood.Score >= Frustrated && reading.Mood.Evidence.Words.Count > 0)
            yield return reading.Mood.Evidence with { About = Words.Of(EscalationSignal.FrustratedLanguage) };
        foreach (var (finding, signal) in _signals.Where(s => reading.Findings.Stands(s.Finding)))
            yield return new Evidence(Words.Of(signal), reading.Findings.Words(finding));
        foreach (var (finding, indicator) in _indicators.Where(i => reading.Findings.Stands(i.Finding)))
            yield return new Evidence(Words.Of(indicator), reading.Findings.Words(finding));
        if (reading.Text.Quote(Cue.Urgent, Cue.Deadline, Cue.Blocked, Cue.Calm) is { Count: > 0 } urgent)
            yield return new Evidence("priority", urgent);
        if (reading.Text.Quote(Cue.Intermittent, Cue.SpecGap, Cue.Investigation, Cue.Term) is { Count: > 0 } hard)
            yield return new Evidence("complexity", hard);
    }
}
