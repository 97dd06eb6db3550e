using System.Text.RegularExpressions;
using System.Xml.Linq;
using Baton.Cases;

namespace Baton.Tests.Architecture;

/// <summary>What keeps the tree readable.</summary>
public sealed partial class HygieneTests
{
    private const int LongestFile = 300;

    // Longer, and for a reason.
    private static readonly Dictionary<string, string> LongFiles = new()
    {
        ["src/Baton.Core/Cases/CaseFold.cs"] = "how each event changes a case is one story, told in one place",
    };

    [Fact]
    public void No_file_is_longer_than_one_idea() =>
        SourceTree.Sources.Where(f => f.Lines.Count > LongestFile && !LongFiles.ContainsKey(f.Path)).Select(f => $"{f.Path}:{f.Lines.Count}")
            .ShouldBeClean($"Files have {LongestFile} lines at most; part these, or list them in this test with a reason:");

    [Fact]
    public void Every_exception_to_the_length_of_files_is_still_one() =>
        LongFiles.Keys.Where(p => SourceTree.Sources.All(f => f.Path != p || f.Lines.Count <= LongestFile)).ShouldBeClean("These need no exception any more; take them off the list:");

    [Fact]
    public void No_file_folds_itself_away() =>
        SourceTree.Sources.SelectMany(f => f.Code.Where(l => l.Line.TrimStart().StartsWith("#region", StringComparison.Ordinal)).Select(l => l.Place))
            .ShouldBeClean("A #region hides that a file holds two ideas:");

    [Fact]
    public void Types_are_named_for_what_they_are() =>
        SourceTree.Sources.SelectMany(f => f.Code.Where(l => Vague().IsMatch(l.Line)).Select(l => $"{l.Place}: {l.Line.Trim()}"))
            .ShouldBeClean("Manager, Helper, Utils and the like say nothing; name the idea:");

    [Fact]
    public void Every_event_has_a_wire_name()
    {
        var named = CaseEventCodec.Names.Select(CaseEventCodec.TypeOf).ToHashSet();
        typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(CaseEvent)) && !t.IsAbstract && t != typeof(UnknownEvent) && !named.Contains(t))
            .Select(t => t.Name).ShouldBeClean("Declare these in CaseEventCodec (src/Baton.Core/Cases/CaseEventCodec.cs):");
    }

    [Fact]
    public void Every_wire_name_is_snake_case() =>
        CaseEventCodec.Names.Where(n => !SnakeCase().IsMatch(n)).ShouldBeClean("Wire names are lower_snake_case:");

    [Fact]
    public void The_solution_lists_every_project_and_no_other()
    {
        var listed = XDocument.Load(Path.Combine(SourceTree.Root, "Baton.slnx")).Descendants("Project").Select(p => p.Attribute("Path")!.Value).ToList();
        var present = new[] { "src", "tests", "bench" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, f), "*.csproj", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(SourceTree.Root, p).Replace('\\', '/')).ToList();

        listed.Except(present).Select(p => $"listed, but missing: {p}").Concat(present.Except(listed).Select(p => $"not listed: {p}")).ShouldBeClean("Baton.slnx and the tree disagree:");
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helper|Helpers|Util|Utils|Utility|Utilities)\b")]
    private static partial Regex Vague();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();
}
