using Baton.Cases;
using Baton.Intake;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;

namespace Baton.Tests.Reasoning.Local;

/// <summary>What reaches the reasoner when it is no honest message: how much work it makes is counted, not timed.</summary>
public sealed class BadInputTests
{
    // Characters of a piece that is repeated; twice as many are still below what the reasoner reads at most.
    private const int Half = 15_000;

    // Twice the text may make so many times the work: twice, and something for buffers that double.
    private const double Linear = 2.6;

    public static TheoryData<string> Pieces =>
    [
        "slow ", "i will sue you ", "a", "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo", "<div>", "<a <a ", "<br ", "<!-- ", "> ", "> > > >\n", "a.b_c/", "not not very ", "$1,000.00 ERR_A_B ", "x\n", "😡", "א ", "e\u0301\u0301\u0301 ",
        "\u200B\u00AD\u202E", "((((", "-----\n", "on a wrote ", "From: a@b\n", "&amp;", "a-b-c-", "word. ", "[[[]]]{}", "lawyer! but court? ", "中文 ", "&#x41;", "\"\"''",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Twice_the_text_makes_about_twice_the_work(string piece)
    {
        var (text, twice) = (Repeated(piece, Half), Repeated(piece, 2 * Half));
        Work(text);
        Work(twice);

        var (once, double_) = (Work(text), Work(twice));

        double_.Allocated.ShouldBeLessThan((long)(Linear * once.Allocated) + 200_000);
        double_.Features.ShouldBeLessThanOrEqualTo((int)(Linear * once.Features) + 100);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_text_without_end_is_read_as_far_as_the_cap(string piece)
    {
        var cap = Work(Repeated(piece, 200_000));
        var beyond = Work(Repeated(piece, 1_000_000));

        beyond.Features.ShouldBeLessThanOrEqualTo((int)(1.1 * cap.Features) + 100);
        beyond.Features.ShouldBeLessThan(10 * Baton.Text.TokenizedText.MaxLength);
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Every_score_stays_in_its_range(string piece)
    {
        var judged = Cleaned(Repeated(piece, 1_000_000));

        judged.Labels.Confidence.Values.Append(judged.Advice.Confidence).ShouldAllBe(c => c >= 0 && c <= 1);
        ((int?[])[judged.Scores.Frustration, judged.Scores.Clarity, judged.Scores.ChurnRisk, judged.Scores.OverallComplexity]).ShouldAllBe(s => s == null || (s >= 0 && s <= 100));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("😡")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\u202Eabc\u202C")]
    [InlineData("?!?!")]
    [InlineData("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=")]
    [InlineData("zażółć łódź қазақ ትግርኛ ខ្មែរ")]
    public void What_says_nothing_is_judged_with_little_confidence_and_escalates_nothing(string text)
    {
        var judged = Cleaned(text);

        judged.Labels.Confidence["category"].ShouldBeLessThan(0.5);
        judged.Advice.Kind.ShouldBe(EscalationKind.NoEscalation);
    }

    [Fact]
    public void A_megabyte_of_base64_is_no_threat_and_no_certainty()
    {
        var judged = Cleaned(Convert.ToBase64String([.. Enumerable.Range(0, 750_000).Select(i => (byte)(i * 7919 >> 3))]));

        judged.Labels.Confidence["category"].ShouldBeLessThan(0.5);
        judged.Advice.Kind.ShouldBe(EscalationKind.NoEscalation);
    }

    [Theory]
    [InlineData("I will s\u200Bu\u200Be you, my law\u00ADyer is informed.")]
    [InlineData("I will s\u2060ue you, my l\u200Dawyer is informed.")]
    [InlineData("I will \u202Dsue\u202C you, my \u2066lawyer\u2069 is informed.")]
    [InlineData("<p>I will <b>s</b>ue you, my law<span></span>yer is informed.</p>")]
    [InlineData("I will su\u0435 you, my l\u0430wyer is informed.")]
    [InlineData("I will s\u03C5e you, \u03BFr my l\u0430wy\u0435r will. My lawyer is informed.")]
    public void Words_hidden_by_invisible_characters_marks_or_foreign_letters_are_still_read(string text) =>
        Cleaned(text).Labels.EscalationSignals.ShouldContain(EscalationSignal.LegalThreats);

    [Fact]
    public void A_mail_in_mark_up_is_judged_as_its_words_are()
    {
        const string Words = "I was charged twice for my subscription this month. Please refund one of the charges.";
        var html = $"<html><head><style>p {{ color: red }} .sue {{ }}</style></head><body><!-- lawyer, court, outage --><div><p>{Words}</p></div><script>sue()</script></body></html>";

        Cleaned(html).Labels.Category.ShouldBe(Cleaned(Words).Labels.Category);
        Cleaned(html).Scores.Frustration.ShouldBe(Cleaned(Words).Scores.Frustration);
        Cleaned(html).Labels.EscalationSignals.ShouldBeEmpty();
    }

    [Fact]
    public void Deep_quotes_and_a_hundred_thousand_lines_leave_the_customers_own_words()
    {
        const string Own = "Where is my parcel? It should have come on Monday.";
        var quotes = string.Join('\n', Enumerable.Range(1, 100_000).Select(i => $"{new string('>', i % 50 + 1)} I will sue you"));

        Cleaned($"{Own}\n{quotes}").Labels.Category.ShouldBe(Category.Shipping);
        Cleaned($"{Own}\n{quotes}").Labels.EscalationSignals.ShouldBeEmpty();
    }

    private static Judged Cleaned(string text) => Judged.Of(MessageCleaner.Clean(text));

    private static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static (long Allocated, int Features) Work(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = new Reading(new ReasoningInput { Text = MessageCleaner.Clean(text) }, LocalModel.Default);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var hashes = new List<ulong>();
        TextHashes.Add(reading.Text.Text, hashes);
        return (allocated, hashes.Count);
    }
}
