using Baton.Learning;
using Baton.Text;

namespace Baton.Tests.Learning;

public sealed class CorpusTests
{
    // How much of their runs of four words two rows may share (Jaccard) before they are the same ticket told twice.
    private const double Near = 0.5;

    [Fact]
    public void Every_row_is_whole_and_agrees_with_itself()
    {
        foreach (var row in Corpus.Rows)
        {
            row.Category.ShouldNotBeNull(row.Id);
            row.Priority.ShouldNotBeNull(row.Id);
            row.Complexity.ShouldNotBeNull(row.Id);
            row.IssueType.ShouldNotBeNull(row.Id);
            row.Sentiment.ShouldNotBeNull(row.Id);
            row.Escalate.ShouldBe(row.Why != Baton.Escalation.EscalationReason.HandledByAgent, row.Id);
            row.Signals!.Contains(Baton.Cases.EscalationSignal.FrustratedLanguage).ShouldBe(row.Frustration >= 50, row.Id);
        }
    }

    [Fact]
    public void Ids_are_unique_and_every_part_and_language_has_its_share()
    {
        Corpus.Rows.Select(r => r.Id).ShouldBeUnique();
        Corpus.Rows.Count(r => r.Language == "en").ShouldBeGreaterThanOrEqualTo(4_000);
        foreach (var language in (string[])["de", "fr", "es"])
            Corpus.Rows.Count(r => r.Language == language).ShouldBeGreaterThanOrEqualTo(300);
        var test = Corpus.Rows.Count(r => CorpusReader.PartOf(r.Id) == CorpusPart.Test);
        ((double)test / Corpus.Rows.Count).ShouldBeInRange(0.12, 0.18);
    }

    [Fact]
    public void No_ticket_is_told_twice()
    {
        var grams = Corpus.Rows.Select(r => Grams(r.Text)).ToList();
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        List<string> near = [];
        for (var i = 0; i < grams.Count; i++)
        {
            foreach (var (j, shared) in grams[i].SelectMany(g => holders.GetValueOrDefault(g) ?? []).GroupBy(j => j).Select(g => (g.Key, g.Count())))
            {
                if (shared > Near * (grams[i].Count + grams[j].Count - shared))
                    near.Add($"{Corpus.Rows[i].Id} and {Corpus.Rows[j].Id}");
            }
            foreach (var gram in grams[i])
                (holders.TryGetValue(gram, out var list) ? list : holders[gram] = []).Add(i);
        }
        near.ShouldBeEmpty();
    }

    private static HashSet<string> Grams(string text)
    {
        var words = new TokenizedText(text).Tokens.Select(t => t.Word).ToList();
        return words.Count < 4 ? [string.Join(' ', words)] : [.. Enumerable.Range(0, words.Count - 3).Select(i => string.Join(' ', words.Skip(i).Take(4)))];
    }
}
