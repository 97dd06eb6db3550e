using System.Text;
using Baton.Learning;
using Baton.Learning.Exports;

namespace Baton.Tests.Learning.Exports;

public sealed class ExportFileTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("utf-8", false, "UTF-8")]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("utf-16BE", false, "UTF-16")]
    [InlineData("windows-1252", false, "Windows-1252")]
    public void The_encoding_is_told_from_the_file(string encoding, bool mark, string name)
    {
        var file = ExportFile.Open(Write("Betreff;Größe\nRückgabe;très bien\n", encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding), mark));

        file.EncodingName.ShouldBe(name);
        file.Columns.ShouldBe(["Betreff", "Größe"]);
        file.Rows(null).Single().Fields.ShouldBe(["Rückgabe", "très bien"]);
    }

    [Fact]
    public void A_letter_far_down_that_is_no_UTF_8_still_tells_the_encoding()
    {
        var plain = Encoding.ASCII.GetBytes($"a,b\n{string.Concat(Enumerable.Repeat("plain,text\n", 20_000))}");
        File.WriteAllBytes(_directory.File("late.csv"), [.. plain, (byte)'x', 0xE9, (byte)',', (byte)'y', (byte)'\n']);

        ExportFile.Open(_directory.File("late.csv")).Rows(null).Last().Fields.ShouldBe(["xé", "y"]);
    }

    [Theory]
    [InlineData("Subject,Description,Type\n\"a; b; c; d\",x,y\n", ',')]
    [InlineData("Subject;Description;Type\n\"a, b, c, d\";x;y\n", ';')]
    [InlineData("Subject;Text\nhello, dear, all;x\nwell, no;y\n", ';')]
    [InlineData("Subject\tText\na, b\tx\n", '\t')]
    [InlineData("Text\nhello\n", ',')]
    [InlineData("sep=|\nSubject|Text\na|b\n", '|')]
    public void The_delimiter_is_the_one_that_makes_rows_agree_with_the_header(string text, char delimiter)
    {
        var file = ExportFile.Open(Write(text, Encoding.UTF8, mark: false));

        file.Delimiter.ShouldBe(delimiter);
        file.Rows(null).ShouldAllBe(r => r.Fields.Count == file.Columns.Count);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(",,\n1,2,3\n", "names of its columns")]
    [InlineData("a\0,b\n1,2\n", "NUL")]
    public void A_file_without_a_header_is_refused(string text, string why) =>
        Should.Throw<CorpusException>(() => ExportFile.Open(Write(text, Encoding.UTF8, mark: false))).Message.ShouldContain(why);

    [Fact]
    public void A_quote_that_is_never_closed_is_named_with_its_line() =>
        Should.Throw<CorpusException>(() => ExportFile.Open(Write("a,b\n1,2\n\"3,4\n5,6\n", Encoding.UTF8, mark: false)).Rows(null).Count()).Message.ShouldContain("line 3");

    private string Write(string text, Encoding encoding, bool mark)
    {
        var path = _directory.File("export.csv");
        File.WriteAllBytes(path, [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
        return path;
    }
}
