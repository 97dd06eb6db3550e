using Baton.Cases;

namespace Baton.Evaluation;

/// <summary>The gravest mistakes of many, a fixed number of them: first the graver, then the one that came first.</summary>
internal sealed class Mistakes
{
    private const int Most = 20;
    private const int LongestText = 280;
    private const int MostWords = 8;

    private readonly List<(double Gravity, Mistake Mistake)> _kept = [];

    public IReadOnlyList<Mistake> Gravest => [.. _kept.Select(k => k.Mistake)];

    public void Add(double gravity, Question question, EvaluationRow row, Case c, string meant, string said, double? confidence)
    {
        if (_kept.Count == Most && gravity <= _kept[^1].Gravity)
            return;
        var words = question.Words(c).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords).ToList();
        var mistake = new Mistake(row.Place, row.Ticket.Id, Beginning(row.Ticket), meant, said, confidence, words);
        var at = _kept.FindIndex(k => k.Gravity < gravity);
        _kept.Insert(at < 0 ? _kept.Count : at, (gravity, mistake));
        if (_kept.Count > Most)
            _kept.RemoveAt(Most);
    }

    private static string Beginning(Learning.LabelledTicket ticket)
    {
        var text = string.IsNullOrWhiteSpace(ticket.Subject) ? ticket.Text : $"{ticket.Subject}: {ticket.Text}";
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= LongestText)
            return text;
        // Not between the halves of a character.
        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..end] + "…";
    }
}
