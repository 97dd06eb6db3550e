using System.Collections.Immutable;
using Baton.Cases;
using Baton.Classification;
using Baton.Handoff;
using Baton.Intake;

namespace Baton.Reasoning;

/// <summary>What a reasoner gets to see of a case. The one place that decides it, so that rules and every reasoner read the same words.</summary>
public static class ReasoningInputs
{
    /// <summary>For a judgement of the whole issue: this turn's words, with the subject, the conversation before, and the customer.</summary>
    public static ReasoningInput Of(Case c) => new()
    {
        Subject = c.Ticket.Subject,
        Text = TextOf(c),
        Earlier = EarlierThanTurn(c),
        Customer = c.Customer,
        FrustrationHistory = c.FrustrationHistory,
    };

    /// <summary>For a judgement of the customer's mood: the subject belongs to the first message only, and must not colour a later one.</summary>
    public static ReasoningInput OfTurn(Case c) => c.Turn == 1 ? Of(c) : Of(c) with { Subject = null };

    /// <summary>All that the customer says this turn, subject first, as rules about words read it.</summary>
    public static string WordsOf(Case c) => c.Turn == 1 && !string.IsNullOrWhiteSpace(c.Ticket.Subject) ? $"{c.Ticket.Subject}\n\n{TextOf(c)}" : TextOf(c);

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

    // The one spot where quoted history and signatures are cut off.
    private static string TextOf(Case c) => string.Join("\n\n", c.CustomerMessages.Where(m => m.Turn == c.Turn).Select(m => MessageCleaner.Clean(m.Text)));

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
