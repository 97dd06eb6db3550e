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
        var sure = mistakes.Any(m => m.Confidence is not null);
        var table = Table($"{mistakes.Count} rows, gravest first; customers' words as they came", ["people say", "Baton says", .. sure ? ["how sure"] : Array.Empty<string>(), "text", "it rested on", "line"],
            mistakes.Select(m => Row(m.Meant, [m.Said, .. sure ? [InWords.Percent(m.Confidence)] : Array.Empty<object>(), El("td", Class("text"), Quote(m.Text)), Words(m), Line(m)])));
        table.SetAttributeValue("class", "scroll words");
        return [El("h4", title), Details($"Show {mistakes.Count} rows", table)];
    }

    private static object Words(Mistake m) => m.Words.Count == 0 ? "–" : Quote(string.Join(", ", m.Words));

    // The file stands above.
    private static string Line(Mistake m) => m.Place[(m.Place.LastIndexOf(':') + 1)..];
}
