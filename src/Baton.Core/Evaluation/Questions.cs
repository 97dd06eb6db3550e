using Baton.Cases;
using Baton.Escalation;

namespace Baton.Evaluation;

/// <summary>Every label that is evaluated, and how it maps to what Baton says. The table for people is in <c>docs/extend/evaluation.md</c>.</summary>
internal static class Questions
{
    public static readonly IReadOnlyList<string> SatisfactionLevels = ["dissatisfied", "neutral", "satisfied"];

    private static readonly string[] _three = ["high", "medium", "low"];
    private static readonly string[] _polarity = ["negative", "neutral", "positive"];
    private static readonly string[] _reasons = [.. EscalationReason.ByGravity, EscalationReason.HandledByAgent];

    public static readonly IReadOnlyList<ChoiceQuestion> Choices =
    [
        Label("category", "the category of step 1", r => r.Ticket.Category, c => c.Classification!.Category),
        Label("priority", "the priority of step 1, in five levels", r => r.Ticket.Priority, c => c.Classification!.Priority) with
        {
            Ordered = true,
            OnlyHere = [(int)Priority.Critical, (int)Priority.Urgent],
            Coarser = new ChoiceQuestion("priority", "the priority of step 1, in the file's three levels: critical, urgent and high count as high", _three)
            {
                Meant = r => Three(r.Ticket.Priority),
                Said = c => Three(c.Classification!.Priority)!.Value,
                Confidence = c => Confidence(c, "priority"),
                Words = c => Evidence(c, "priority"),
                Ordered = true,
            },
        },
        Label("complexity", "the complexity of step 1", r => r.Ticket.Complexity, c => c.Classification!.Complexity) with { Ordered = true },
        Label("issueType", "the issue type of step 1", r => r.Ticket.IssueType, c => c.Classification!.IssueType),
        Label("sentiment", "the sentiment of step 2, in five levels", r => r.Ticket.Sentiment, c => c.Analysis!.Sentiment) with
        {
            Ordered = true,
            Confidence = _ => null,
            Words = Mood,
            OnlyHere = [(int)Sentiment.VeryNegative, (int)Sentiment.VeryPositive],
            Coarser = Polarity("sentiment", "the sentiment of step 2, in the file's three levels: very negative counts as negative, very positive as positive", _polarity, r => Polarity(r.Ticket.Sentiment)),
        },
        Polarity("satisfaction", "the sentiment of step 2: negative is dissatisfied, positive is satisfied", SatisfactionLevels, r => r.Satisfaction is { } word ? IndexOf(SatisfactionLevels, word) : null),
        new ChoiceQuestion("escalate", "whether step 3 brings people in: by a hard rule, a flag, or the reasoner's advice", ["people", "agent"])
        {
            Meant = r => r.Ticket.Escalate is { } escalate ? escalate ? 0 : 1 : null,
            Said = c => c.Decision!.Escalates ? 0 : 1,
            Confidence = c => c.Decision!.Confidence,
            Words = Reasons,
            Yes = "people",
        },
        new ChoiceQuestion("why", "the gravest reason of step 3; handled_by_agent where the agent keeps it", _reasons)
        {
            Meant = r => r.Why is { } why ? IndexOf(_reasons, why) : null,
            Said = c => IndexOf(_reasons, c.Decision!.Reasons[0]),
            Confidence = c => c.Decision!.Confidence,
            Words = Reasons,
        },
    ];

    public static readonly IReadOnlyList<ScoreQuestion> Scores =
    [
        Frustration("frustration", "the frustration of step 2, 0 to 100", ScoreKind.SameScale, r => r.Ticket.Frustration, 0, 100),
        Stars("stars", "the sentiment of step 2 as stars: very negative is 1, very positive 5", ScoreKind.SameScale, r => r.Stars, 1, 5),
        Stars("sentiment_score", "the sentiment of step 2 as stars, 1 to 5, beside ratings from -4 to 4: the two should rise together", ScoreKind.Correlation, r => r.SentimentScore, -4, 4),
        Frustration("complaint", "whether the frustration of step 2 is higher in complaints than in the rest", ScoreKind.Ranking, r => Binary(r.Complaint), 0, 1),
        Frustration("severity", "whether the frustration of step 2 rises with the severity of the complaint, 0 to 4", ScoreKind.Correlation, r => r.Severity, 0, 4),
        Frustration("anger", "whether the frustration of step 2 is higher in angry texts than in the rest", ScoreKind.Ranking, r => Binary(r.Anger), 0, 1),
        Stars("satisfaction_mean", "the sentiment of step 2 as stars, beside the mean of people's ratings, 1 to 5: the two should rise together", ScoreKind.Correlation, r => r.SatisfactionMean, 1, 5),
    ];

    /// <summary>The names of all labels, each once.</summary>
    public static IEnumerable<string> Names => Choices.Select(q => q.Name).Concat(Scores.Select(q => q.Name));

    private static ChoiceQuestion Label<T>(string name, string mapping, Func<EvaluationRow, T?> meant, Func<Case, T> said) where T : struct, Enum => new(name, mapping, [.. Words.All<T>()])
    {
        Meant = r => meant(r) is { } value ? Convert.ToInt32(value, null) : null,
        Said = c => Convert.ToInt32(said(c), null),
        Confidence = c => Confidence(c, name),
        Words = c => Evidence(c, name),
    };

    private static ChoiceQuestion Polarity(string name, string mapping, IReadOnlyList<string> labels, Func<EvaluationRow, int?> meant) => new(name, mapping, labels)
    {
        Meant = meant,
        Said = c => Polarity(c.Analysis!.Sentiment)!.Value,
        Words = Mood,
        Ordered = true,
    };

    private static ScoreQuestion Frustration(string name, string mapping, ScoreKind kind, Func<EvaluationRow, double?> meant, double least, double most) => new(name, mapping, kind)
    {
        Meant = meant,
        MeantScale = new Scale(least, most),
        Said = c => c.Analysis!.Frustration,
        SaidScale = new Scale(0, 100),
        SaidName = "frustration",
        Words = Mood,
    };

    private static ScoreQuestion Stars(string name, string mapping, ScoreKind kind, Func<EvaluationRow, double?> meant, double least, double most) => new(name, mapping, kind)
    {
        Meant = meant,
        MeantScale = new Scale(least, most),
        Said = c => (int)c.Analysis!.Sentiment + 1,
        SaidScale = new Scale(1, 5),
        SaidName = "sentiment",
        Words = Mood,
    };

    private static int? Three(Priority? priority) => priority is { } p ? Math.Max(0, (int)p - (int)Priority.High) : null;

    private static int? Polarity(Sentiment? sentiment) => sentiment is { } s ? Math.Sign((int)s - (int)Sentiment.Neutral) + 1 : null;

    private static double? Binary(bool? flag) => flag is { } value ? value ? 1 : 0 : null;

    private static int IndexOf(IReadOnlyList<string> words, string word) => words.TakeWhile(w => w != word).Count();

    private static double? Confidence(Case c, string label) => c.Classification!.LabelConfidence.TryGetValue(label, out var confidence) ? confidence : null;

    private static IEnumerable<string> Evidence(Case c, string about) => c.Classification!.Evidence.Where(e => e.About == about).SelectMany(e => e.Words);

    private static IEnumerable<string> Mood(Case c) => c.Analysis!.Evidence.Where(e => e.About is "sentiment" or "frustration").SelectMany(e => e.Words);

    // The rules' own words first; then those of the labels that speak for people.
    private static IEnumerable<string> Reasons(Case c) =>
        c.RuleHits.SelectMany(h => h.Evidence).Concat(c.Classification!.Evidence.Where(e => e.About is not ("category" or "priority")).SelectMany(e => e.Words));
}
