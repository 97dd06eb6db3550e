using Baton.Cases;
using Baton.Escalation;

namespace Baton.Reasoning.Local.Models;

/// <summary>How the outputs of a head are read: one of several, each by itself, or a point on a scale from 0 to 1.</summary>
internal enum HeadKind { Choice, Flags, Scale }

/// <summary>One judgement of the model: its outputs lie side by side, from <paramref name="First"/> on, in the order of <paramref name="Labels"/>.</summary>
internal sealed record Head(string Name, HeadKind Kind, IReadOnlyList<string> Labels, int First)
{
    public int Count => Labels.Count;

    /// <exception cref="ArgumentException">The head has no such label.</exception>
    public int IndexOf(string label)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Labels[i] == label)
                return i;
        }
        throw new ArgumentException($"{Name} has no label {label}", nameof(label));
    }
}

/// <summary>What the model judges. All heads read the same features, so that one pass over a text serves them all.</summary>
internal static class Heads
{
    private static readonly List<Head> _all = [];

    public static readonly Head Category = Choice<Category>("category");
    public static readonly Head Priority = Choice<Priority>("priority");
    public static readonly Head Complexity = Choice<Complexity>("complexity");
    public static readonly Head IssueType = Choice<IssueType>("issueType");
    public static readonly Head Sentiment = Choice<Sentiment>("sentiment");
    public static readonly Head Reason = Add("why", HeadKind.Choice,
    [
        EscalationReason.HandledByAgent, EscalationReason.Outage, EscalationReason.Legal, EscalationReason.Executive, EscalationReason.Security, EscalationReason.Fraud,
        EscalationReason.Privacy, EscalationReason.RepeatContact, EscalationReason.Churn, EscalationReason.Publicity, EscalationReason.ExtremeFrustration,
        EscalationReason.HardTechnical, EscalationReason.PersonRequested, EscalationReason.Complex,
    ]);
    public static readonly Head Signals = Add("signals", HeadKind.Flags,
        [.. Enum.GetValues<EscalationSignal>().Where(s => s is not (EscalationSignal.FrustratedLanguage or EscalationSignal.ClassificationFailure)).Select(Words.Of)]);
    public static readonly Head Urgency = Add("urgency", HeadKind.Flags, [.. Words.All<UrgencyIndicator>()]);
    public static readonly Head Escalate = Add("escalate", HeadKind.Flags, ["escalate"]);
    public static readonly Head Frustration = Add("frustration", HeadKind.Scale, ["frustration"]);

    /// <summary>How good the writer feels about it, 0 (dreadful) to 1 (delighted).</summary>
    public static readonly Head Valence = Add("valence", HeadKind.Scale, ["valence"]);

    public static IReadOnlyList<Head> All => _all;

    /// <summary>Outputs of all heads together.</summary>
    public static int Outputs => _all[^1].First + _all[^1].Count;

    private static Head Choice<T>(string name) where T : struct, Enum => Add(name, HeadKind.Choice, [.. Words.All<T>()]);

    private static Head Add(string name, HeadKind kind, IReadOnlyList<string> labels)
    {
        var head = new Head(name, kind, labels, _all.Count == 0 ? 0 : Outputs);
        _all.Add(head);
        return head;
    }
}
