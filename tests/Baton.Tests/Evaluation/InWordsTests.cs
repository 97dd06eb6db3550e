using Baton.Evaluation;
using Baton.Learning;

namespace Baton.Tests.Evaluation;

public sealed class InWordsTests
{
    [Theory]
    [InlineData(0.72, 72, "can be taken at its word")]
    [InlineData(0.79, 71, "is a fair guide: on the mean it is off by 8 points of 100, mostly too sure")]
    [InlineData(0.55, 90, "should not be taken at its word here: on the mean it is off by 35 points of 100, mostly not sure enough")]
    public void How_far_confidence_can_be_believed_is_said(double confidence, int right, string expected)
    {
        var reliability = new Reliability();
        for (var i = 0; i < 100; i++)
            reliability.Add(confidence, i < right);
        var report = Report() with { Calibration = new CalibrationReport(reliability.Error, reliability.Bins, [new AbstentionReport(0.5, new Rate(0, 100), new Rate(right, 100), new Rate(0, 0))]) };

        string.Join(' ', InWords.Of(report)).ShouldContain(expected);
    }

    [Fact]
    public void A_share_never_stands_without_its_count_and_interval()
    {
        InWords.Share(new Rate(8, 10)).ShouldBe("80 % (8 of 10; 95 % interval 49 % to 94 %)");
        InWords.Share(new Rate(0, 0)).ShouldBe("none of 0");
    }

    [Fact]
    public void The_commonest_mistake_is_named()
    {
        InWords.Of(Report()).ShouldContain("Its commonest mistake is b where people say a, 3 times.");
    }

    private static ChoiceReport Report() => new()
    {
        Label = "category",
        Mapping = "",
        Rows = 100,
        Accuracy = new Rate(96, 100),
        MacroF1 = 0.9,
        MostCommon = "a",
        MostCommonShare = new Rate(50, 100),
        Classes = [.. ((string[])["a", "b"]).Select(l => new ClassReport(l, 50, new Rate(1, 1), new Rate(1, 1), new Estimate(1, 1, 1)))],
        Confusion = [[47, 3], [1, 49]],
        Groups = [],
        Mistakes = [],
    };
}
