using System.Security.Cryptography;
using System.Text;
using Baton.Cases;
using Baton.Learning.Exports;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;

namespace Baton.Learning;

/// <summary>Trains on a company's rows, going on from the model that ships, and compares both on the rows that were held out. The same rows give the same bytes.</summary>
public static class CompanyTraining
{
    /// <summary>Rows with a label that a judgement needs before it is trained.</summary>
    public const int FewestRows = 60;

    /// <summary>Rows that a label needs; two labels must have them.</summary>
    public const int FewestOfALabel = 5;

    /// <param name="read">The company's rows; each one's words decide by hash whether it trains (70 of 100), calibrates (15) or is held out (15).</param>
    /// <param name="name">The version that stands on judgements; null takes the shipped one's with a mark of these rows: <c>local/3+3f9a1c04</c>.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="CorpusException">There are too few rows to learn anything from.</exception>
    public static (byte[] Model, CompanyReport Report) Train(ExportReading read, string? name, Action<double>? progress, CancellationToken cancellationToken)
    {
        var untaught = MappedJudgement.All.Select(j => (Judgement: j, Why: WhyNot(j, read.Tickets))).Where(u => u.Why is { Length: > 0 }).Select(u => new Untaught(u.Judgement.Name, u.Why!)).ToList();
        var taught = MappedJudgement.All.Where(j => WhyNot(j, read.Tickets) is null).ToList();
        if (taught.Count == 0)
            throw new CorpusException($"There is too little to learn from: {(untaught.Count == 0 ? "no row has a text and a label" : string.Join("; ", untaught.Select(u => $"{u.Judgement} {u.Why}")))}.");
        var parts = read.Tickets.Select(t => Only(t, taught)).Where(t => taught.Any(j => j.LabelOf(t) is not null)).ToLookup(t => CorpusReader.PartOf(t.Id));
        var (train, validation, held) = (parts[CorpusPart.Train].ToList(), parts[CorpusPart.Validation].ToList(), parts[CorpusPart.Test].ToList());
        var from = LocalModel.Default;
        var model = Adaptation.Train(from, train, validation, name ?? $"{from.Name}+{Mark(train)}", new AdaptationOptions(), share => progress?.Invoke(0.9 * share), cancellationToken);
        using var file = new MemoryStream();
        ModelFile.Write(model, file);
        // What is measured is what will serve: the weights as the file holds them, and the rules beside them.
        file.Position = 0;
        var written = ModelFile.Read(file);
        var said = held.Select(t => (Ticket: t, Before: Said(t, from), After: Said(t, written))).ToList();
        progress?.Invoke(1);
        return (file.ToArray(), new CompanyReport
        {
            Model = model.Name,
            From = from.Name,
            Read = read,
            Trained = train.Count,
            Calibrated = validation.Count,
            HeldOut = held.Count,
            Judgements = [.. taught.Select(j => Compare(j, train.Count(t => j.LabelOf(t) is not null), [.. said.Select(s => (j.LabelOf(s.Ticket), s.Before[j.Name], s.After[j.Name]))]))],
            Untaught = untaught,
        });
    }

    // Null when it can be taught, empty when nobody asked for it.
    private static string? WhyNot(MappedJudgement judgement, IReadOnlyList<LabelledTicket> tickets)
    {
        var labelled = tickets.Select(t => (t.Id, Label: judgement.LabelOf(t))).Where(t => t.Label is not null).ToList();
        var often = labelled.GroupBy(l => l.Label).Count(g => g.Count() >= FewestOfALabel);
        return labelled.Count == 0 ? ""
            : labelled.Count < FewestRows ? $"has {labelled.Count} usable rows, and {FewestRows} are the least"
            : often < 2 ? $"has fewer than two labels with {FewestOfALabel} rows each, so that there is nothing to tell apart"
            : labelled.All(l => CorpusReader.PartOf(l.Id) != CorpusPart.Test) ? "has no row among those held out" : null;
    }

    private static LabelledTicket Only(LabelledTicket ticket, List<MappedJudgement> taught) => MappedJudgement.All.Except(taught).Aggregate(ticket, (t, judgement) => judgement.Without(t));

    // As the reasoner would say it, rules and all.
    private static Dictionary<string, string> Said(LabelledTicket ticket, LocalModel model)
    {
        var reading = new Reading(Examples.Input(ticket), model);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["category"] = Words.Of(reading.Category.Category),
            ["priority"] = Words.Of(reading.Priority.Priority),
            ["complexity"] = Words.Of(reading.Complexity.Label),
            ["issueType"] = Words.Of(reading.IssueType.Type),
            ["sentiment"] = Words.Of(reading.Mood.Sentiment),
            ["escalate"] = reading.Judgement is { Escalates: true } ? "true" : "false",
        };
    }

    private static JudgementComparison Compare(MappedJudgement judgement, int trained, List<(string? Meant, string Before, string After)> all)
    {
        var rows = all.Where(r => r.Meant is not null).ToList();
        var (gained, lost) = (rows.Count(r => r.Before != r.Meant && r.After == r.Meant), rows.Count(r => r.Before == r.Meant && r.After != r.Meant));
        return new JudgementComparison(
            judgement.Name, trained, new Rate(rows.Count(r => r.Before == r.Meant), rows.Count), new Rate(rows.Count(r => r.After == r.Meant), rows.Count),
            gained, lost, Comparison.PValue(gained, lost), Comparison.Effect(gained, lost),
            [
                .. judgement.Labels.Select(l => (Label: l, Rows: rows.Where(r => r.Meant == l).ToList())).Where(l => l.Rows.Count > 0)
                    .Select(l => new LabelComparison(l.Label, new Rate(l.Rows.Count(r => r.Before == l.Label), l.Rows.Count), new Rate(l.Rows.Count(r => r.After == l.Label), l.Rows.Count))),
            ]);
    }

    private static string Mark(List<LabelledTicket> train) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', train.Select(t => $"{t.Id} {string.Join(' ', MappedJudgement.All.Select(j => j.LabelOf(t)))}")))))[..8];
}
