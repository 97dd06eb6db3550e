using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>
/// A legal word is a threat when it is directed at us or pending: <c>our lawyers will be in touch</c>, <c>taking legal action</c>, <c>hear from my attorney</c>.
/// It is none as a self-description, a job title, the object of a plain request, or about somebody else's quarrel.
/// </summary>
internal static class LegalContext
{
    public static bool Threatens(Sentence s, PhraseMatch<bool> m)
    {
        if (s.Has(m.First, m.End, Lawyers))
            return !IsSelfDescription(s, m) && (IsPending(s, m) || IsDirected(s, m));
        return !IsName(s, m) && !Mention.IsOnlyOne(s, m) && !Mention.IsDenied(s, m) && !IsDisclaimed(s, m) && !IsAgainstOthers(s, m);
    }

    // "I am an attorney", "as a practising solicitor", "my wife is a lawyer"
    private static bool IsSelfDescription(Sentence s, PhraseMatch<bool> m)
    {
        var article = s.LastOf(m.First - 3, Math.Min(m.First + 1, m.End), Indefinite);
        return article >= 0 && s.Has(article - 2, article, Being) && !s.Has(article - 1, m.First, Turning);
    }

    // "my lawyer will …", "our attorneys are preparing …", "who should my solicitor contact"
    private static bool IsPending(Sentence s, PhraseMatch<bool> m)
    {
        for (var i = m.End - 1; i < Math.Min(m.End + 3, s.End); i++)
        {
            var word = s.Word(i);
            if (Future.Contains(word) || word.EndsWith("'ll", StringComparison.Ordinal))
                return !s.Has(i + 1, i + 3, PlainDeeds);
            if (i >= m.End && s.Has(i, i + 1, LegalDeeds))
                return true;
        }
        return false;
    }

    // "you will hear from my attorney", "I am consulting a solicitor", "direct further letters to my lawyer"; not "can you send the invoice to my attorney"
    private static bool IsDirected(Sentence s, PhraseMatch<bool> m)
    {
        if (Mention.IsOnlyOne(s, m) || s.Word(m.End - 1).EndsWith("'s", StringComparison.Ordinal))
            return false;
        if (s.Has(m.First - 7, m.End, Addressing))
            return true;
        var turning = s.LastOf(m.First - 5, m.End, Turning);
        return turning >= 0 && !IsProviding(s, turning) && !s.Negates(turning) && !IsRequest(s, turning);
    }

    // "get my attorney a login" provides for one, "get an attorney" turns to one.
    private static bool IsProviding(Sentence s, int verb) => s.Word(verb) is "get" or "getting" && s.Word(verb + 1) is "my" or "our" or "the";

    private static bool IsRequest(Sentence s, int before)
    {
        var asked = s.LastOf(s.First, before, Asking);
        return asked >= 0 && !s.Has(asked, before, Otherwise) && (s.Has(s.First, before, HowTo) || !s.Has(asked, before, Self));
    }

    private static bool IsName(Sentence s, PhraseMatch<bool> m)
    {
        for (var i = m.First; i < m.End; i++)
        {
            if (FirstNames.IsOne(s.Text, i))
                return true;
        }
        return false;
    }

    // "I have no intention of taking legal action"; "I do not want to have to sue you" stays a threat.
    private static bool IsDisclaimed(Sentence s, PhraseMatch<bool> m)
    {
        var intent = s.LastOf(m.First - 5, m.First, Intents);
        return intent >= 0 && s.Negates(intent);
    }

    // "the lawsuit against our landlord", "our customer's lawsuit with a supplier"
    private static bool IsAgainstOthers(Sentence s, PhraseMatch<bool> m)
    {
        var against = s.LastOf(m.End, m.End + 3, Opposing);
        return against >= 0 && Others.Contains(s.Word(against + 1));
    }

    private static readonly FrozenSet<string> Lawyers = Sentence.Stems("attorney attorneys lawyer solicitor counsel barrister team department firm advisor adviser");
    private static readonly FrozenSet<string> Indefinite = Sentence.Stems("a an");
    private static readonly FrozenSet<string> Being = Sentence.Stems("am i'm im as is are we're being was");
    private static readonly FrozenSet<string> Future = Sentence.Stems("will shall going plan intend ready");
    private static readonly FrozenSet<string> PlainDeeds = Sentence.Stems("need require use using pay sign join attend log login like appreciate review");
    private static readonly FrozenSet<string> LegalDeeds = Sentence.Stems(
        "preparing drafting filing advised advises informed notified instructed involved contact contacting write serve sue litigate demand demands proceed");
    private static readonly FrozenSet<string> Addressing = Sentence.Stems("hear hearing direct correspondence communications deal represented");
    private static readonly FrozenSet<string> Turning = Sentence.Stems(
        """
        contact consult consulted consulting instruct instructed involve involving hire hiring retain retained engage engaged speak speaking spoke spoken talk talking
        talked see seeing seek seeking sought notify notified inform informed get getting bring bringing call calling go turn take taking took cc copying forwarding
        """);
    private static readonly FrozenSet<string> Asking = Sentence.Stems("please can could would how do does");
    private static readonly FrozenSet<string> Otherwise = Sentence.Stems("or otherwise else if unless before then until and");
    private static readonly FrozenSet<string> HowTo = Sentence.Stems("how");
    private static readonly FrozenSet<string> Self = Sentence.Stems("i i'll i'm we we'll");
    private static readonly FrozenSet<string> Intents = Sentence.Stems("threatening threaten intention intend intending planning plan going consider considering will looking interested");
    private static readonly FrozenSet<string> Opposing = Sentence.Stems("against with between");
    private static readonly FrozenSet<string> Others = Sentence.Stems("our my his her their a an another some former the");
}
