namespace Baton.Tests.Learning.Online;

/// <summary>A matter of one company: badges and their readers. Its people call it security; the shipped model, which never heard of it, says this and that.</summary>
internal static class Badges
{
    private static readonly string[] Who = ["Petra", "our trainee", "the new colleague", "a visitor", "the night guard"];
    private static readonly string[] Where = ["main entrance", "side entrance", "gate", "garage", "back door"];

    private static readonly Func<string, string, string>[] Problems =
    [
        (who, where) => $"The badge reader at the {where} does not let {who} in.",
        (who, where) => $"Please activate a badge for {who} at the {where}.",
        (who, where) => $"The badge of {who} is not known to the reader at the {where}.",
        (who, where) => $"At the {where} the badge reader blinks red when {who} holds a badge to it.",
    ];

    /// <summary>A hundred tickets about it, no two the same.</summary>
    public static string Text(int i) => Problems[i % 4](Who[i / 4 % 5], Where[i / 20 % 5]);

    /// <summary>Tickets that have nothing to do with it.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        "I was charged twice for the March invoice, please refund one.", "The export to CSV fails with error 500 since this morning.", "My parcel has not arrived yet, where is it?",
        "How do I reset my password?", "Our production API is down and we lose orders every minute.", "You are useless. This is the third time that I write and nobody answers!",
    ];
}
