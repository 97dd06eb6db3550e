namespace Baton.Knowledge;

/// <summary>Counts the terms of articles into what <see cref="KnowledgeIndex"/> searches.</summary>
internal sealed class IndexBuilder
{
    // How much a term's place says that the passage is about it; places add up like independent chances.
    private const float InKeyword = 0.85f;
    private const float InHeading = 0.85f;
    private const float InText = 0.5f;

    private readonly Dictionary<string, Dictionary<int, float>> _shares = new(StringComparer.Ordinal);
    private readonly List<IndexedPassage> _passages = [];
    private readonly List<string[]> _phrases = [];

    public (Dictionary<string, Term> Terms, IndexedPassage[] Passages, float[] PhraseWeights) Build(IReadOnlyList<Article> articles)
    {
        for (var i = 0; i < articles.Count; i++)
            Add(articles[i], i);
        var terms = _shares.ToDictionary(p => p.Key, p => new Term
        {
            Rarity = RarityOf(p.Value.Keys.Select(passage => _passages[passage].Article).Distinct().Count(), articles.Count),
            Emphasis = SearchWords.EmphasisOf(p.Key),
            Passages = [.. p.Value.Select(s => new Posting(s.Key, s.Value))],
            Phrases = [.. Enumerable.Range(0, _phrases.Count).Where(phrase => _phrases[phrase].Contains(p.Key))],
        }, StringComparer.Ordinal);
        return (terms, [.. _passages], [.. _phrases.Select(phrase => phrase.Sum(word => terms[word].Weight))]);
    }

    private void Add(Article article, int number)
    {
        string[] keyTexts = [article.Title, .. article.Keywords];
        var phrases = keyTexts.Select(Phrase).OfType<int>().ToList();
        var keyTerms = keyTexts.SelectMany(SearchWords.TermsOf).Distinct().ToList();
        foreach (var section in article.Sections)
        {
            var passage = _passages.Count;
            var heading = section.Heading == article.Title ? null : Phrase(section.Heading);
            int[] own = heading is { } phrase ? [phrase] : [];
            _passages.Add(new IndexedPassage(number, new Passage(article.Id, article.Title, section.Heading, section.Text, 0) { Language = article.Language }, [.. phrases, .. own], heading));
            Count(keyTerms, InKeyword, passage);
            Count(SearchWords.TermsOf(section.Heading), InHeading, passage);
            Count(SearchWords.TermsOf(section.Text), InText, passage);
        }
    }

    private int? Phrase(string text)
    {
        string[] terms = [.. SearchWords.TermsOf(text)];
        if (terms.Length == 0)
            return null;
        _phrases.Add(terms);
        return _phrases.Count - 1;
    }

    private void Count(IEnumerable<string> terms, float share, int passage)
    {
        foreach (var term in terms)
        {
            if (!_shares.TryGetValue(term, out var passages))
                _shares[term] = passages = [];
            passages[passage] = 1 - (1 - passages.GetValueOrDefault(passage)) * (1 - share);
        }
    }

    // BM25's inverse document frequency over articles, as a share of that of a term which a single one has.
    private static float RarityOf(int articlesWith, int articles) => Rarity(articlesWith, articles) / Rarity(1, articles);

    private static float Rarity(int articlesWith, int articles) => MathF.Log(1 + (articles - articlesWith + 0.5f) / (articlesWith + 0.5f));
}
