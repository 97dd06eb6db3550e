using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Baton.Cases;
using Baton.Escalation;
using Baton.Reasoning;

namespace Baton.Learning.Online;

/// <summary>
/// What a person said of a judgement, with what the reasoner had before it. Made from the log alone: from verdicts, never from what a case came to by itself, nor from what a model said.
/// </summary>
internal sealed record Feedback
{
    // A case that people argue about teaches so often at most.
    private const int MostVerdictsACase = 3;

    /// <summary>The verdict's place in the log.</summary>
    public required long Position { get; init; }

    /// <summary>Who said so, as a hash: enough to bound what one person teaches, and no name in a model's file.</summary>
    public required string Person { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The case as it stood when the judgement was made.</summary>
    public required Case Judged { get; init; }

    /// <summary>What the reasoner read then.</summary>
    public required ReasoningInput Input { get; init; }

    /// <summary>The labels that the person named, right or corrected.</summary>
    public required LabelledTicket Said { get; init; }

    /// <summary>The labels that a person who corrected others left as they were. They teach nothing; a trial counts a change of them as a loss.</summary>
    public required LabelledTicket Left { get; init; }

    /// <summary>Whether a case's feedback is held back: kept from learning, so that it can tell whether learning helped. A quarter of the cases, fixed by the id.</summary>
    public static bool IsHeldBack(string caseId) => SHA256.HashData(Encoding.UTF8.GetBytes(caseId))[0] < 64;

    /// <summary>The feedback that a verdict is; null where it says nothing of a judgement that a reasoner made, or repeats what was said before.</summary>
    public static Feedback? Of(LoggedVerdict place, IReadOnlyList<StoredEvent> events)
    {
        if (events.FirstOrDefault(e => e.Version == place.Version)?.Event is not VerdictGiven verdict)
            return null;
        var until = events.Where(e => e.Version < place.Version).ToList();
        var earlier = until.Select(e => e.Event).OfType<VerdictGiven>().ToList();
        var last = until.FindLastIndex(e => e.Event is TicketClassified or SentimentAnalysed or EscalationDecided);
        if (last < 0 || earlier.Count >= MostVerdictsACase)
            return null;
        var c = Case.Fold(null, until.Take(last + 1));
        if (c.Classification is not { HumanReviewRequired: false })
            return null;
        var said = Labels(c, verdict);
        return new Feedback
        {
            Position = place.Position,
            Person = Hash(verdict.By),
            At = verdict.At,
            Judged = c,
            Input = ReasoningInputs.Of(c),
            Said = earlier.Select(e => Labels(c, e)).Aggregate(said, Without),
            Left = verdict.Corrections is { Count: > 0 } ? Unnamed(AsJudged(c), earlier.Select(e => Labels(c, e)).Aggregate(said, Over)) : Empty(c),
        };
    }

    /// <summary>All that people said of one case, the newest word on each label.</summary>
    public static Feedback Together(IEnumerable<Feedback> ofOneCase)
    {
        var inOrder = ofOneCase.OrderBy(f => f.Position).ToList();
        var said = inOrder.Select(f => f.Said).Aggregate((before, after) => Over(after, before));
        return inOrder[^1] with { Said = said, Left = Unnamed(inOrder[^1].Left, said) };
    }

    private static LabelledTicket Labels(Case c, VerdictGiven verdict)
    {
        var decision = Word<EscalationKind>(verdict, "decision");
        // A hard rule escalates for what is not in the text, the customer's tier or history: there the text has no say.
        var mayTeach = c.Decision is { By: var by } && !by.StartsWith("rule:", StringComparison.Ordinal);
        var needed = mayTeach ? verdict.EscalationNeeded ?? (decision is { } kind ? kind != EscalationKind.NoEscalation : null) : null;
        return Empty(c) with
        {
            Category = Word<Category>(verdict, "category"),
            Priority = Word<Priority>(verdict, "priority"),
            Complexity = Word<Complexity>(verdict, "complexity"),
            IssueType = Word<IssueType>(verdict, "issueType"),
            Sentiment = Word<Sentiment>(verdict, "sentiment"),
            Frustration = verdict.Corrections?.TryGetValue("frustration", out var score) is true ? int.Parse(score, CultureInfo.InvariantCulture) : null,
            Escalate = needed,
            Why = needed is false ? EscalationReason.HandledByAgent : null,
        };
    }

    private static LabelledTicket AsJudged(Case c) => Empty(c) with
    {
        Category = c.Classification!.Category,
        Priority = c.Classification.Priority,
        Complexity = c.Classification.Complexity,
        IssueType = c.Classification.IssueType,
        Sentiment = c.Analysis is { HumanReviewRequired: false } analysis ? analysis.Sentiment : null,
    };

    private static LabelledTicket Empty(Case c) => new() { Id = c.Id, Text = "" };

    // What an earlier verdict said in the same word is no news.
    private static LabelledTicket Without(LabelledTicket labels, LabelledTicket known) => labels with
    {
        Category = labels.Category == known.Category ? null : labels.Category,
        Priority = labels.Priority == known.Priority ? null : labels.Priority,
        Complexity = labels.Complexity == known.Complexity ? null : labels.Complexity,
        IssueType = labels.IssueType == known.IssueType ? null : labels.IssueType,
        Sentiment = labels.Sentiment == known.Sentiment ? null : labels.Sentiment,
        Frustration = labels.Frustration == known.Frustration ? null : labels.Frustration,
        Escalate = labels.Escalate == known.Escalate ? null : labels.Escalate,
        Why = labels.Escalate == known.Escalate ? null : labels.Why,
    };

    private static LabelledTicket Unnamed(LabelledTicket labels, LabelledTicket named) => labels with
    {
        Category = named.Category is null ? labels.Category : null,
        Priority = named.Priority is null ? labels.Priority : null,
        Complexity = named.Complexity is null ? labels.Complexity : null,
        IssueType = named.IssueType is null ? labels.IssueType : null,
        Sentiment = named.Sentiment is null ? labels.Sentiment : null,
    };

    private static LabelledTicket Over(LabelledTicket newer, LabelledTicket older) => older with
    {
        Category = newer.Category ?? older.Category,
        Priority = newer.Priority ?? older.Priority,
        Complexity = newer.Complexity ?? older.Complexity,
        IssueType = newer.IssueType ?? older.IssueType,
        Sentiment = newer.Sentiment ?? older.Sentiment,
        Frustration = newer.Frustration ?? older.Frustration,
        Escalate = newer.Escalate ?? older.Escalate,
        Why = newer.Escalate is null ? older.Why : newer.Why,
    };

    private static T? Word<T>(VerdictGiven verdict, string label) where T : struct, Enum =>
        verdict.Corrections?.TryGetValue(label, out var word) is true && Words.TryParse<T>(word, out var value) ? value : null;

    private static string Hash(string person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.Trim().ToLowerInvariant())).AsSpan(0, 8));
}
