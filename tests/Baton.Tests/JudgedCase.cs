using Baton.Cases;
using Baton.Classification;
using Baton.Intake;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;
using Baton.Risk;
using Case = Baton.Cases.Case;

namespace Baton.Tests;

/// <summary>Cases on their way through the first three steps, and the policy of a company that works around the clock.</summary>
internal static class JudgedCase
{
    public static DateTimeOffset Opened { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static Policy Policy { get; } = TestPolicy.Default with { Hours = TestPolicy.Default.Hours with { Days = new Dictionary<DayOfWeek, OpenHours>() } };

    public static StepContext Context { get; } = new(Opened.AddMinutes(1), Policy);

    public static Case Received(string text, string? subject = null, CustomerContext? customer = null, IReadOnlyList<string>? keywords = null) =>
        Case.Open(new TicketReceived(new Ticket { Id = "T-1", Subject = subject, Description = text, ReceivedAt = Opened }) { At = Opened })
            .Apply(new ContextGathered(customer ?? new CustomerContext(), keywords ?? [], false, null) { At = Opened });

    public static Case Wrote(this Case c, string text) =>
        c.Apply(new CustomerMessageReceived($"m{c.CustomerMessages.Count + 1}", text, null, null, true, false) { At = c.UpdatedAt })
            .Apply(new TurnStarted(c.Turn + 1) { At = c.UpdatedAt });

    public static Case Classified(this Case c, TicketClassification? classification = null, params RuleHit[] hits) =>
        c.Apply(new TicketClassified(classification ?? Plain, hits, "p") { At = c.UpdatedAt });

    public static Case Analysed(this Case c, SentimentAnalysis? analysis = null, int risk = 30) =>
        c.Apply(new SentimentAnalysed(analysis ?? Calm, new RiskProfile { Overall = risk, Business = 40, Customer = 30 }, "p") { At = c.UpdatedAt });

    public static Case After(this Case c, StepResult result) => result.ToEvents(Context.Now).Aggregate(c, (state, e) => state.Apply(e));

    public static TicketClassification Plain { get; } = new()
    {
        Category = Category.Billing,
        Priority = Priority.Medium,
        Complexity = Complexity.Simple,
        SuggestedTeam = "finance",
        MinutesToRespond = 480,
        Confidence = 0.8,
        Language = "en",
        By = "scripted/1",
    };

    public static SentimentAnalysis Calm { get; } = new()
    {
        Sentiment = Sentiment.Neutral,
        Frustration = 20,
        ResolutionComplexity = 30,
        EstimatedResolution = "15-30 min",
        By = "scripted/1",
    };

    public static ClassificationLabels Labels { get; } = new()
    {
        Category = Category.Billing,
        Priority = Priority.Medium,
        Complexity = Complexity.Simple,
        IssueType = IssueType.Question,
        ResolutionLikelihood = ResolutionLikelihood.High,
        Language = "en",
        Confidence = new Dictionary<string, double> { ["category"] = 0.9, ["priority"] = 0.6, ["complexity"] = 0.8, ["issueType"] = 0.3 },
    };

    public static EscalationAdvice Keep { get; } = new() { Kind = EscalationKind.NoEscalation, Reasons = [], Confidence = 0.8, SuccessWithoutPeople = 0.75 };

    public static EscalationAdvice Advise(EscalationKind kind, params string[] reasons) => new() { Kind = kind, Reasons = reasons, Confidence = 0.7 };
}

/// <summary>A reasoner that says what a test wants it to say; what it was not told to say, it fails at.</summary>
internal sealed class ScriptedReasoner : IReasoner
{
    public ClassificationLabels? Labels { get; init; }
    public AnalysisScores? Scores { get; init; }
    public EscalationAdvice? Advice { get; init; }
    public ReasoningInput? Seen { get; private set; }
    public int? SeenThreshold { get; private set; }

    public string Name => "scripted/1";

    public ValueTask<ClassificationLabels> ClassifyAsync(ReasoningInput input, CancellationToken cancellationToken) => Say(Labels, input);

    public ValueTask<AnalysisScores> AnalyseAsync(ReasoningInput input, ClassificationLabels labels, CancellationToken cancellationToken) => Say(Scores, input);

    public ValueTask<EscalationAdvice> AdviseAsync(
        ReasoningInput input, TicketClassification classification, SentimentAnalysis analysis, RiskProfile risk, int escalationThreshold, CancellationToken cancellationToken)
    {
        SeenThreshold = escalationThreshold;
        return Say(Advice, input);
    }

    private ValueTask<T> Say<T>(T? said, ReasoningInput input) where T : class
    {
        Seen = input;
        return said is null ? throw new InvalidOperationException("not scripted") : ValueTask.FromResult(said);
    }
}
