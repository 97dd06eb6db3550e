using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Baton.Cases;

namespace Baton.Learning.Exports;

/// <summary>Reads a company's exports into labelled tickets by its mapping, and tells what became of every row.</summary>
public sealed class ExportReader
{
    /// <summary>Tickets kept for training. Of a larger export these many are drawn by the hash of their words, so that the order of the rows does not matter.</summary>
    public const int MostTickets = 50_000;

    // The reasoner reads no further either.
    private const int LongestText = 32_768;

    private readonly ExportMapping _mapping;
    private readonly RowTally _tally = new();
    private readonly HashSet<UInt128> _seen = [];
    private readonly PriorityQueue<LabelledTicket, ulong> _drawn = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));
    private int _rows, _usable;

    private ExportReader(ExportMapping mapping) => _mapping = mapping;

    /// <param name="files">Exports that have the mapped columns.</param>
    /// <param name="mapping">What they mean.</param>
    /// <param name="progress">Told the share that has been read, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CorpusException">A file lacks a mapped column, or cannot be taken apart.</exception>
    public static ExportReading Read(IReadOnlyList<ExportFile> files, ExportMapping mapping, Action<double>? progress, CancellationToken cancellationToken)
    {
        var reader = new ExportReader(mapping);
        var places = files.Select(mapping.Places).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            var (file, done) = (files[i], i);
            foreach (var record in file.Rows(share => progress?.Invoke((done + share) / files.Count)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                reader.Add(file, record, places[i]);
            }
        }
        List<LabelledTicket> tickets = [.. reader._drawn.UnorderedItems.Select(d => d.Element).OrderBy(t => t.Id, StringComparer.Ordinal)];
        return reader._tally.Told(files, mapping.Columns.Values, reader._rows, reader._usable, tickets);
    }

    private void Add(ExportFile file, DelimitedRecord record, IReadOnlyDictionary<string, int> places)
    {
        _rows++;
        var place = $"{file.Name} line {record.Line}";
        if (record.Fault is { } fault)
        {
            _tally.LeaveOut(fault, place);
            return;
        }
        if (record.Fields.Count != file.Columns.Count)
        {
            _tally.LeaveOut($"has {(record.Fields.Count < file.Columns.Count ? "fewer" : "more")} fields than the header", $"{place} ({record.Fields.Count} of {file.Columns.Count})");
            return;
        }
        for (var i = 0; i < record.Fields.Count; i++)
        {
            if (record.Fields[i].Length > 0)
                _tally.Filled(file.Columns[i]);
        }
        var labels = LabelsOf(record, places);
        var text = record.Fields[places[ExportFields.Text]];
        var subject = places.TryGetValue(ExportFields.Subject, out var at) && !string.IsNullOrWhiteSpace(record.Fields[at]) ? record.Fields[at].Trim() : null;
        if (!text.Any(char.IsLetter))
            _tally.LeaveOut("has no words in its text", place);
        else if (labels.Count == 0)
            _tally.LeaveOut("has no label", place);
        else
            Keep(Ticket(subject, text.Length > LongestText ? text[..LongestText] : text, labels), place, labels);
    }

    private Dictionary<string, string> LabelsOf(DelimitedRecord record, IReadOnlyDictionary<string, int> places)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var judgement in MappedJudgement.All)
        {
            if (!places.TryGetValue(judgement.Name, out var at) || record.Fields[at].Trim() is not { Length: > 0 } value)
                continue;
            if (_mapping.LabelOf(judgement, value) is not { } label)
                _tally.Unmapped(judgement, value);
            else if (label != ExportMapping.NoLabel)
                labels[judgement.Name] = label;
        }
        return labels;
    }

    private static LabelledTicket Ticket(string? subject, string text, Dictionary<string, string> labels) => new()
    {
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Essence($"{subject} {text}")))),
        Subject = subject,
        Text = text,
        Category = Word<Category>(labels, "category"),
        Priority = Word<Priority>(labels, "priority"),
        Complexity = Word<Complexity>(labels, "complexity"),
        IssueType = Word<IssueType>(labels, "issueType"),
        Sentiment = Word<Sentiment>(labels, "sentiment"),
        Escalate = labels.TryGetValue("escalate", out var escalate) ? escalate == "true" : null,
    };

    private static T? Word<T>(Dictionary<string, string> labels, string name) where T : struct, Enum =>
        labels.TryGetValue(name, out var word) && Words.TryParse<T>(word, out var value) ? value : null;

    // Letters alone, and a zero for each number: a form letter with another order number is the same ticket, and is never both trained on and held out.
    private static string Essence(string text)
    {
        var essence = new StringBuilder(text.Length);
        foreach (var ch in text)
        {
            if (char.IsLetter(ch))
                essence.Append(char.ToLowerInvariant(ch));
            else if (char.IsDigit(ch) && (essence.Length == 0 || essence[^1] != '0'))
                essence.Append('0');
        }
        return essence.ToString();
    }

    private void Keep(LabelledTicket ticket, string place, Dictionary<string, string> labels)
    {
        var hash = Convert.FromHexString(ticket.Id);
        if (!_seen.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash)))
        {
            _tally.LeaveOut("says the same as an earlier row", place);
            return;
        }
        _usable++;
        _tally.Use(ticket, place, labels);
        var draw = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(16));
        if (_drawn.Count < MostTickets)
            _drawn.Enqueue(ticket, draw);
        else
            _drawn.EnqueueDequeue(ticket, draw);
    }
}
