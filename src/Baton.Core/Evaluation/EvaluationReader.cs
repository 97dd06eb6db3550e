using System.Text;
using Baton.Cases;
using Baton.Escalation;
using Baton.Learning;

namespace Baton.Evaluation;

/// <summary>A row, or why a line is none, with its place.</summary>
public sealed record EvaluationLine(EvaluationRow? Row, string? Error);

/// <summary>Reads labelled rows from JSON lines, one at a time, so that a long file needs no more memory than a line.</summary>
public static class EvaluationReader
{
    private static readonly string[] _reasons = [EscalationReason.HandledByAgent, .. EscalationReason.ByGravity];

    /// <param name="lines">JSON lines; UTF-8 where it comes from bytes.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="CorpusException">It is no text at all.</exception>
    public static IEnumerable<EvaluationLine> Read(TextReader lines, string name)
    {
        var number = 0;
        while (Next(lines, name) is { } line)
        {
            number++;
            if (line.Contains('\0'))
                throw NoText(name);
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, $"{name}:{number}");
        }
    }

    private static string? Next(TextReader lines, string name)
    {
        try
        {
            return lines.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw NoText(name);
        }
    }

    private static CorpusException NoText(string name) => new($"{name}: is no UTF-8 text; labelled rows are JSON lines: one {{\"text\": …, \"category\": …}} a line");

    private static EvaluationLine Parse(string line, string place)
    {
        try
        {
            return new EvaluationLine(CorpusReader.Parse(line, place, Row), null);
        }
        catch (CorpusException exception)
        {
            return new EvaluationLine(null, exception.Message);
        }
    }

    private static EvaluationRow Row(RowFields f)
    {
        var ticket = CorpusReader.Row(f);
        if (string.IsNullOrWhiteSpace(ticket.Text))
            throw new CorpusException($"{f.Place}: text is empty: there is nothing to judge");
        var complaint = f.Flag("complaint");
        return new EvaluationRow
        {
            Place = f.Place,
            Ticket = ticket,
            Earlier = Earlier(f, ticket.Text),
            Origin = f.Text("origin"),
            OfCorpus = f.Has("industry"),
            Why = f.Word("why", _reasons),
            Stars = f.Number("stars", 1, 5),
            SentimentScore = f.Number("sentiment_score", -4, 4),
            Complaint = complaint,
            // Elsewhere these names mean other things.
            Severity = complaint is null ? null : f.Number("severity", 0, 4),
            Anger = complaint is null ? null : f.Flag("anger"),
            Satisfaction = f.Word("satisfaction", Questions.SatisfactionLevels),
            SatisfactionMean = f.Number("satisfaction_mean", 1, 5),
        };
    }

    // The text itself stands last in a conversation that holds it.
    private static List<EarlierLine> Earlier(RowFields f, string text)
    {
        if (f.Rows("turns") is not { } turns)
            return [];
        var lines = turns.ConvertAll(t => new EarlierLine(RoleOf(t), t.Text("text") ?? throw new CorpusException($"{t.Place}.text is missing")));
        if (lines is [.., { Role: Role.Customer } last] && last.Text == text)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static Role RoleOf(RowFields turn) => turn.Word("role", ["customer", "agent"]) switch
    {
        "customer" => Role.Customer,
        "agent" => Role.Agent,
        _ => throw new CorpusException($"{turn.Place}.role is missing: it is customer or agent"),
    };
}
