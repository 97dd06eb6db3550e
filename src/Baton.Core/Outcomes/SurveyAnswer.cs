using System.Text.RegularExpressions;
using Baton.Cases;
using Baton.Intake;
using Baton.Text;

namespace Baton.Outcomes;

/// <summary>
/// The answer to the survey, read out of a mail: a rating from 1 to 5 at its beginning (<c>4</c>, <c>4/5</c>, <c>five</c>, <c>5 - great, thanks</c>), the rest as its comment.
/// A number that counts something (<c>2 of our users</c>, <c>5 minutes later</c>) is no rating. Pure.
/// </summary>
/// <param name="Satisfaction">1 to 5.</param>
/// <param name="Comment">What else was written; null when nothing was.</param>
/// <param name="Asks">There is a question in it: somebody owes an answer.</param>
/// <param name="Unresolved">A low rating with words of a matter that is still open: the customer says that it is not resolved.</param>
public sealed partial record SurveyAnswer(int Satisfaction, string? Comment, bool Asks, bool Unresolved)
{
    private const int Low = 2;

    private static readonly string[][] Numbers =
    [
        ["1", "one", "eins", "uno"],
        ["2", "two", "zwei", "deux", "dos"],
        ["3", "three", "drei", "trois", "tres"],
        ["4", "four", "vier", "quatre", "cuatro"],
        ["5", "five", "fünf", "fuenf", "cinq", "cinco"],
    ];

    private static readonly PhraseSet<bool> StillOpen = Open(
        "still", "not", "no", "never", "cannot", "can't", "won't", "doesn't", "didn't", "isn't", "hasn't", "haven't", "couldn't", "nothing", "again", "please", "need", "needs", "want", "waiting",
        "help", "error", "broken", "fails", "failed", "unsolved", "unresolved");

    /// <summary>
    /// Whether a number from this customer now is one: the survey is the last thing that they were sent, or it is out and the case is closed;
    /// or they said themselves that it is solved, and do not wait to be asked.
    /// </summary>
    public static bool Awaited(Case c)
    {
        var surveys = c.Outgoing.Values.Where(o => o is { Message.Purpose: MessagePurpose.Survey, State: DeliveryState.Sent or DeliveryState.Unknown });
        if (surveys.Max(o => (DateTimeOffset?)o.QueuedAt) is not { } asked)
            return c.Closed is { Kind: ResolutionKind.Confirmed };
        return !c.IsOpen || !c.Outgoing.Values.Any(o => o.Message.ToCustomer && o.Message.Purpose != MessagePurpose.Survey && o.QueuedAt >= asked);
    }

    /// <summary>Reads a mail; null when it does not begin with a rating.</summary>
    public static SurveyAnswer? Read(string text)
    {
        var words = Greeting().Replace(MessageCleaner.Clean(text).Trim(), "");
        var found = Leading().Match(words);
        if (!found.Success || (found.Groups["dot"].Success && SecondItem().IsMatch(words)))
            return null;
        var rating = Array.FindIndex(Numbers, n => n.Contains(found.Groups["number"].Value, StringComparer.OrdinalIgnoreCase)) + 1;
        var comment = words[found.Length..].Trim();
        var unresolved = rating <= Low && StillOpen.Find(new TokenizedText(comment)).Count > 0;
        return new SurveyAnswer(rating, comment.Length > 0 ? comment : null, comment.Contains('?', StringComparison.Ordinal), unresolved);
    }

    private static PhraseSet<bool> Open(params ReadOnlySpan<string> phrases)
    {
        var set = new PhraseSet<bool>();
        foreach (var phrase in phrases)
            set.Add(phrase, true);
        return set;
    }

    [GeneratedRegex(@"^(?:hi|hello|hey|dear|hallo|bonjour|hola|good (?:morning|afternoon|evening))\b[^\n,!.]{0,40}(?:[,!.]|\n)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    // The number, its scale, and then an end, a mark, or a word that only judges.
    [GeneratedRegex(@"^(?:(?:my )?(?:rating|score)(?: is)?\s*:?\s*)?[*_(""']{0,3}(?<number>[1-5]|one|two|three|four|five|eins|zwei|drei|vier|fünf|fuenf|uno|deux|dos|trois|tres|quatre|cuatro|cinq|cinco)(?![\p{L}\p{N}])(?!\s?[.,:]\d)"
        + @"(?:\s*/\s*5(?!\d)|\s+(?:out\s+)?of\s+(?:5|five)\b)?(?:\s+(?:stars?|points?|sterne?|étoiles?|estrellas?)\b)?[*_)""']{0,3}"
        + @"(?:\s*$|[ \t]*\r?\n\s*|\s*(?<dot>[.)])(?=\s|$)\s*|\s*[-–—:,;!+]+\s*|\s+(?=(?:very|so|really|quite|great|good|excellent|perfect|awesome|brilliant|super|superb|fantastic|amazing|wonderful|lovely|nice|ok|okay|fine|average|bad|badly|poor|poorly|terrible|awful|horrible|useless|disappoint\w*|slow|fast|quick|friendly|helpful|thanks?|thx|cheers|because|since|but|as)\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    // "1. The export fails 2. So does the import" is a list.
    [GeneratedRegex(@"(?:^|\s)2[.)]\s")]
    private static partial Regex SecondItem();
}
