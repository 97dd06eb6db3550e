using System.Text;
using Baton.Cases;
using Baton.Evaluation;
using Baton.Learning;

namespace Baton.Tests.Evaluation;

public sealed class EvaluationReaderTests
{
    [Fact]
    public void A_row_may_have_any_of_the_labels()
    {
        var row = Only("""{"id":7,"text":"It is late again.","origin":"desk","complaint":true,"severity":2,"anger":false,"stars":2,"sentiment_score":-1.5,"satisfaction":"dissatisfied","satisfaction_mean":1.7,"category":null}""");

        row.Ticket.Id.ShouldBe("7");
        row.Ticket.Category.ShouldBeNull();
        (row.Origin, row.Complaint, row.Severity, row.Anger, row.Stars).ShouldBe(("desk", true, 2, false, 2));
        (row.SentimentScore, row.Satisfaction, row.SatisfactionMean).ShouldBe((-1.5, "dissatisfied", 1.7));
    }

    [Fact]
    public void Severity_means_something_only_beside_a_complaint() => Only("""{"text":"x y","severity":"SEV-1","anger":"much"}""").Severity.ShouldBeNull();

    [Fact]
    public void The_text_stands_last_in_its_conversation_and_is_not_said_twice()
    {
        var row = Only("""{"text":"Still broken.","turns":[{"role":"customer","text":"It broke."},{"role":"agent","text":"Try again."},{"role":"customer","text":"Still broken."}]}""");

        row.Earlier.ShouldBe([new EarlierLine(Role.Customer, "It broke."), new EarlierLine(Role.Agent, "Try again.")]);
    }

    [Theory]
    [InlineData("""{"text":"x","category":"nonsense"}""", "category is 'nonsense' and must be one of technical, billing")]
    [InlineData("""{"text":"x","category":5}""", "category is 5 and must be text")]
    [InlineData("""{"text":"x","priority":"p1"}""", "priority is 'p1' and must be one of critical")]
    [InlineData("""{"text":"x","escalate":"yes"}""", "escalate is \"yes\" and must be true or false")]
    [InlineData("""{"text":"x","why":"boredom"}""", "why is 'boredom' and must be one of handled_by_agent")]
    [InlineData("""{"text":"x","stars":9}""", "stars is 9 and must be from 1 to 5")]
    [InlineData("""{"text":"x","stars":"five"}""", "stars is \"five\" and must be a number from 1 to 5")]
    [InlineData("""{"text":"x","satisfaction":"meh"}""", "satisfaction is 'meh' and must be one of dissatisfied, neutral, satisfied")]
    [InlineData("""{"text":"x","turns":[{"role":"boss","text":"y"}]}""", "turns[0]: role is 'boss'")]
    [InlineData("""{"text":"x","turns":[{"role":"agent"}]}""", "turns[0].text is missing")]
    [InlineData("""{"text":"x","turns":"none"}""", "turns is \"none\" and must be a list")]
    [InlineData("""{"text":"  "}""", "text is empty")]
    [InlineData("""{"category":"billing"}""", "text is missing")]
    [InlineData("""{"text":"\ud83d"}""", "text is no text")]
    [InlineData("""{"\ud83d":1,"text":"x"}""", "is no text")]
    [InlineData("""["x"]""", "is not a JSON object")]
    [InlineData("{", "is not JSON")]
    public void A_row_that_is_wrong_names_file_line_and_field(string line, string expected)
    {
        var read = EvaluationReader.Read(new StringReader($"\n{line}\n{{\"text\":\"fine\"}}"), "mine.jsonl").ToList();

        read[0].Error.ShouldNotBeNull().ShouldStartWith("mine.jsonl:2: ");
        read[0].Error!.ShouldContain(expected);
        read[1].Row.ShouldNotBeNull();
    }

    [Fact]
    public void An_error_shows_no_sign_that_a_terminal_obeys() =>
        EvaluationReader.Read(new StringReader("""{"text":"x","category":"\u001b[2J\u0007"}"""), "m").Single().Error!.ShouldContain("category is '?[2J?'");

    [Theory]
    [InlineData(new byte[] { 0x7B, 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01, 0x0A })]
    public void What_is_no_text_is_refused_whole(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        Should.Throw<CorpusException>(() => EvaluationReader.Read(reader, "photo.jsonl").ToList()).Message.ShouldStartWith("photo.jsonl: is no UTF-8 text");
    }

    private static EvaluationRow Only(string line) => EvaluationReader.Read(new StringReader(line), "mine.jsonl").Single().Row.ShouldNotBeNull();
}
