using System.Collections.Frozen;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>Words that are only spoken about: the name of a document or feature, the topic of an article, the object of a how-to question.</summary>
internal static class Mention
{
    /// <summary>True when the sentence speaks about the matched words rather than uses them in earnest.</summary>
    public static bool IsOnlyOne(Sentence s, PhraseMatch<bool> m) => NamesAThing(s, m) || IsTopic(s, m) || IsHowTo(s, m);

    /// <summary>True when the words directly before deny the match: <c>not fraud</c>, <c>no lawsuit</c>, <c>isn't a chargeback</c>.</summary>
    public static bool IsDenied(Sentence s, PhraseMatch<bool> m) =>
        s.Has(m.First - 1, m.First, Denial) || s.Has(m.First - 1, m.First, Articles) && s.Has(m.First - 2, m.First - 1, Denial);

    // "attorney agreement template", "fraud detection", "chargeback report"; but "I will start the chargeback process" and "file a fraud report" are in earnest.
    private static bool NamesAThing(Sentence s, PhraseMatch<bool> m) => s.Has(m.End, m.End + 2, Things) && !s.Has(m.First - 5, m.First, Undertaking);

    // "an article on the right to erasure", "what is a chargeback"
    private static bool IsTopic(Sentence s, PhraseMatch<bool> m)
    {
        var about = s.LastOf(m.First - 4, m.First, About);
        if (about >= 0 && s.Has(about - 3, about, Writings))
            return true;
        var asked = s.LastOf(m.First - 3, m.First, Being);
        return asked >= 0 && s.Word(asked - 1) == "what" && (asked == m.First - 1 || s.Word(m.First - 1) is "a" or "an");
    }

    // "how do I export chargebacks", "can we track lawsuits with it"
    private static bool IsHowTo(Sentence s, PhraseMatch<bool> m)
    {
        var use = s.LastOf(m.First - 3, m.First, Using);
        return use >= 0 && s.Has(s.First, use, Asking);
    }

    private static readonly FrozenSet<string> Articles = Sentence.Stems("a an any the");
    private static readonly FrozenSet<string> Denial = Sentence.Stems("not no isn't isnt wasn't wasnt aren't never without non");
    private static readonly FrozenSet<string> Being = Sentence.Stems("is are was does");
    private static readonly FrozenSet<string> About = Sentence.Stems("about on of regarding for covering explaining");
    private static readonly FrozenSet<string> Writings = Sentence.Stems(
        "article articles documentation docs guide webinar training course tutorial news blog book story read heard paragraph section");
    private static readonly FrozenSet<string> Asking = Sentence.Stems("how where can could does do is which");
    private static readonly FrozenSet<string> Using = Sentence.Stems(
        "track view export import download filter tag categorize categorise configure enable disable integrate sync automate display analyse analyze");
    private static readonly FrozenSet<string> Undertaking = Sentence.Stems(
        "start starting initiate initiating file filing open opening submit submitting lodge make making raise raising begin beginning will");
    private static readonly FrozenSet<string> Things = Sentence.Stems(
        """
        template form document documents agreement module feature field tracker category tag report reports dashboard folder export plugin page article dataset software
        database management software tool tools detection prevention protection filter filters scoring score rules rule webhook api event events policy policies rate ratio
        fee fees statistics stats analytics metrics process workflow training course settings option button status column directory handbook checklist sample integration
        screening monitoring awareness insurance documentation guide
        """);
}
