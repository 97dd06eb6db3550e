using Baton.Evaluation;
using static Baton.Cli.Reports.Html;

namespace Baton.Cli.Reports;

/// <summary>The gravest mistakes, with the customer's words.</summary>
internal static class MistakeTable
{
    public static object[] Of(IReadOnlyList<Mistake> mistakes, string title)
    {
        if (mistakes.Count == 0)
            return [];
        var table = Table($"{mistakes.Count} rows, gravest first; customers' words as they came", ["people say", "Baton says", "how sure", "text", "it rested on", "row"],
            mistakes.Select(m => Row(m.Meant, m.Said, InWords.Percent(m.Confidence), El("td", Class("text"), Quote(m.Text)), m.Words.Count == 0 ? "–" : Quote(string.Join(", ", m.Words)), Quote(m.Place))));
        table.SetAttributeValue("class", "scroll words");
        return [El("h4", title), Details($"Show {mistakes.Count} rows", table)];
    }
}
