using Baton.Learning;
using Baton.Learning.Exports;

namespace Baton.Tests.Learning.Exports;

public sealed class ExportMappingTests : IDisposable
{
    private readonly TestDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("columns:\n  category: Type\n", "m.yaml line 1: columns.text is missing")]
    [InlineData("columns:\n  text: Body\n", "no column with labels is mapped")]
    [InlineData("columns:\n  text: Body\n  categroy: Type\n", "m.yaml line 3: columns.categroy is not known; did you mean 'category'?")]
    [InlineData("columns:\n  text: Body\n  category: Type\nvalues:\n  category:\n    Bug: bug\n", "m.yaml line 6: values.category.Bug is 'bug' and must be none or one of")]
    [InlineData("columns:\n  text: Body\n  category: Type\nvalues:\n  priority:\n    P1: high\n", "columns.priority does not say")]
    [InlineData("columns:\n  text: Body\n  text: Other\n  category: Type\n", "m.yaml line 3: columns.text is given twice")]
    [InlineData("colums:\n  text: Body\n", "m.yaml line 1: 'colums' is not known")]
    [InlineData("columns: [text\n", "is not YAML")]
    [InlineData("", "columns.text is missing")]
    public void A_faulty_mapping_is_named_with_its_line(string yaml, string fault) =>
        Should.Throw<CorpusException>(() => ExportMapping.Read("m.yaml", yaml)).Message.ShouldContain(fault);

    [Theory]
    [InlineData("Descripton,Type\n", "m.yaml line 2: export.csv has no column 'Description'; did you mean 'Descripton'?")]
    [InlineData("Description,Type,type\n", "has 2 columns called 'Type'")]
    public void A_column_that_the_file_does_not_have_once_is_named(string header, string fault)
    {
        File.WriteAllText(_directory.File("export.csv"), header);
        var mapping = ExportMapping.Read("m.yaml", "columns:\n  text: Description\n  category: Type\n");

        Should.Throw<CorpusException>(() => mapping.Places(ExportFile.Open(_directory.File("export.csv")))).Message.ShouldContain(fault);
    }

    [Fact]
    public void A_value_means_what_the_company_says_or_what_it_spells_and_nothing_else()
    {
        var mapping = ExportMapping.Read("m.yaml", "columns:\n  text: T\n  category: C\nvalues:\n  category:\n    Defekt: bug_report\n    Spam: none\n    Billing: account\n");
        var category = MappedJudgement.All[0];

        mapping.LabelOf(category, "defekt").ShouldBe("bug_report");
        mapping.LabelOf(category, "Spam").ShouldBe(ExportMapping.NoLabel);
        mapping.LabelOf(category, "Feature Request").ShouldBe("feature_request");
        mapping.LabelOf(category, "Billing").ShouldBe("account", "what the company says goes before what it spells");
        mapping.LabelOf(category, "Invoice").ShouldBeNull("that it means billing is a guess");
        category.Nearest("Invoice").ShouldBe("billing");
    }

    [Theory]
    [InlineData("priority", "1 - Critical", "critical")]
    [InlineData("priority", "Normal", "medium")]
    [InlineData("priority", "P2", "urgent")]
    [InlineData("category", "Password reset", "account")]
    [InlineData("category", "Zzz", null)]
    [InlineData("escalate", "Yes", "true")]
    public void The_nearest_label_is_proposed(string judgement, string value, string? nearest) => MappedJudgement.All.Single(j => j.Name == judgement).Nearest(value).ShouldBe(nearest);

    [Fact]
    public void A_draft_takes_nothing_for_granted_and_is_right_once_its_marks_are_taken_away()
    {
        File.WriteAllText(_directory.File("export.csv"), "Ticket ID,Subject,Description,Type,\"Odd: #1\"\n1,A,\"Text, long\",Bug,x\n2,B,More,\"1: Invoice\",y\n");
        var draft = MappingDraft.Of(ExportFile.Open(_directory.File("export.csv")));
        Should.Throw<CorpusException>(() => ExportMapping.Read("draft", draft)).Message.ShouldContain("columns.text is missing");

        var finished = string.Join('\n', draft.Split('\n').Select(l => l.Contains(": ", StringComparison.Ordinal) && l.StartsWith("  # ", StringComparison.Ordinal) || l.EndsWith("category:", StringComparison.Ordinal) ? $"  {l[4..]}" : l)
            .Where(l => !l.Contains("?: ", StringComparison.Ordinal) && !l.Contains("is one of", StringComparison.Ordinal)));
        var mapping = ExportMapping.Read("draft", finished);
        mapping.Columns["text"].ShouldBe("Description");
        mapping.LabelOf(MappedJudgement.All[0], "1: Invoice").ShouldBe("billing");
        mapping.LabelOf(MappedJudgement.All[0], "Bug").ShouldBe("bug_report");
    }
}
