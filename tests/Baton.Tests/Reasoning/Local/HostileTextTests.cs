using Baton.Cases;
using Baton.Reasoning;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Reasoning.Local;

public class HostileTextTests
{
    [Fact]
    public void Any_text_gets_scores_within_their_ranges() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => InRange(Judged.Of(text ?? ""))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("😡")]
    [InlineData("\0\0\0")]
    [InlineData("\uD83D")]
    [InlineData("?!?!?!")]
    [InlineData("שלום, החשבון שלי נעול")]
    [InlineData("Здравствуйте, не работает оплата. العربية mixed with 中文")]
    public void Odd_texts_are_judged_with_little_confidence_and_escalate_nothing(string text)
    {
        var judged = Judged.Of(text);
        InRange(judged).ShouldBeTrue();
        judged.Labels.Confidence["category"].ShouldBeLessThan(0.5);
        judged.Advice.Kind.ShouldBe(EscalationKind.NoEscalation);
    }

    [Theory]
    [InlineData("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo")]
    [InlineData("i will sue you ")]
    [InlineData("a.b_c/")]
    [InlineData("<div>")]
    [InlineData("not not not very very ")]
    [InlineData("$1,000,000.00 ERR_A_B ")]
    public void A_million_characters_take_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        InRange(Judged.Of(text)).ShouldBeTrue();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Repetition_does_not_add_up_to_fury() =>
        Judged.Of(string.Concat(Enumerable.Repeat("slow. ", 500))).Scores.Frustration!.Value.ShouldBeLessThan(60);

    [Fact]
    public void Judging_from_many_threads_gives_the_same() =>
        Enumerable.Range(0, 64).AsParallel().Select(_ => Judged.Of(Samples.All[3].Text, Samples.All[3].Subject).Scores.Frustration).Distinct().Count().ShouldBe(1);

    private static bool InRange(Judged judged)
    {
        var (labels, scores, advice) = judged;
        return Values(scores).All(v => v is null or (>= 0 and <= 100)) && labels.Confidence.Values.Append(advice.Confidence).All(c => c is >= 0 and <= 1);
    }

    private static int?[] Values(AnalysisScores s) =>
    [
        s.Frustration, s.PerceivedUrgency, s.ActualUrgency, s.ConfidenceInResolution, s.TechnicalComplexity, s.CommunicationComplexity,
        s.ProcessComplexity, s.ResolutionComplexity, s.OverallComplexity, s.ChurnRisk, s.PublicityRisk, s.Clarity, s.TechnicalKnowledge,
    ];
}
