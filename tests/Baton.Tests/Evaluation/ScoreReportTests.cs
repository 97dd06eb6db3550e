using Baton.Evaluation;

namespace Baton.Tests.Evaluation;

public sealed class ScoreReportTests
{
    private static readonly string[] Moods =
    [
        """{"text":"This is the worst service ever, I am furious, you are useless liars!","complaint":true,"anger":true,"severity":4,"stars":1,"sentiment_score":-3.8}""",
        """{"text":"I am disappointed, the parcel is late once more and nobody answers.","complaint":true,"anger":false,"severity":2,"stars":2,"sentiment_score":-2}""",
        """{"text":"Do you ship to Norway?","complaint":false,"anger":false,"severity":0,"stars":3,"sentiment_score":0.1}""",
        """{"text":"Thank you so much, I love it, wonderful work!","complaint":false,"anger":false,"severity":0,"stars":5,"sentiment_score":3.6}""",
    ];

    [Fact]
    public async Task Moods_that_are_plain_rank_as_people_rank_them()
    {
        var scores = (await EvaluatedRows.ReportAsync(Moods)).Scores.ToDictionary(s => s.Label);

        scores.Keys.ShouldBe(["stars", "sentiment_score", "complaint", "severity", "anger"], ignoreOrder: true);
        scores["complaint"].Auc!.Value.ShouldBe(1);
        scores["anger"].Auc!.Value.ShouldBe(1);
        scores["severity"].Spearman!.Value.ShouldBeGreaterThan(0.9);
        scores["stars"].Spearman!.Value.ShouldBeGreaterThan(0.9);
        scores["stars"].Near!.Hits.ShouldBe(4);
        scores["sentiment_score"].MeanError.ShouldBeNull("the two scales differ");
        InWords.Of(scores["complaint"]).First().ShouldContain("100 of 100 pairs");
    }

    [Fact]
    public async Task A_text_without_a_word_is_told_as_one_that_could_not_be_judged()
    {
        var frustration = (await EvaluatedRows.ReportAsync("""{"text":"?!","frustration":50}""", """{"text":"How are you?","frustration":5}""")).Scores.Single();

        (frustration.Rows, frustration.Unanswered).ShouldBe((2, 1));
        InWords.Of(frustration).ShouldContain("Of 1 rows it could not tell.");
    }

    [Fact]
    public void A_box_has_the_quartiles_of_its_rows()
    {
        var box = ScorePlot.Levels([(1, 10), (1, 40), (1, 20), (1, 30), (2, 5)])[0];

        box.ShouldBe(new Spread(1, 4, 10, 17.5, 25, 32.5, 40));
    }

    [Fact]
    public void A_picture_has_no_more_spots_than_its_grid_however_many_rows_there_are()
    {
        var spots = ScorePlot.Spots(Enumerable.Range(0, 10_000).Select(i => (i % 101.0, i * 7 % 101.0)), new Scale(0, 100), new Scale(0, 100));

        spots.Count.ShouldBeLessThanOrEqualTo(625);
        spots.Sum(s => s.Rows).ShouldBe(10_000);
        ScorePlot.Spots([(0, 5), (0.125, 5)], new Scale(-4, 4), new Scale(1, 5)).Single().ShouldBe(new Spot(0.0625, 5, 2), "a spot stands where its rows do");
    }
}
