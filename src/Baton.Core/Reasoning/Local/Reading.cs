using Baton.Cases;
using Baton.Classification;
using Baton.Reasoning.Local.Models;
using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>All that the local reasoner works out about one input. Made once and shared by its three judgements.</summary>
internal sealed class Reading
{
    /// <param name="input">What is read.</param>
    /// <param name="model">Judges over what lexicons and rules found; null leaves it at those, as for training.</param>
    public Reading(ReasoningInput input, LocalModel? model)
    {
        By = model?.Name;
        var hasSubject = !string.IsNullOrWhiteSpace(input.Subject);
        Text = new TextFeatures(hasSubject ? $"{input.Subject}\n\n{input.Text}" : input.Text);
        SignalScorer.Score(Text, Findings);
        GravityScorer.Score(Text, Findings);
        Language = LanguageGuess.Of(Text.Text);
        Entities = EntityFinder.Find(Text);
        Mood = FrustrationScorer.Score(Text, Findings, input.FrustrationHistory);
        Category = CategoryScorer.Score(Text, Findings, hasSubject);
        IssueType = IssueTypeScorer.Score(Text, Findings, Mood);
        Complexity = ComplexityScorer.Score(Text, Findings, Category.Category, Mood, CountNames(Entities), Language == "en");
        Priority = PriorityRules.Score(Text, Findings, Category.Category, IssueType.Type, Mood, input.Customer?.Tier ?? CustomerTier.Unknown);
        if (model is null || model.Vocabulary.KnownShare(Text.Text) < LeastKnown)
            return;
        var judged = new Judged(model, this, hasSubject);
        Judgement = judged.Judgement;
        judged.RaiseFindings();
        (Mood, Category, IssueType) = (judged.Mood(input.FrustrationHistory), judged.Category(), judged.IssueType());
        (Complexity, Priority) = (judged.Complexity(), judged.Priority());
    }

    /// <summary>What the model says; null without one, or where it does not know the words.</summary>
    public Judgement? Judgement { get; }

    /// <summary>The model that judged, by name; null without one.</summary>
    public string? By { get; }

    /// <summary>The share of words that a model must know: of a text in a language or script that it has hardly seen a word of, it would only guess.</summary>
    public const double LeastKnown = 0.3;

    public TextFeatures Text { get; }
    public Findings Findings { get; } = new();
    public string? Language { get; }
    public Entities Entities { get; }
    public FrustrationScorer.Result Mood { get; }
    public CategoryScorer.Result Category { get; }
    public (IssueType Type, double Confidence) IssueType { get; }
    public ComplexityScorer.Result Complexity { get; }
    public PriorityRules.Result Priority { get; }

    private static int CountNames(Entities e) => e.ErrorCodes.Count + e.TechnicalTerms.Count;
}
