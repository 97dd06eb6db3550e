using Baton.Cases;
using Baton.Classification;
using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>All that the local reasoner works out about one input. Made once and shared by its three judgements.</summary>
internal sealed class Reading
{
    public Reading(ReasoningInput input)
    {
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
    }

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
