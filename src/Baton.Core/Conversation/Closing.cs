using Baton.Cases;
using Baton.Text;

namespace Baton.Conversation;

/// <summary>What a customer says at the end of a conversation.</summary>
public enum ClosingKind { None, Thanks, Solved }

/// <summary>
/// Tells a clear "that solved it" or a mere "thank you" from everything else. A doubt, a question or a further matter makes it neither:
/// closing a case too early costs more than leaving it open. Pure.
/// </summary>
public static class Closing
{
    private const int LongestSolved = 40;
    private const int LongestThanks = 12;

    private static readonly PhraseSet<ClosingKind> Phrases = Set(
        (ClosingKind.Solved, ["that solved it", "this solved it", "it solved it", "that solved the problem", "that solved my problem", "solved my problem", "solved my issue", "that fixed it",
            "this fixed it", "that fixed the problem", "it is fixed", "it's fixed", "is now fixed", "fixed now", "it works now", "works now", "working now", "it is working again", "it's working again", "works again",
            "works perfectly", "working perfectly", "works like a charm", "that worked", "this worked", "that did it", "that did the trick", "problem solved", "problem is solved", "issue solved", "issue is solved",
            "problem resolved", "problem is resolved", "issue resolved", "issue is resolved", "it is resolved", "it's resolved", "is solved now", "it is solved", "it's solved", "all sorted", "sorted now", "all good now",
            "you can close", "please close this", "please close the ticket", "please close the case", "solved thank", "solved thanks", "resolved thank", "resolved thanks"]),
        (ClosingKind.Thanks, ["thank you", "thanks", "thank", "thx", "cheers", "much appreciated", "appreciate it", "appreciate your help"]));

    private static readonly PhraseSet<bool> Doubts = Set(
        (true, ["not", "no", "never", "cannot", "can't", "don't", "doesn't", "didn't", "isn't", "wasn't", "won't", "hasn't", "haven't", "couldn't", "nothing", "still", "but", "however", "although", "though", "except",
            "unless", "until", "if", "when", "once", "almost", "partly", "partially", "half", "yet", "would", "should", "could", "might", "hope", "hopefully", "wish", "maybe", "perhaps", "thought", "seemed", "also",
            "another", "else", "instead", "only", "just wondering", "other problem", "new problem", "worked before", "please help", "please fix", "need", "want", "nearly", "again today", "broke", "broken", "fail", "error"]));

    /// <summary>Reads a customer's message.</summary>
    public static ClosingKind Of(string text)
    {
        var latest = CustomerText.Latest(text);
        var words = new TokenizedText(latest);
        if (words.Tokens.Count is 0 or > LongestSolved || latest.Contains('?', StringComparison.Ordinal) || Doubts.Find(words).Count > 0)
            return ClosingKind.None;
        var found = Phrases.Find(words);
        if (found.Any(m => m.Value == ClosingKind.Solved))
            return ClosingKind.Solved;
        return found.Count > 0 && words.Tokens.Count <= LongestThanks ? ClosingKind.Thanks : ClosingKind.None;
    }

    /// <summary>Reads the turn that the agent works on: only the case's customer can close it, and only if nothing else was said in it.</summary>
    public static ClosingKind Of(Case c)
    {
        var messages = c.CustomerMessages.Where(m => m.Turn == c.Turn).ToList();
        return messages.Count > 0 && messages.All(m => m.FromCustomer) ? Of(string.Join('\n', messages.Select(m => CustomerText.Latest(m.Text)))) : ClosingKind.None;
    }

    private static PhraseSet<T> Set<T>(params ReadOnlySpan<(T Value, string[] Phrases)> groups)
    {
        var set = new PhraseSet<T>();
        foreach (var (value, phrases) in groups)
        {
            foreach (var phrase in phrases)
                set.Add(phrase, value);
        }
        return set;
    }
}
