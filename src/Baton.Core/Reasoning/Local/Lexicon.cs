using System.Globalization;
using System.Reflection;
using Baton.Cases;
using Baton.Text;

namespace Baton.Reasoning.Local;

/// <summary>
/// The embedded lexicons (<c>Lexicons/*.tsv</c>: cue, phrase, weight) compiled into one <see cref="PhraseSet{T}"/>, so that one pass finds
/// every cue. Each file is a family: within a family a longer phrase hides the shorter ones inside it.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> _default = new(Load);

    private Lexicon(PhraseSet<Entry> phrases, IReadOnlyList<Entry> entries) => (Phrases, Entries) = (phrases, entries);

    public static Lexicon Default => _default.Value;

    public PhraseSet<Entry> Phrases { get; }
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>One row of a lexicon. <paramref name="Id"/> numbers the rows, <paramref name="Family"/> the files.</summary>
    internal sealed record Entry(int Id, int Family, Cue Cue, string Phrase, double Weight);

    private static Lexicon Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var phrases = new PhraseSet<Entry>();
        var entries = new List<Entry>(2048);
        var family = 0;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Lexicons.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            for (var line = 1; reader.ReadLine() is { } text; line++)
            {
                if (text.Length == 0 || text[0] == '#')
                    continue;
                var entry = Parse(text, entries.Count, family) ?? throw new InvalidDataException($"{name}, line {line}: expected cue, phrase, weight: '{text}'");
                entries.Add(entry);
                phrases.Add(entry.Phrase, entry);
            }
            family++;
        }
        return new Lexicon(phrases, entries);
    }

    private static Entry? Parse(string line, int id, int family)
    {
        var cells = line.Split('\t');
        return cells.Length == 3 && Words.TryParse<Cue>(cells[0], out var cue)
            && double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 5
            ? new Entry(id, family, cue, cells[1], weight)
            : null;
    }
}
