namespace Baton.Cli;

/// <summary>Files of labelled rows, as the commands that learn from them and measure by them take them.</summary>
internal static class LabelledFiles
{
    /// <summary>The files themselves; of a folder, all that end in <c>.jsonl</c>, in the order of their names.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> paths) =>
        paths.SelectMany(p => Directory.Exists(p) ? Directory.GetFiles(p, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[p]);
}
