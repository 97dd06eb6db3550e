using Baton.Cases;
using Baton.Intake;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>A text as numbers, with what each head should say; NaN where nobody said. <paramref name="Before"/>: the outputs of a model that the training goes on from.</summary>
internal sealed record Example(int[] Features, float[] Values, float[] Targets, float Weight, float[]? Before = null);

/// <summary>From labelled tickets to what a trainer sees. The text is cleaned and read just as the pipeline does it.</summary>
internal static class Examples
{
    private const float Unknown = float.NaN;

    public static (Reading Reading, bool HasSubject) Read(LabelledTicket ticket) => (new Reading(Input(ticket), model: null), !string.IsNullOrWhiteSpace(ticket.Subject));

    public static ReasoningInput Input(LabelledTicket ticket) => new() { Subject = ticket.Subject, Text = MessageCleaner.Clean(ticket.Text) };

    public static Example Of(LabelledTicket ticket, Reading reading, bool hasSubject, Vocabulary vocabulary)
    {
        var scratch = new Scratch();
        vocabulary.Vectorise(reading, hasSubject, quiet: false, scratch);
        return new Example(scratch.Features.ToArray(), scratch.Values.ToArray(), Targets(ticket), (float)ticket.Weight);
    }

    public static float[] Targets(LabelledTicket t)
    {
        var targets = new float[Heads.Outputs];
        Array.Fill(targets, Unknown);
        Choose(targets, Heads.Category, (int?)t.Category);
        Choose(targets, Heads.Priority, (int?)t.Priority);
        Choose(targets, Heads.Complexity, (int?)t.Complexity);
        Choose(targets, Heads.IssueType, (int?)t.IssueType);
        Choose(targets, Heads.Sentiment, (int?)t.Sentiment);
        Choose(targets, Heads.Reason, t.Why is { } why && Heads.Reason.Labels.Contains(why) ? Heads.Reason.IndexOf(why) : null);
        Flag(targets, Heads.Signals, t.Signals?.Select(Words.Of));
        Flag(targets, Heads.Urgency, t.Urgency?.Select(Words.Of));
        if (t.Escalate is { } escalate)
            targets[Heads.Escalate.First] = escalate ? 1 : 0;
        if (t.Frustration is { } frustration)
            targets[Heads.Frustration.First] = frustration / 100f;
        if ((t.Valence ?? Valence(t.Sentiment)) is { } valence)
            targets[Heads.Valence.First] = (float)valence;
        return targets;
    }

    /// <summary>The rows of which somebody said what this output should be.</summary>
    public static List<int> Known(int output, IReadOnlyList<float[]> targets) => [.. Enumerable.Range(0, targets.Count).Where(r => !float.IsNaN(targets[r][output]))];

    private static double? Valence(Sentiment? sentiment) => sentiment switch
    {
        Sentiment.VeryNegative => 0.08,
        Sentiment.Negative => 0.27,
        Sentiment.Neutral => 0.5,
        Sentiment.Positive => 0.73,
        Sentiment.VeryPositive => 0.92,
        _ => null,
    };

    private static void Choose(float[] targets, Head head, int? label)
    {
        if (label is not { } chosen)
            return;
        for (var i = 0; i < head.Count; i++)
            targets[head.First + i] = i == chosen ? 1 : 0;
    }

    private static void Flag(float[] targets, Head head, IEnumerable<string>? labels)
    {
        if (labels?.ToHashSet() is not { } set)
            return;
        for (var i = 0; i < head.Count; i++)
            targets[head.First + i] = set.Contains(head.Labels[i]) ? 1 : 0;
    }
}
