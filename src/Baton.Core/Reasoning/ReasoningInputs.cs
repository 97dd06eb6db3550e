using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Baton.Cases;
using Baton.Classification;
using Baton.Handoff;
using Baton.Intake;

namespace Baton.Reasoning;

/// <summary>What a reasoner gets to see of a case. The one place that decides it, so that rules and every reasoner read the same words.</summary>
public static class ReasoningInputs
{
    // The state of the turn that an input was made for; the customer's messages, by whose identity it is kept, are replaced when a turn begins.
    private sealed record Made(ReasoningInput Input, int Turn, ImmutableList<ConversationEntry> Messages);

    private static readonly ConditionalWeakTable<ImmutableList<CustomerMessage>, Made> _made = [];

    /// <summary>
    /// For a judgement of the whole issue: this turn's words, with the subject, the conversation before, and the customer.
    /// The judgements of one turn get the same input, so that a reasoner can know it again and read it once.
    /// </summary>
    public static ReasoningInput Of(Case c)
    {
        var earlier = EarlierScores(c);
        if (_made.TryGetValue(c.CustomerMessages, out var made) && made.Turn == c.Turn && ReferenceEquals(made.Messages, c.Messages)
            && ReferenceEquals(made.Input.Customer, c.Customer) && made.Input.FrustrationHistory.Count == earlier.Count)
            return made.Input;
        var input = new ReasoningInput
        {
            Subject = c.Ticket.Subject,
            Text = string.Join("\n\n", c.CustomerMessages.Where(m => m.Turn == c.Turn).Select(m => MessageCleaner.Clean(m.Text))), // the one spot where quoted history and signatures are cut off
            Earlier = EarlierThanTurn(c),
            Customer = c.Customer,
            FrustrationHistory = earlier,
        };
        _made.AddOrUpdate(c.CustomerMessages, new Made(input, c.Turn, c.Messages));
        return input;
    }

    /// <summary>For a judgement of the customer's mood: the subject belongs to the first message only, and must not colour a later one.</summary>
    public static ReasoningInput OfTurn(Case c) => c.Turn == 1 ? Of(c) : Of(c) with { Subject = null };

    /// <summary>All that the customer says this turn, subject first, as rules about words read it.</summary>
    public static string WordsOf(Case c) => c.Turn == 1 && !string.IsNullOrWhiteSpace(c.Ticket.Subject) ? $"{c.Ticket.Subject}\n\n{Of(c).Text}" : Of(c).Text;

    /// <summary>The labels again that a classification rests on, for the reasoner's next judgement.</summary>
    public static ClassificationLabels LabelsOf(TicketClassification classification) => new()
    {
        Category = classification.Category,
        Priority = classification.Priority,
        Complexity = classification.Complexity,
        CustomerType = classification.CustomerType,
        IssueType = classification.IssueType,
        UrgencyIndicators = classification.UrgencyIndicators,
        EscalationSignals = classification.EscalationSignals,
        ResolutionLikelihood = classification.ResolutionLikelihood,
        Entities = classification.Entities,
        Language = classification.Language,
        Confidence = classification.LabelConfidence,
        Evidence = classification.Evidence,
    };

    // Once this turn is analysed, its own score stands last.
    private static ImmutableList<int> EarlierScores(Case c) =>
        c.AnalysedTurn == c.Turn && c.Analysis?.Frustration is not null ? c.FrustrationHistory.RemoveAt(c.FrustrationHistory.Count - 1) : c.FrustrationHistory;

    // Customer messages stand in the conversation in the order in which they came, so that counting them finds where the turn begins;
    // their times may coincide.
    private static ImmutableList<ConversationEntry> EarlierThanTurn(Case c)
    {
        var before = c.CustomerMessages.FindIndex(m => m.Turn == c.Turn);
        if (before < 0)
            return c.Messages;
        var seen = 0;
        return [.. c.Messages.TakeWhile(m => m.Role != Role.Customer || seen++ < before)];
    }
}
