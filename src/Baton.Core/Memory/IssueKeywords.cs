using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Memory;

/// <summary>The content words of an issue, stemmed: what similarity and the search for like cases compare.</summary>
public static class IssueKeywords
{
    /// <summary>Keywords kept of one issue; the earliest ones, since people name their issue first.</summary>
    public const int Most = 24;

    /// <summary>Keywords of a ticket in order of appearance, the subject's first, each once.</summary>
    public static IReadOnlyList<string> Of(string? subject, string text)
    {
        var keywords = new List<string>(Most);
        Collect(subject ?? "", keywords);
        Collect(text, keywords);
        return keywords;
    }

    private static void Collect(string text, List<string> keywords)
    {
        foreach (var token in new TokenizedText(text).Tokens)
        {
            if (keywords.Count == Most)
                return;
            if (token.Stem.Length < 3 || Stop.Contains(token.Word) || Stop.Contains(token.Stem) || token.Word.All(char.IsDigit))
                continue;
            var keyword = Synonyms.GetValueOrDefault(token.Stem, token.Stem);
            if (!keywords.Contains(keyword))
                keywords.Add(keyword);
        }
    }

    // Words that say how people write, not what about.
    private static readonly FrozenSet<string> Stop = """
        the and for are was were been being have has had having does did doing will would should could can cannot may might must shall not but nor yet so
        you your yours our ours their theirs his her hers its him them they she this that these those there here who whom whose which what when where why how
        with without about after again against all also another any anybody anyone because before below between both down during each ever every few from further
        into just more most much myself now off once only other out over own same some such than then through too under until up very while
        hello dear hey thanks thank please regards sincerely best kind team support help need want like get got getting let know tell see look try trying tried
        contact contacting contacted contacts write writing wrote message ticket email mail call called calling phone agent time times first second third fourth fifth
        one two three four five day days week weeks month months year years today yesterday still already always never nobody somebody anything something nothing
        issue problem question request matter thing things really quite urgent immediately soon asap ask asking asked say said says told don't doesn't didn't can't
        i'm i've i'd it's isn't won't wasn't haven't hasn't customer company account use using used make made take took give given
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // A handful of words that name the same thing in every support queue.
    private static readonly FrozenDictionary<string, string> Synonyms = Groups(
        "charg bill billing invoic payment pai pay", "refund reimburs repai", "twic doubl duplicat", "login signin logon log sign", "password passcod",
        "crash freez hang", "slow lag sluggish", "broken brok break fail failur failing work", "deliver shipping ship parcel packag shipment", "delet remov eras");

    private static FrozenDictionary<string, string> Groups(params string[] groups) =>
        groups.Select(g => g.Split(' ')).SelectMany(g => g.Select(word => (word, head: g[0]))).ToFrozenDictionary(p => p.word, p => p.head, StringComparer.Ordinal);
}
