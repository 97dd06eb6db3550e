using System.Text;

namespace Baton.Learning.Exports;

/// <summary>A help desk's export: a delimited file whose first record names its columns. Encoding and delimiter are told from the file.</summary>
public sealed class ExportFile
{
    private const int SampleLength = 65_536;
    private const int SampleRecords = 50;
    private static readonly char[] _delimiters = [',', ';', '\t', '|'];

    private readonly string _path;
    private readonly Encoding _encoding;
    private readonly bool _saysDelimiter;

    private ExportFile(string path)
    {
        _path = path;
        using var file = File.OpenRead(path);
        (_encoding, EncodingName) = ExportEncoding.Of(file);
        using var text = new StreamReader(file, _encoding);
        var sample = new char[SampleLength];
        var length = text.ReadBlock(sample);
        var start = new string(sample, 0, length);
        // The line with which spreadsheets tell each other the delimiter.
        _saysDelimiter = start.Length > 5 && start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start[5] is '\r' or '\n';
        Delimiter = _saysDelimiter ? start[4] : DelimiterOf(start, whole: length < SampleLength);
        Columns = [.. (First() ?? throw Problem("is empty; it must begin with a line that names its columns")).Fields.Select(c => c.Trim())];
        if (Columns.All(c => c.Length == 0))
            throw Problem("does not begin with the names of its columns; put a header line first");
    }

    public string Name => Path.GetFileName(_path);

    public string EncodingName { get; }

    public char Delimiter { get; }

    /// <summary>The names in the header, in its order; empty where a column has none.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <exception cref="CorpusException">It has no header.</exception>
    public static ExportFile Open(string path) => new(path);

    /// <summary>The records below the header, read as they are asked for.</summary>
    /// <param name="progress">Told the share of the file that has been read, 0 to 1.</param>
    /// <exception cref="CorpusException">A quote is never closed, so that nothing behind it can be told apart.</exception>
    public IEnumerable<DelimitedRecord> Rows(Action<double>? progress)
    {
        using var file = File.OpenRead(_path);
        using var text = new StreamReader(file, _encoding);
        var reader = new DelimitedReader(text, Delimiter);
        if (_saysDelimiter)
            reader.Next();
        reader.Next();
        while (reader.Next() is { } record)
        {
            if (reader.Unclosed is { } line)
                throw Problem($"line {line}: a quote opens here and is never closed, so that all below it would be one field. Close it, or export the file again");
            progress?.Invoke((double)file.Position / file.Length);
            if (record.Fields is not [""] || Columns.Count == 1)
                yield return record;
        }
    }

    private DelimitedRecord? First()
    {
        using var text = new StreamReader(_path, _encoding);
        var reader = new DelimitedReader(text, Delimiter);
        if (_saysDelimiter)
            reader.Next();
        var header = reader.Next();
        return header?.Fault is { } fault ? throw Problem($"line {header.Line}: the header {fault}") : header;
    }

    // The delimiter by which most of the first records have as many fields as the header; of equals, the one that makes more of them.
    private static char DelimiterOf(string sample, bool whole) => _delimiters.MaxBy(d =>
    {
        var records = Sampled(sample, d);
        if (!whole && records.Count > 1)
            records.RemoveAt(records.Count - 1);
        var columns = records.Count == 0 ? 0 : records[0].Fields.Count;
        return columns < 2 ? (0, 0) : (records.Count(r => r.Fields.Count == columns), columns);
    });

    private static List<DelimitedRecord> Sampled(string sample, char delimiter)
    {
        var reader = new DelimitedReader(new StringReader(sample), delimiter);
        var records = new List<DelimitedRecord>();
        while (records.Count < SampleRecords && reader.Next() is { } record)
            records.Add(record);
        return records;
    }

    private CorpusException Problem(string what) => new($"{Name}: {what}");
}
