using System.Text;
using Baton.Cases;
using Baton.Tests.Architecture;

namespace Baton.Tests.Cases;

/// <summary>
/// One stored body for each wire name, as some Baton once wrote it. They are never changed: whoever changes an event must still read these.
/// </summary>
internal static class GoldenEvents
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "tests/Baton.Tests/Cases/Golden");

    /// <summary>Wire names that have a file.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static string Body(string name)
    {
        var path = Path.Combine(Folder, name + ".json");
        Assert.True(File.Exists(path), $"The event '{name}' has no golden file. Write tests/Baton.Tests/Cases/Golden/{name}.json by hand: "
            + "the JSON body as the codec stores it (camelCase, enumerations as words, times like 2026-03-02T10:00:00+00:00, \"at\" included), realistic, with every field filled.");
        return File.ReadAllText(path);
    }

    public static CaseEvent Decode(string name) => CaseEventCodec.Decode(name, Encoding.UTF8.GetBytes(Body(name)));
}
