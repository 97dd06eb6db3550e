using Baton.Cases;
using Baton.Knowledge;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>A passage that may answer, and how sure the agent is (0 to 1).</summary>
public sealed record KnowledgeAnswer(Passage Passage, double Confidence)
{
    /// <summary>Passages looked at; the second tells how clear the first one's lead is.</summary>
    public const int Looked = 4;

    private const int LongestQuery = 2000;

    /// <summary>What the knowledge base is asked: the subject and the new words, with the earlier ones where they answer the agent's question.</summary>
    public static string Query(Case c)
    {
        var turns = c.Strategy == Strategy.RequestMoreInfo ? c.CustomerMessages.Where(m => m.Turn > 0 && m.Turn <= c.Turn).Reverse() : c.CustomerMessages.Where(m => m.Turn == c.Turn);
        var query = string.Join('\n', [c.Ticket.Subject ?? "", .. turns.Select(m => CustomerText.Latest(m.Text))]).Trim();
        return query.Length <= LongestQuery ? query : query[..LongestQuery];
    }

    /// <summary>The best passage at policy's score, in the customer's language, that they have not been given before; null when there is none.</summary>
    public static KnowledgeAnswer? Best(Case c, IReadOnlyList<Passage> passages, Policy policy)
    {
        var language = c.Classification?.Language ?? Templates.Complete;
        List<Passage> readable = [.. passages.Where(p => string.Equals(p.Language, language, StringComparison.OrdinalIgnoreCase))];
        var best = readable.Find(p => p.Score >= policy.Conversation.AnswerScore && !Given(c, p));
        return best is null ? null : new KnowledgeAnswer(best, Sureness(c, best, readable, policy));
    }

    // Policy sets its score where seven answers of ten are right; from there confidence rises with the score, never to certainty.
    // An equally good passage of another article, or a ticket that nobody could classify, makes it a guess.
    private static double Sureness(Case c, Passage best, IReadOnlyList<Passage> passages, Policy policy)
    {
        var least = policy.Conversation.AnswerScore;
        var above = least < 1 ? (best.Score - least) / (1 - least) : 1;
        var sure = 0.7 + 0.25 * Math.Clamp(above, 0, 1);
        if (passages.Any(p => p.ArticleId != best.ArticleId && !Given(c, p) && p.Score >= best.Score * 0.97))
            sure -= 0.1;
        if (c.Classification is not { Confidence: not null })
            sure -= 0.15;
        return Math.Round(sure, 3);
    }

    private static bool Given(Case c, Passage passage)
    {
        var opening = Fit(passage.Text, 12);
        return c.Messages.Any(m => m.Role == Role.Agent && m.Text.Contains(opening.TrimEnd('…'), StringComparison.Ordinal));
    }

    /// <summary>As many whole lines, then whole sentences, of a passage as fit into so many words; at least its first words.</summary>
    public static string Fit(string passage, int words)
    {
        var text = passage.ReplaceLineEndings("\n").Trim();
        if (CustomerText.CountWords(text) <= words)
            return text;
        var kept = "";
        foreach (var end in Ends(text))
        {
            if (CustomerText.CountWords(text[..end]) > words)
                break;
            kept = text[..end].TrimEnd();
        }
        return kept.Length > 0 ? kept : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(Math.Max(1, words))) + "…";
    }

    // Where a line ends, or a sentence before a new one; "2. Open …" is not the end of a sentence.
    private static IEnumerable<int> Ends(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == ' ' && text[i - 1] is '.' or '!' or '?' && i > 1 && char.IsLetter(text[i - 2])))
                yield return i;
        }
    }
}
