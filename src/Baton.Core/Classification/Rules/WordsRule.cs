using Baton.Cases;
using Baton.Policies;
using Baton.Text;

namespace Baton.Classification.Rules;

/// <summary>Whether a match, read in its sentence, means what the rule is about.</summary>
internal delegate bool MeantSo(Sentence sentence, PhraseMatch<bool> match);

/// <summary>
/// Words and phrases, found as words in any inflection and read in their sentence. A phrase of <c>unless</c> annuls the matches whose words it
/// shares (<c>i am an attorney</c> takes back <c>attorney</c>, not the <c>lawsuit</c> after it); one that shares none annuls all of its sentence.
/// </summary>
internal sealed class WordsRule : IHardRule
{
    private const int MostQuotes = 3;
    private readonly HardRulePolicy _rule;
    private readonly MeantSo _meant;
    private readonly PhraseSet<bool> _words;
    private readonly PhraseSet<bool> _unless;

    public WordsRule(HardRulePolicy rule, MeantSo meant)
    {
        _rule = rule;
        _meant = meant;
        _words = Compile(rule.Words);
        _unless = Compile(rule.Unless);
    }

    public string Id => _rule.Id;

    public RuleHit? Evaluate(Case c, TokenizedText words)
    {
        var matches = _words.Find(words);
        if (matches.Count == 0)
            return null;
        var exceptions = _unless.Find(words);
        var quotes = matches
            .Select(m => (Match: m, Sentence: Sentence.Around(words, m.First, m.End)))
            .Where(x => !exceptions.Any(e => Annuls(e, x.Match, x.Sentence, matches)) && _meant(x.Sentence, x.Match))
            .Select(x => x.Sentence.Quote(x.Match.First, x.Match.End))
            .Distinct()
            .Take(MostQuotes)
            .ToList();
        return quotes.Count == 0 ? null : new RuleHit(Id, _rule.Kind, _rule.Reason, quotes);
    }

    private static bool Annuls(PhraseMatch<bool> exception, PhraseMatch<bool> match, Sentence sentence, List<PhraseMatch<bool>> matches) =>
        exception.First >= sentence.First && exception.End <= sentence.End && (Overlap(exception, match) || !matches.Any(m => Overlap(exception, m)));

    private static bool Overlap(PhraseMatch<bool> a, PhraseMatch<bool> b) => a.First < b.End && b.First < a.End;

    private static PhraseSet<bool> Compile(IReadOnlyList<string> phrases)
    {
        var set = new PhraseSet<bool>();
        foreach (var phrase in phrases)
            set.Add(phrase, true);
        return set;
    }
}
