using System.Globalization;
using Baton.Cases;
using Baton.Memory;

namespace Baton.Handoff;

/// <summary>What the customer was answered before on the same issue, so that nobody answers it a third time.</summary>
internal static class EarlierAnswers
{
    private const int MostCases = 3;

    /// <summary>The last answer of each of the customer's newest cases on the issue, newest first; cases that had none are left out.</summary>
    /// <param name="store">Where the earlier cases are.</param>
    /// <param name="c">The case that goes to people.</param>
    /// <param name="similarity">From which similarity on it is the same issue, 0 to 1.</param>
    /// <param name="cancellationToken">Asks to stop.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(ICaseStore store, Case c, double similarity, CancellationToken cancellationToken)
    {
        var same = (c.Customer?.PastCases ?? []).Where(p => p.CaseId != c.Id && IssueSimilarity.Of(c.Keywords, p.Keywords) >= similarity).OrderByDescending(p => p.OpenedAt).Take(MostCases);
        var answers = new List<string>();
        foreach (var past in same)
        {
            if (await store.ReadAsync(past.CaseId, cancellationToken) is { } log && BriefWriter.Answers(Case.Fold(log.Snapshot, log.Events)).LastOrDefault() is { } answer)
                answers.Add(string.Create(CultureInfo.InvariantCulture, $"In {past.CaseId} of {past.OpenedAt.UtcDateTime:yyyy-MM-dd}: {answer}"));
        }
        return answers;
    }
}
