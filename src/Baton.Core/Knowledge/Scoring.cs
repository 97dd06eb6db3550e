namespace Baton.Knowledge;

/// <summary>The scores of one query, clause by clause; see <see cref="KnowledgeIndex"/> for what they mean.</summary>
internal sealed class Scoring(IndexedPassage[] passages, float[] phraseWeights, int clauses)
{
    // What a term weighs that no article has: rare words are mostly what the question is about, but also people's names and asides.
    private const float UnknownWeight = 0.9f;

    // The rarity covered, in rarest terms, at which a score is damped to a half of what its shares say: one word proves little, two prove a lot.
    private const float HalfProof = 0.65f;

    // Of many clauses, one fits something by chance.
    private const float HalfProofGrowth = 0.05f;

    // What is to be done says not to what: it ranks passages, and answers nothing.
    private const float WithoutObject = 0.5f;

    // To invite is no answer to how to cancel an invitation.
    private const float WithoutAction = 0.85f;

    // The share of a message that asks in a clause or three that a passage must cover. One of many may tell a story that the article knows nothing of.
    private const float LeastShare = 0.35f;
    private const int ClausesOfAQuestion = 3;
    private const int ClausesOfAStory = 5;

    // How much of a section's choice is whether its heading is what the clause says, and nothing else.
    private const float HeadingSays = 0.25f;

    private readonly float _halfProof = HalfProof + HalfProofGrowth * MathF.Log(clauses);
    private readonly float[] _scores = new float[passages.Length];
    private readonly float[] _ranks = new float[passages.Length];
    private readonly float[] _said = new float[phraseWeights.Length];
    private readonly float[] _covered = new float[passages.Length];
    private readonly float[] _proof = new float[passages.Length];
    private readonly bool[] _hasObject = new bool[passages.Length];
    private readonly bool[] _doesIt = new bool[passages.Length];

    /// <summary>Holds every passage against a clause, or against two neighbouring ones together.</summary>
    public void Take(Clause clause, Clause? next)
    {
        var weight = Begin(clause);
        FindWhatDoes(clause.Action ?? next?.Action);
        if (next is { } second)
            weight += Cover(second.Terms, clause.Terms) + second.Unknown * UnknownWeight;
        for (var i = 0; i < passages.Length; i++)
        {
            if (_covered[i] <= 0)
                continue;
            var score = Score(i, weight);
            _scores[i] = MathF.Max(_scores[i], score);
            _ranks[i] = MathF.Max(_ranks[i], score * (1 - HeadingSays + HeadingSays * Heading(i)));
        }
    }

    /// <summary>Holds every passage against the whole message: what a short one says beside a clause that fits is part of the question too.</summary>
    public void Weigh(Clause message)
    {
        var strictness = Math.Clamp((ClausesOfAStory - clauses) / (float)(ClausesOfAStory - ClausesOfAQuestion), 0, 1);
        var enough = Begin(message) * LeastShare;
        for (var i = 0; i < passages.Length; i++)
        {
            var factor = 1 - strictness * (1 - MathF.Min(1, _covered[i] / enough));
            _scores[i] *= factor;
            _ranks[i] *= factor;
        }
    }

    /// <summary>The best-fitting passage of each article with its score, best first; of equals the earlier one.</summary>
    public List<Passage> Best(int limit) =>
    [
        .. Enumerable.Range(0, passages.Length).Where(i => _scores[i] > 0)
            .GroupBy(i => passages[i].Article)
            .Select(article => (Passage: article.MaxBy(i => _ranks[i]), Score: article.Max(i => _scores[i])))
            .OrderByDescending(best => best.Score)
            .Take(limit)
            .Select(best => passages[best.Passage].Passage with { Score = best.Score }),
    ];

    private float Begin(Clause clause)
    {
        Array.Clear(_said);
        Array.Clear(_covered);
        Array.Clear(_proof);
        Array.Clear(_hasObject);
        return Cover(clause.Terms, null) + clause.Unknown * UnknownWeight;
    }

    private float Cover(List<Term> terms, List<Term>? counted)
    {
        var weight = 0f;
        foreach (var term in terms)
        {
            if (counted?.Contains(term) == true)
                continue;
            weight += term.Weight;
            foreach (var (passage, share) in term.Passages)
            {
                _covered[passage] += share * term.Weight;
                _proof[passage] += share * term.Rarity;
                _hasObject[passage] |= term.Emphasis >= 1;
            }
            foreach (var phrase in term.Phrases)
                _said[phrase] += term.Weight;
        }
        return weight;
    }

    private void FindWhatDoes(Term? action)
    {
        Array.Fill(_doesIt, action is null);
        foreach (var (passage, _) in action?.Passages ?? [])
            _doesIt[passage] = true;
    }

    private float Score(int passage, float clauseWeight)
    {
        var phrase = 0f;
        foreach (var i in passages[passage].Phrases)
            phrase = MathF.Max(phrase, _said[i] / phraseWeights[i]);
        var share = _covered[passage] / clauseWeight;
        var proof = _proof[passage] * _proof[passage];
        return 2 * share * phrase / (share + phrase) * (proof / (proof + _halfProof * _halfProof)) * (_hasObject[passage] ? 1 : WithoutObject) * (_doesIt[passage] ? 1 : WithoutAction);
    }

    private float Heading(int passage) => passages[passage].Heading is { } heading ? _said[heading] / phraseWeights[heading] : 0;
}
