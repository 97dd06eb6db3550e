using Baton.Learning;
using Baton.Tests.Architecture;

namespace Baton.Tests.Learning;

/// <summary>The repository's own labelled tickets.</summary>
internal static class Corpus
{
    public static IReadOnlyList<LabelledTicket> Rows { get; } =
        [.. Directory.GetFiles(Path.Combine(SourceTree.Root, "corpus"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(f => CorpusReader.Read(f))];
}
