using Baton.Learning.Exports;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Learning.Exports;

public sealed class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d", "a|b", "c|d")]
    [InlineData("a,b\nc,d\n", "a|b", "c|d")]
    [InlineData("a,b\rc,d\r", "a|b", "c|d")]
    [InlineData("\"a,1\",\"say \"\"hi\"\"\"\n", "a,1|say \"hi\"")]
    [InlineData("\"two\r\nlines\",b", "two\r\nlines|b")]
    [InlineData("5\" screen,b", "5\" screen|b")]
    [InlineData(",,\n,", "||", "|")]
    [InlineData("\"\"\n\nx", "", "", "x")]
    public void Records_are_cut_by_RFC_4180(string text, params string[] records)
    {
        var read = Read(text);
        read.Select(r => string.Join('|', r.Fields)).ShouldBe(records);
        read.ShouldAllBe(r => r.Fault == null);
    }

    [Fact]
    public void Whatever_is_written_by_the_rules_reads_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string[][]>(), ArbMap.Default.ArbFor<int>(), (rows, seed) =>
        {
            var fields = rows.Where(r => r is { Length: > 0 }).Select(r => r.Select(f => (f ?? "").Replace("\0", "", StringComparison.Ordinal)).ToArray()).ToList();
            var delimiter = ",;\t|"[(int)((uint)seed % 4)];
            var ending = ((string[])["\n", "\r\n", "\r"])[(int)((uint)seed / 4 % 3)];
            var text = string.Concat(fields.Select(r => string.Join(delimiter, r.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + ending));
            return Read(text, delimiter).Select(r => r.Fields).SequenceEqual(fields, new SameFields());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_to_its_end_without_losing_a_character_outside_its_marks() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            Read(text ?? "").Sum(r => r.Fields.Sum(f => f.Count(char.IsLetterOrDigit))) == (text ?? "").Count(char.IsLetterOrDigit)).QuickCheckThrowOnFailure();

    [Fact]
    public void Records_know_the_line_on_which_they_begin() =>
        Read("h\r\n\"a\nb\"\rc\nd").Select(r => r.Line).ShouldBe([1, 2, 4, 5]);

    [Theory]
    [InlineData("\"a\"b,c", "text behind a closing quote")]
    [InlineData("a\0b,c", "NUL")]
    [InlineData("x,\"open", "never closed")]
    public void A_record_that_cannot_be_trusted_says_why(string text, string why) => Read(text).Single().Fault!.ShouldContain(why);

    [Fact]
    public void A_field_without_end_costs_no_more_memory_than_the_longest_that_is_kept()
    {
        var reader = new DelimitedReader(new Endless(40_000_000), ',');
        var record = reader.Next()!;
        record.Fields.Single().Length.ShouldBe(DelimitedReader.LongestField);
        record.Fault!.ShouldContain($"{DelimitedReader.LongestField}");
        reader.Unclosed.ShouldBe(1);
    }

    [Fact]
    public void A_record_of_too_many_fields_is_faulty() => Read(new string(',', 10_000)).Single().Fault!.ShouldContain($"{DelimitedReader.MostFields}");

    private static List<DelimitedRecord> Read(string text, char delimiter = ',')
    {
        var reader = new DelimitedReader(new StringReader(text), delimiter);
        var records = new List<DelimitedRecord>();
        while (reader.Next() is { } record)
            records.Add(record);
        return records;
    }

    private sealed class SameFields : IEqualityComparer<IReadOnlyList<string>>
    {
        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<string> obj) => obj.Count;
    }

    /// <summary>A quote that opens, and then x and x again.</summary>
    private sealed class Endless(long length) : TextReader
    {
        private long _left = length;
        private bool _opened;

        public override int Read(char[] buffer, int index, int count)
        {
            var some = (int)Math.Min(count, _left);
            Array.Fill(buffer, 'x', index, some);
            if (!_opened)
                buffer[index] = '"';
            _opened = true;
            _left -= some;
            return some;
        }

        public override int Read(Span<char> buffer)
        {
            var array = new char[buffer.Length];
            var some = Read(array, 0, array.Length);
            array.AsSpan(0, some).CopyTo(buffer);
            return some;
        }
    }
}
