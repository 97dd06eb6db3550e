using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>A cue found in a text. <paramref name="Weight"/> has intensifiers in it; a negated cue is kept, since "not happy" says something too.</summary>
internal readonly record struct Hit(Cue Cue, double Weight, int First, int Count, int Sentence, bool Negated);

/// <summary>Everything that the judgements look at in a text, read in one pass: words, sentences, cues and how it looks.</summary>
internal sealed class TextFeatures
{
    private static readonly int _cues = Enum.GetValues<Cue>().Length;
    private readonly double[] _sums = new double[_cues];
    private readonly double[] _negated = new double[_cues];
    private readonly List<Hit>?[] _hits = new List<Hit>?[_cues];

    /// <param name="text">The ticket's subject and text, a blank line between them.</param>
    public TextFeatures(string text)
    {
        Text = new TokenizedText(text);
        Sentences = Local.Sentences.Of(Text);
        Surface = Surface.Of(Text);
        Collect(Lexicon.Default.Phrases.Find(Text));
        if (Irony.In(this))
            TurnPraise();
    }

    public TokenizedText Text { get; }
    public IReadOnlyList<Sentence> Sentences { get; }
    public Surface Surface { get; }

    /// <summary>Weight of a cue over the text, negated ones left out, each phrase counted at most twice.</summary>
    public double Sum(Cue cue) => _sums[(int)cue];

    /// <summary>Weight of the cue's negated hits.</summary>
    public double SumNegated(Cue cue) => _negated[(int)cue];

    public bool Has(Cue cue) => _sums[(int)cue] > 0;

    public IReadOnlyList<Hit> Of(Cue cue) => _hits[(int)cue] ?? [];

    /// <summary>Weight of a cue in one sentence, negated ones left out.</summary>
    public double SumIn(int sentence, Cue cue)
    {
        var sum = 0.0;
        foreach (var hit in Of(cue))
            sum += hit.Sentence == sentence && !hit.Negated ? hit.Weight : 0;
        return sum;
    }

    /// <summary>The customer's own words behind some cues, the first five.</summary>
    public List<string> Quote(params ReadOnlySpan<Cue> cues)
    {
        var words = new List<string>();
        foreach (var cue in cues)
        {
            foreach (var hit in Of(cue))
            {
                var quote = Text.Quote(hit.First, hit.Count);
                if (!hit.Negated && words.Count < 5 && !words.Contains(quote))
                    words.Add(quote);
            }
        }
        return words;
    }

    private void Collect(List<PhraseMatch<Lexicon.Entry>> matches)
    {
        var seen = new Dictionary<int, int>();
        var sentence = 0;
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            while (match.First >= Sentences[sentence].End)
                sentence++;
            if (match.End > Sentences[sentence].End || match.Value.Cue == Cue.Plain || IsHidden(matches, i) || IsName(match))
                continue;
            var times = seen[match.Value.Id] = seen.GetValueOrDefault(match.Value.Id) + 1;
            if (times <= 2)
                Add(match, sentence, times);
        }
    }

    private void Add(PhraseMatch<Lexicon.Entry> match, int sentence, int times)
    {
        var (cue, first) = (match.Value.Cue, Sentences[sentence].First);
        var negated = Negation.Covers(Text, first, match.First, cue == Cue.Works);
        var weight = match.Value.Weight * Negation.Strength(Text, first, match.First);
        // What does not do its work has failed; "works" by itself says nothing bad.
        if (cue == Cue.Works && negated)
            (cue, negated) = (Cue.Failure, false);
        (negated ? _negated : _sums)[(int)cue] += times == 1 ? weight : weight / 2;
        (_hits[(int)cue] ??= []).Add(new Hit(cue, weight, match.First, match.Count, sentence, negated));
    }

    // What is said in irony is anger, in its own words.
    private void TurnPraise()
    {
        (_hits[(int)Cue.Anger] ??= []).AddRange(Of(Cue.Praise).Where(hit => !hit.Negated));
        _hits[(int)Cue.Praise] = null;
        _sums[(int)Cue.Anger] += 0.5 + Math.Min(0.6, 0.3 * _sums[(int)Cue.Praise]);
        _sums[(int)Cue.Praise] = 0;
    }

    private static bool IsHidden(List<PhraseMatch<Lexicon.Entry>> matches, int at)
    {
        var inner = matches[at];
        for (var i = at + 1; i < matches.Count && matches[i].First == inner.First; i++)
        {
            if (Hides(matches[i], inner))
                return true;
        }
        for (var i = at - 1; i >= 0 && matches[i].First > inner.First - Lexicon.Default.Phrases.LongestPhrase; i--)
        {
            if (Hides(matches[i], inner))
                return true;
        }
        return false;
    }

    // "Will Sue get the invitation?" threatens nobody.
    private bool IsName(PhraseMatch<Lexicon.Entry> match)
    {
        if (match.Value.Cue is not (Cue.LegalThreat or Cue.LegalWord))
            return false;
        for (var i = match.First; i < match.End; i++)
        {
            if (FirstNames.IsOne(Text, i))
                return true;
        }
        return false;
    }

    private static bool Hides(PhraseMatch<Lexicon.Entry> outer, PhraseMatch<Lexicon.Entry> inner) =>
        outer.Value.Family == inner.Value.Family && outer.Count > inner.Count && outer.First <= inner.First && outer.End >= inner.End;
}
