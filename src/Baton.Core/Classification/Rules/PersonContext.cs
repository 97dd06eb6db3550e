using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>Naming a person is a request for one, unless it is declined, asks what answers here, thanks for one, or counts seats.</summary>
internal static class PersonContext
{
    public static bool Asks(Sentence s, PhraseMatch<bool> m) =>
        !IsDeclined(s, m) && !AsksWhoAnswers(s, m) && !s.Has(s.First, m.First, Thanks) && !s.Has(m.First - 3, m.First, Counting);

    // "I don't need to speak to a human"
    private static bool IsDeclined(Sentence s, PhraseMatch<bool> m)
    {
        var wish = s.LastOf(m.First - 4, m.End, Wishes);
        return wish >= 0 && s.Negates(wish) && !s.Has(s.First, wish, Why);
    }

    // "are you a real person?", "am I talking to a human agent?"
    private static bool AsksWhoAnswers(Sentence s, PhraseMatch<bool> m) =>
        (s.Word(s.First), s.Word(s.First + 1)) is ("are", "you") or ("am", "i") or ("is", "this") or ("is", "there") && !s.Has(s.First, m.First, Available);

    private static readonly FrozenSet<string> Wishes = Sentence.Stems("need want require wish");
    private static readonly FrozenSet<string> Why = Sentence.Stems("why");
    private static readonly FrozenSet<string> Thanks = Sentence.Stems("thanks thank nice glad great pleasant");
    private static readonly FrozenSet<string> Counting = Sentence.Stems("many number seats licences licenses per");
    private static readonly FrozenSet<string> Available = Sentence.Stems("there way any chance could can");
}
