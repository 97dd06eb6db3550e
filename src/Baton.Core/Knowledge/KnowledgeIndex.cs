namespace Baton.Knowledge;

/// <summary>
/// An immutable index over the public passages of a set of articles; safe for any number of readers.
/// <para>
/// A passage is held against each clause of the query. Two shares make the score: how much of the clause the passage covers (a term in its title, heading or
/// keywords counts almost whole, one in its text about half), and how much of one of its key phrases (title, heading, or a keyword) the clause says. Shares
/// are of weight: rare terms weigh most, and terms that no article has weigh against. Their harmonic mean, damped where it rests on little weight,
/// is the score, so it depends on neither the length of the letter nor that of the article.
/// </para>
/// </summary>
public sealed class KnowledgeIndex : IKnowledge
{
    private readonly Dictionary<string, Term> _terms;
    private readonly IndexedPassage[] _passages;
    private readonly float[] _phraseWeights;

    public KnowledgeIndex(IEnumerable<Article> articles) =>
        (_terms, _passages, _phraseWeights) = new IndexBuilder().Build([.. articles.Where(a => a.Audience == Audience.Public)]);

    /// <summary>An index of nothing.</summary>
    public static KnowledgeIndex Empty { get; } = new([]);

    /// <summary>The best passage of each article that has anything of the query, best first.</summary>
    public IReadOnlyList<Passage> Search(string query, int limit)
    {
        if (limit <= 0 || _passages.Length == 0)
            return [];
        var clauses = QueryClauses.Of(query).ConvertAll(Known);
        var scoring = new Scoring(_passages, _phraseWeights, clauses.Count);
        for (var i = 0; i < clauses.Count; i++)
        {
            scoring.Take(clauses[i], null);
            if (i > 0)
                scoring.Take(clauses[i - 1], clauses[i]);
        }
        return scoring.Best(limit);
    }

    private Clause Known(List<string> clause)
    {
        var known = new List<Term>(clause.Count);
        foreach (var word in clause)
        {
            if (_terms.TryGetValue(word, out var term))
                known.Add(term);
        }
        return new Clause(known, clause.Count - known.Count);
    }
}

/// <summary>A clause as the index sees it: the terms it knows, and how many it does not.</summary>
internal readonly record struct Clause(List<Term> Terms, int Unknown);

/// <summary>A term of the index. Its weight is its inverse document frequency as a share of that of the rarest, 0 to 1.</summary>
internal sealed class Term
{
    public float Weight;
    public Posting[] Passages = [];
    public int[] Phrases = [];
}

/// <summary>How much a passage is about a term, 0 to 1.</summary>
internal readonly record struct Posting(int Passage, float Share);

/// <summary>A passage and the numbers of its key phrases.</summary>
internal sealed record IndexedPassage(int Article, Passage Passage, int[] Phrases);
