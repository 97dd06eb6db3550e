namespace Baton.Text;

/// <summary>Words that are first names too, told apart by how they are written and by what stands around them.</summary>
public static class FirstNames
{
    /// <summary>
    /// Whether the word at an index is the name: <c>Sue joins us</c>, <c>will Sue get it</c>, <c>ask sue</c>; not <c>we will sue you</c>, <c>SUE FOR DAMAGES</c>.
    /// </summary>
    public static bool IsOne(TokenizedText text, int at)
    {
        if (text.Tokens[at].Word is not ("sue" or "sue's"))
            return false;
        if (text.Tokens[at].Word == "sue's")
            return true;
        var next = Word(text, at + 1);
        if (IsSued(next))
            return false;
        if (text.Text.AsSpan(text.Tokens[at].Start, 3) is "Sue")
            return next is not ("for" or "the" or "them") || !IsWilling(Word(text, at - 1));
        return IsSubject(next) || IsAskedAbout(text, at);
    }

    private static bool IsSued(string word) => word is "you" or "your" or "u" or "yourselves" or "ya";

    private static bool IsWilling(string word) => word is "to" or "will" or "shall" or "gonna" or "can" or "could" or "would" or "may" or "might" or "must" or "and" || word.EndsWith("'ll", StringComparison.Ordinal);

    // "sue will call", "sue from accounts"
    private static bool IsSubject(string word) => word is "will" or "is" or "was" or "said" or "says" or "called" or "calls" or "told" or "from" or "can" or "has" or "had" or "joins" or "needs" or "gets" or "wants" or "who" or "at";

    // "when will sue get it": nobody stands before the "will", so the name is its subject.
    private static bool IsAskedAbout(TokenizedText text, int at)
    {
        if (Word(text, at - 1) is "ask" or "tell" or "for" or "with" or "from" or "mail" or "invite" or "hi" or "hello" or "dear" or "thanks" or "colleague")
            return true;
        if (Word(text, at - 1) is not ("will" or "can" or "could" or "should" or "does" or "did" or "is" or "has"))
            return false;
        return at == 1 || Word(text, at - 2) is "when" or "how" or "where" or "what" or "which" or "why" || StartsSentence(text, at - 1);
    }

    private static bool StartsSentence(TokenizedText text, int at) =>
        text.Text.AsSpan(text.Tokens[at - 1].End, text.Tokens[at].Start - text.Tokens[at - 1].End).ContainsAny(".!?\n");

    private static string Word(TokenizedText text, int at) => at >= 0 && at < text.Tokens.Count ? text.Tokens[at].Word : "";
}
