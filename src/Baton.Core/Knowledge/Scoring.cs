namespace Baton.Knowledge;

/// <summary>The scores of one query, clause by clause; see <see cref="KnowledgeIndex"/> for what they mean.</summary>
internal sealed class Scoring(IndexedPassage[] passages, float[] phraseWeights, int clauses)
{
    // What a term weighs that no article has: rare words are mostly what the question is about, but also people's names and asides.
    private const float UnknownWeight = 0.9f;

    // The weight covered, in rarest terms, at which a score is damped to a half of what its shares say: one word proves little, two prove a lot.
    private const float HalfWeight = 0.65f;

    // Of many clauses, one fits something by chance.
    private const float HalfWeightGrowth = 0.05f;

    private readonly float _halfWeight = HalfWeight + HalfWeightGrowth * MathF.Log(clauses);
    private readonly float[] _scores = new float[passages.Length];
    private readonly float[] _covered = new float[passages.Length];
    private readonly float[] _said = new float[phraseWeights.Length];

    /// <summary>Holds every passage against a clause, or against two neighbouring ones together.</summary>
    public void Take(Clause clause, Clause? next)
    {
        Array.Clear(_covered);
        Array.Clear(_said);
        var weight = Cover(clause.Terms, default) + clause.Unknown * UnknownWeight;
        if (next is { } second)
            weight += Cover(second.Terms, clause.Terms) + second.Unknown * UnknownWeight;
        for (var i = 0; i < passages.Length; i++)
        {
            if (_covered[i] > 0)
                _scores[i] = MathF.Max(_scores[i], Score(i, weight));
        }
    }

    /// <summary>The best passage of each article, best first; of equals the earlier one.</summary>
    public List<Passage> Best(int limit)
    {
        var best = new List<int>();
        for (var i = 0; i < passages.Length; i++)
        {
            if (_scores[i] <= 0)
                continue;
            if (best.Count > 0 && passages[best[^1]].Article == passages[i].Article)
            {
                if (_scores[i] > _scores[best[^1]])
                    best[^1] = i;
            }
            else
                best.Add(i);
        }
        return [.. best.OrderByDescending(i => _scores[i]).Take(limit).Select(i => passages[i].Passage with { Score = _scores[i] })];
    }

    private float Cover(List<Term> terms, List<Term>? counted)
    {
        var weight = 0f;
        foreach (var term in terms)
        {
            if (counted?.Contains(term) == true)
                continue;
            weight += term.Weight;
            foreach (var posting in term.Passages)
                _covered[posting.Passage] += posting.Share * term.Weight;
            foreach (var phrase in term.Phrases)
                _said[phrase] += term.Weight;
        }
        return weight;
    }

    private float Score(int passage, float clauseWeight)
    {
        var phrase = 0f;
        foreach (var i in passages[passage].Phrases)
            phrase = MathF.Max(phrase, _said[i] / phraseWeights[i]);
        var covered = _covered[passage];
        var share = covered / clauseWeight;
        return 2 * share * phrase / (share + phrase) * (covered * covered / (covered * covered + _halfWeight * _halfWeight));
    }
}
