using Baton.Cases;
using Baton.Learning.Exports;

namespace Baton.Tests.Learning.Exports;

public sealed class ExportReaderTests : IDisposable
{
    private const string Mapping = "columns:\n  subject: Subject\n  text: Body\n  category: Type\n  priority: Prio\nvalues:\n  category:\n    Defect: bug_report\n    Spam: none\n";
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_row_teaches_the_judgements_that_it_has_labels_for()
    {
        var read = Read("Lost,\"My parcel, where\nis it?\",Shipping,\n,It crashes,Defect,High\n,It is slow,,low\n");

        read.Usable.ShouldBe(3);
        var parcel = read.Tickets.Single(t => t.Category == Category.Shipping);
        (parcel.Subject, parcel.Text, parcel.Priority).ShouldBe(("Lost", "My parcel, where\nis it?", null));
        read.Tickets.Single(t => t.Category == Category.BugReport).Priority.ShouldBe(Priority.High);
        read.Tickets.Single(t => t.Priority == Priority.Low).Category.ShouldBeNull();
        read.Labels.ShouldContain(new LabelCount("category", "bug_report", 1));
    }

    [Fact]
    public void Rows_that_are_left_out_are_told_with_their_lines_and_why()
    {
        var read = Read("a,text one,Billing,low\nonly two,fields\na,b,c,d,e\n,,Billing,low\n,123 !!,Billing,low\n,some words,Spam,\n,\"x\"y,Billing,low\na,TEXT  one!,Billing,low\n");

        read.Usable.ShouldBe(1);
        read.Rows.ShouldBe(8);
        read.LeftOut.Sum(l => l.Rows).ShouldBe(7);
        Of("has fewer fields than the header").Places.ShouldBe(["export.csv line 3 (2 of 4)"]);
        Of("has more fields than the header").Places.ShouldBe(["export.csv line 4 (5 of 4)"]);
        Of("has no words in its text").Rows.ShouldBe(2);
        Of("has no label").Places.ShouldBe(["export.csv line 7"]);
        Of("has text behind a closing quote").Places.ShouldBe(["export.csv line 8"]);
        Of("says the same as an earlier row").Places.ShouldBe(["export.csv line 9"]);

        LeftOut Of(string why) => read.LeftOut.Single(l => l.Why == why);
    }

    [Fact]
    public void Nothing_is_guessed_in_silence()
    {
        var read = Read(",one thing,Invoice,low\n,another thing,Invoice,P1\n,a third thing,Qqq,low\n");

        read.UnmappedValues.ShouldBe([new("category", "Invoice", 2, "billing"), new("category", "Qqq", 1, null), new("priority", "P1", 1, "critical")]);
        read.Tickets.ShouldAllBe(t => t.Category == null);
        read.Usable.ShouldBe(2, "the row whose only values stand for nothing teaches nothing");
    }

    [Fact]
    public void A_form_letter_with_another_number_is_the_same_ticket() =>
        Read(",Order 4711 is late,Shipping,\n,Order 12 is LATE,Shipping,\n").Usable.ShouldBe(1);

    [Fact]
    public void A_column_of_free_text_mapped_by_mistake_is_counted_within_bounds() =>
        Read(string.Concat(Enumerable.Range(0, 3_000).Select(i => $",words {(char)('a' + (i % 26))},value {i},\n"))).UnmappedValues.Count.ShouldBeLessThanOrEqualTo(1_001);

    [Fact]
    public void Languages_are_told() =>
        Read(",Where is my parcel and when will it come to me?,Shipping,\n,Wo ist mein Paket und wann kommt es bei mir an?,Shipping,\n").Languages.Select(l => l.Language).ShouldBe(["en", "de"], ignoreOrder: true);

    [Fact]
    public void Unmapped_columns_are_told_with_what_they_might_be()
    {
        File.WriteAllText(_directory.File("export.csv"), "Body,Type,Priority,Notes\nhello there,Billing,high,\n");
        var read = ExportReader.Read([ExportFile.Open(_directory.File("export.csv"))], ExportMapping.Read("m", "columns:\n  text: Body\n  category: Type\n"), null, TestContext.Current.CancellationToken);

        read.UnmappedColumns.ShouldBe([new("Priority", 1, "priority"), new("Notes", 0, null)]);
    }

    private ExportReading Read(string rows)
    {
        File.WriteAllText(_directory.File("export.csv"), $"Subject,Body,Type,Prio\n{rows}");
        return ExportReader.Read([ExportFile.Open(_directory.File("export.csv"))], ExportMapping.Read("m.yaml", Mapping), null, TestContext.Current.CancellationToken);
    }
}
