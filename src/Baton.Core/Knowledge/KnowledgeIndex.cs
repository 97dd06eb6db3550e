namespace Baton.Knowledge;

/// <summary>
/// An immutable index over the public passages of a set of articles; safe for any number of readers.
/// <para>
/// A passage is held against each clause of the query. Two shares make the score: how much of the clause the passage covers (a term in its title, heading or
/// keywords counts almost whole, one in its text about half), and how much of one of its key phrases (title, heading, or a keyword) the clause says. Shares
/// are of weight: rare terms weigh most, what is done weighs half of what it is done to, and terms that no article has weigh against. Their harmonic mean,
/// damped where it rests on little, is the score, so it depends on neither the length of the letter nor that of the article. A clause of verbs alone answers
/// nothing, a passage that does something else than was asked less than one that does it, and of a short message, which tells no story, the passage must cover a good part as a whole.
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
        var said = QueryClauses.Of(query);
        var clauses = said.ConvertAll(Known);
        var scoring = new Scoring(_passages, _phraseWeights, clauses.Count);
        for (var i = 0; i < clauses.Count; i++)
        {
            scoring.Take(clauses[i], null);
            if (i > 0)
                scoring.Take(clauses[i - 1], clauses[i]);
        }
        scoring.Weigh(Known([.. said.SelectMany(clause => clause).Distinct()]));
        return scoring.Best(limit);
    }

    private Clause Known(List<string> clause)
    {
        var known = new List<Term>(clause.Count);
        var unknown = 0f;
        Term? action = null;
        foreach (var word in clause)
        {
            if (_terms.TryGetValue(word, out var term))
            {
                known.Add(term);
                action ??= term.Emphasis < 1 ? term : null;
            }
            else
                unknown += SearchWords.EmphasisOf(word);
        }
        return new Clause(known, unknown, action);
    }
}

/// <summary>A clause as the index sees it: the terms it knows, and how much it says beside them, in words, and what it asks to have done: the first of its verbs that may be done to anything.</summary>
internal readonly record struct Clause(List<Term> Terms, float Unknown, Term? Action);

/// <summary>A term of the index. Its rarity is its inverse document frequency as a share of that of the rarest, 0 to 1; what it weighs in a clause is that by its emphasis.</summary>
internal sealed class Term
{
    public float Rarity;
    public float Emphasis = 1;
    public float Weight => Rarity * Emphasis;
    public Posting[] Passages = [];
    public int[] Phrases = [];
}

/// <summary>How much a passage is about a term, 0 to 1.</summary>
internal readonly record struct Posting(int Passage, float Share);

/// <summary>A passage, the numbers of its key phrases, and which of them is its own heading, where it has one.</summary>
internal sealed record IndexedPassage(int Article, Passage Passage, int[] Phrases, int? Heading);
