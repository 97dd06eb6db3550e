using Baton.Classification;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Risk;

namespace Baton.Tests.Reasoning.Local;

/// <summary>The three judgements of one ticket, with the risk that the guide's formula makes of them.</summary>
internal sealed record Judged(ClassificationLabels Labels, AnalysisScores Scores, EscalationAdvice Advice)
{
    private static readonly LocalReasoner _reasoner = new();

    public static Judged Of(string text, string? subject = null) => Of(new ReasoningInput { Subject = subject, Text = text });

    public static Judged Of(ReasoningInput input, int? overallRisk = null)
    {
        var labels = Now(_reasoner.ClassifyAsync(input, CancellationToken.None));
        var scores = Now(_reasoner.AnalyseAsync(input, labels, CancellationToken.None));
        return new Judged(labels, scores, Now(_reasoner.AdviseAsync(input, Classified(labels), Analysed(scores), Risk(scores, overallRisk), 70, CancellationToken.None)));
    }

    // The local reasoner never waits for anything.
    private static T Now<T>(ValueTask<T> task) => task.IsCompletedSuccessfully ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("It waits.");

    private static TicketClassification Classified(ClassificationLabels l) => new()
    {
        Category = l.Category,
        Priority = l.Priority,
        Complexity = l.Complexity,
        IssueType = l.IssueType,
        UrgencyIndicators = l.UrgencyIndicators,
        EscalationSignals = l.EscalationSignals,
        ResolutionLikelihood = l.ResolutionLikelihood,
        LabelConfidence = l.Confidence,
        SuggestedTeam = "general_support",
        MinutesToRespond = 480,
        By = "local/1",
    };

    private static SentimentAnalysis Analysed(AnalysisScores a) => new()
    {
        Sentiment = a.Sentiment,
        Frustration = a.Frustration,
        TechnicalComplexity = a.TechnicalComplexity,
        ResolutionComplexity = a.ResolutionComplexity,
        OverallComplexity = a.OverallComplexity,
        ChurnRisk = a.ChurnRisk,
        PublicityRisk = a.PublicityRisk,
        EstimatedResolution = "1-2 h",
        By = "local/1",
    };

    private static RiskProfile Risk(AnalysisScores a, int? overall) => new()
    {
        Overall = overall ?? (int)Math.Round((0.4 * (a.Frustration ?? 50)) + (0.3 * (a.OverallComplexity ?? 50)) + (0.2 * (a.ChurnRisk ?? 30)) + (0.1 * (a.PublicityRisk ?? 20))),
        Business = 40,
        Customer = 30,
    };
}
