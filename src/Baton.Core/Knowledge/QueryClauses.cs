using System.Buffers;
using Baton.Text;

namespace Baton.Knowledge;

/// <summary>
/// A customer's message cut into clauses of content terms. People ask in one clause and tell their story in the others, so an article is held against
/// each clause, and each pair of neighbours, rather than against the whole letter.
/// </summary>
internal static class QueryClauses
{
    // Read at most, so that a search is quick whatever is sent: who has not said it by then does not say it.
    private const int MostTerms = 64;
    private const int MostClauses = 64;
    private const int MostCharacters = 8_192;

    // A ramble without stops is cut here.
    private const int Longest = 6;

    /// <summary>The clauses in order, each with its different terms; none is empty.</summary>
    public static List<List<string>> Of(string query)
    {
        var text = new TokenizedText(query.Length > MostCharacters ? query[..MostCharacters] : query);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var clauses = new List<List<string>>();
        var clause = new List<string>();
        for (var i = 0; i < text.Tokens.Count && seen.Count < MostTerms && clauses.Count < MostClauses; i++)
        {
            if (clause.Count > 0 && (clause.Count == Longest || SearchWords.Joins(text.Tokens[i]) || i > 0 && Pauses(text, i - 1)))
            {
                clauses.Add(clause);
                clause = [];
            }
            if (SearchWords.TermOf(text.Tokens[i]) is not { } term)
                continue;
            seen.Add(term);
            if (!clause.Contains(term))
                clause.Add(term);
        }
        if (clause.Count > 0)
            clauses.Add(clause);
        return clauses;
    }

    private static bool Pauses(TokenizedText text, int token) =>
        text.Text.AsSpan(text.Tokens[token].End, text.Tokens[token + 1].Start - text.Tokens[token].End).ContainsAny(PauseMarks);

    private static readonly SearchValues<char> PauseMarks = SearchValues.Create(".!?;:,\n()");
}
