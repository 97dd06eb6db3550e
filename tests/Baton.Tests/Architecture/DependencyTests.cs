using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Baton.Pipeline;

namespace Baton.Tests.Architecture;

/// <summary>Who may know whom (design: dependency rules).</summary>
public sealed partial class DependencyTests
{
    private static readonly Assembly Core = typeof(IStep).Assembly;
    private static readonly Assembly Adapters = typeof(Adapters.Connectors.MailSender).Assembly;

    // Small pure libraries that the core may use. A driver, a vendor's SDK or ASP.NET never belongs here: that is what Baton.Adapters is for.
    private static readonly string[] PureLibraries = ["YamlDotNet"];

    [Fact]
    public void The_core_knows_only_the_platform_abstractions_and_pure_libraries() =>
        References(Core).Where(r => !IsPlatform(r) && !IsAbstraction(r) && !PureLibraries.Contains(r))
            .ShouldBeClean("Baton.Core may reference System.*, Microsoft.Extensions.* abstractions and the pure libraries listed in this test, but references:");

    [Fact]
    public void The_adapters_know_the_core_and_not_the_executable() =>
        References(Adapters).Where(r => r.Equals("baton", StringComparison.OrdinalIgnoreCase)).ShouldBeClean("Baton.Adapters must not reference the executable:");

    [Fact]
    public void Projects_reference_each_other_downwards_only()
    {
        var allowed = new Dictionary<string, string[]> { ["Baton.Core"] = [], ["Baton.Adapters"] = ["Baton.Core"], ["Baton"] = ["Baton.Adapters", "Baton.Core"] };
        allowed.SelectMany(project =>
        {
            var path = $"src/{project.Key}/{project.Key}.csproj";
            return XDocument.Load(Path.Combine(SourceTree.Root, path)).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
                .Where(r => !project.Value.Contains(r)).Select(r => $"{path}: {r}");
        }).ShouldBeClean("Projects go Baton → Baton.Adapters → Baton.Core and no other way:");
    }

    [Fact]
    public void A_step_never_mentions_another_step()
    {
        var steps = Core.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IStep))).Select(t => t.Name).ToHashSet();
        var files = SourceTree.Sources.Where(f => steps.Contains(f.Name)).ToList();
        steps.Except(files.Select(f => f.Name)).ShouldBeClean("A step lives in a file of its own name; these do not:");

        files.SelectMany(f => f.Code.Where(l => Word().Matches(l.Line).Any(w => w.Value != f.Name && steps.Contains(w.Value))).Select(l => $"{l.Place}: {l.Line.Trim()}"))
            .ShouldBeClean("A step works on the case's state and calls no other step:");
    }

    [Theory]
    [InlineData("Connectors")]
    [InlineData("Reasoners")]
    [InlineData("Storage")]
    public void A_vendor_folder_never_mentions_another(string kind)
    {
        var root = $"src/Baton.Adapters/{kind}/";
        var files = SourceTree.Sources.Where(f => f.Path.StartsWith(root, StringComparison.Ordinal) && f.Path[root.Length..].Contains('/', StringComparison.Ordinal))
            .Select(f => (File: f, Vendor: f.Path[root.Length..].Split('/')[0])).ToList();
        var vendors = files.Select(f => f.Vendor).Distinct().ToList();

        files.SelectMany(f => vendors.Where(v => v != f.Vendor).SelectMany(other =>
            {
                var types = string.Join('|', files.Where(o => o.Vendor == other).Select(o => o.File.Name));
                var mention = new Regex($@"\b{kind}\.{other}\b|(?<![\w.]){other}\.({types})\b");
                return f.File.Code.Where(l => mention.IsMatch(l.Line)).Select(l => $"{l.Place}: {l.Line.Trim()}");
            }))
            .ShouldBeClean($"What two vendors of {kind} share stands beside their folders, not in one of them:");
    }

    [Fact]
    public void Only_the_runner_and_the_commands_append_events() =>
        SourceTree.Sources.Where(f => !f.Path.Contains("/Storage/", StringComparison.Ordinal) && f.Name.Split('.')[0] is not ("CaseRunner" or "CaseCommands"))
            .SelectMany(f => f.Code.Where(l => l.Line.Contains(".AppendAsync(", StringComparison.Ordinal)).Select(l => $"{l.Place}: {l.Line.Trim()}"))
            .ShouldBeClean("Events are appended by CaseRunner and CaseCommands, so that every append checks the same things:");

    [Fact]
    public void SQL_lives_only_under_Storage() =>
        SourceTree.Sources.Where(f => !f.Path.Contains("/Storage/", StringComparison.Ordinal))
            .SelectMany(f => f.Code.Where(l => Sql().IsMatch(l.Line)).Select(l => $"{l.Place}: {l.Line.Trim()}"))
            .ShouldBeClean("SQL belongs under Storage:");

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static bool IsPlatform(string name) => name is "System" or "netstandard" or "mscorlib" || name.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsAbstraction(string name) => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && name.EndsWith(".Abstractions", StringComparison.Ordinal);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bSELECT\b.*\bFROM\b|^\W*SELECT\s|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\b(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIRTUAL)\b|\bPRAGMA\s+\w")]
    private static partial Regex Sql();
}
