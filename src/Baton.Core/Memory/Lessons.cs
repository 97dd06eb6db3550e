using Baton.Cases;
using Baton.Conversation;

namespace Baton.Memory;

/// <summary>What worked on a case and what did not: what happened, not what was planned. Pure.</summary>
public static class Lessons
{
    private const int LongestQuote = 160;

    /// <summary>The answer after which the customer or a person called it resolved, or seven days stayed quiet; empty until then.</summary>
    public static IReadOnlyList<string> Worked(Case c)
    {
        if (!Held(c))
            return [];
        if (LastOfPerson(c) is { } persons)
            return [persons];
        return c.Closed!.Kind != ResolutionKind.ByPerson && c.Answers.LastOrDefault(a => !a.Failed && StateOf(c, a) == DeliveryState.Sent) is { } answer
            ? [Words.Of(answer.Strategy), .. answer.Articles.Select(id => $"article {id}")]
            : [];
    }

    /// <summary>Answers that did not help or did not arrive, then the parts of Baton whose fallback was taken.</summary>
    public static IReadOnlyList<string> Failed(Case c) =>
        [.. c.Answers.Select(a => Fault(c, a) is { } fault ? $"{Name(a)} {fault}" : null).OfType<string>().Concat(c.Degraded.Select(d => d.Part)).Distinct()];

    // Silence alone shows nothing. A case that came back was not durable; how it ended after that still counts.
    private static bool Held(Case c) => c.Closed?.Kind switch
    {
        ResolutionKind.Confirmed or ResolutionKind.ByPerson => c.Outcome is not { Durable: false, Reopened: 0 },
        ResolutionKind.Assumed => c.Outcome is { Durable: true },
        ResolutionKind.NotOwed or null => false,
    };

    // A person's words are the answer where they came after the agent's.
    private static string? LastOfPerson(Case c)
    {
        var last = c.Outgoing.Values.Where(o => o is { State: DeliveryState.Sent, Message.Purpose: MessagePurpose.Reply or MessagePurpose.PersonReply })
            .Where(o => o.Message.Purpose == MessagePurpose.PersonReply || c.Answers.Any(a => a.MessageId == o.Message.Id))
            .MaxBy(o => o.QueuedAt);
        return last is { Message: { Purpose: MessagePurpose.PersonReply, Body: var words } } ? $"a person's answer: {CustomerText.Line(words, LongestQuote)}" : null;
    }

    private static string? Fault(Case c, GivenAnswer answer) =>
        c.Outgoing.TryGetValue(answer.MessageId, out var message) && Case.Failure(message) is not null ? "did not reach the customer" : answer.Failed ? "did not help" : null;

    private static DeliveryState? StateOf(Case c, GivenAnswer answer) => c.Outgoing.TryGetValue(answer.MessageId, out var message) ? message.State : null;

    private static string Name(GivenAnswer answer) => answer.Articles.Count > 0 ? $"article {string.Join(", ", answer.Articles)}" : Words.Of(answer.Strategy);
}
