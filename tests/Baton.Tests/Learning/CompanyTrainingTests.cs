using Baton.Learning;
using Baton.Learning.Exports;
using Baton.Reasoning.Local.Models;

namespace Baton.Tests.Learning;

public sealed class CompanyTrainingTests : IDisposable
{
    private static readonly string[] _openings = ["Good morning, my", "The", "Since Tuesday our", "I think that the", "Please look at my", "Hello, a"];
    private static readonly string[] _middles = ["that we got last week", "in the second hall", "for the night shift", "of the new type", "which you sent", "from your shop", "on the left"];
    private static readonly string[] _ends = ["is as before.", "has been like this for days.", "needs somebody to look.", "is what I mean.", "again, thank you."];
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    // Words that no other company has, each of which means one thing to this one.
    private static IEnumerable<string> Rows(Func<int, string> label) => Enumerable.Range(0, 210)
        .Select(i => $"{_openings[i % 6]} {(i % 2 == 0 ? "quibblex" : "zorplung")} {_middles[i % 7]} {_ends[i % 5]},{label(i)}");

    [Fact]
    public void A_companys_own_words_are_learnt_and_the_report_says_that_it_helps()
    {
        var (_, report) = Train(Rows(i => i % 2 == 0 ? "Billing" : "Shipping"));

        var category = report.Judgements.Single();
        (category.Judgement, category.Effect, report.Effect).ShouldBe(("category", Effect.Helps, Effect.Helps));
        category.After.Hits.ShouldBeGreaterThan(category.Before.Hits);
        category.Labels.Select(l => l.Label).ShouldBe(["billing", "shipping"]);
        category.Labels.Sum(l => l.After.Hits).ShouldBe(category.After.Hits);
        (report.Trained + report.Calibrated + report.HeldOut).ShouldBe(210);
    }

    [Fact]
    public void Labels_that_follow_nothing_are_not_said_to_help() =>
        Train(Rows(i => (i * 7919) % 13 < 6 ? "true" : "false"), "escalate").Report.Effect.ShouldNotBe(Effect.Helps);

    [Fact]
    public void Heads_of_which_the_rows_say_nothing_keep_their_weights()
    {
        var after = ModelFile.Read(new MemoryStream(Train(Rows(i => i % 2 == 0 ? "Billing" : "Shipping")).Model));
        var before = LocalModel.Default;

        after.Vocabulary.Features.ShouldBeGreaterThan(before.Vocabulary.Features);
        var most = 0f;
        for (var i = 0; i < before.Vocabulary.Hashes.Length; i++)
        {
            var old = before.Row(DenseFeatures.Count + i);
            var now = after.Row(DenseFeatures.Count + after.Vocabulary.Number(before.Vocabulary.Hashes[i])!.Value);
            for (var o = Heads.Priority.First; o < Heads.Outputs; o++)
                most = Math.Max(most, Math.Abs(old[o] - now[o]));
        }
        most.ShouldBeLessThan(1e-4f);
        after.Calibrations[Heads.Priority.First].ShouldBe(before.Calibrations[Heads.Priority.First]);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes_whatever_their_order()
    {
        var rows = Rows(i => i % 2 == 0 ? "Billing" : "Shipping").ToList();
        var (first, report) = Train(rows);

        Train(rows.AsEnumerable().Reverse()).Model.ShouldBe(first);
        report.Model.ShouldMatch(@"^local/3\+[0-9a-f]{8}$");
    }

    [Theory]
    [InlineData(3, "has 3 usable rows, and 60 are the least")]
    [InlineData(0, "no row has a text and a label")]
    public void Too_few_rows_are_refused(int rows, string why) =>
        Should.Throw<CorpusException>(() => Train(Rows(i => i % 2 == 0 ? "Billing" : "Shipping").Take(rows))).Message.ShouldContain(why);

    [Fact]
    public void One_label_alone_teaches_nothing() => Should.Throw<CorpusException>(() => Train(Rows(_ => "Billing"))).Message.ShouldContain("nothing to tell apart");

    private (byte[] Model, CompanyReport Report) Train(IEnumerable<string> rows, string judgement = "category")
    {
        File.WriteAllText(_directory.File("export.csv"), $"Body;Type\n{string.Join('\n', rows.Select(r => $"\"{r[..r.LastIndexOf(',')]}\";{r[(r.LastIndexOf(',') + 1)..]}"))}\n");
        var mapping = ExportMapping.Read("m.yaml", $"columns:\n  text: Body\n  {judgement}: Type\n");
        return CompanyTraining.Train(ExportReader.Read([ExportFile.Open(_directory.File("export.csv"))], mapping, null, Token), null, null, Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
