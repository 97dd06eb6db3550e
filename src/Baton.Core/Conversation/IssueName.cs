using System.Text.RegularExpressions;
using Baton.Cases;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>How a reply names what the customer wrote about: their own subject in quotation marks, or the category in words. Pure.</summary>
public static partial class IssueName
{
    private const int Longest = 80;

    /// <summary>The issue for the middle of a sentence (<c>"Invoice 2041 is wrong"</c>, <c>your order</c>).</summary>
    public static string Of(Case c, Policy policy, string language)
    {
        if (Subject(c) is { } subject)
            return $"\"{subject}\"";
        var words = language == Templates.Complete ? InWords(c.Classification?.Category) : null;
        return words ?? Templates.Render(policy, "issue", language, new Dictionary<string, string>());
    }

    /// <summary>The subject without its mail prefixes and quotation marks; null when it says nothing, or holds a link that a reply must not spread.</summary>
    public static string? Subject(Case c)
    {
        var subject = Prefixes().Replace(CustomerText.Line(c.Ticket.Subject, Longest), "").Replace('"', '\'').Trim(' ', '.', '!', '?', ':', '-');
        return subject.Length < 3 || Empty().IsMatch(subject) || CustomerText.HasLink(subject) ? null : subject;
    }

    private static string? InWords(Category? category) => category switch
    {
        Category.Technical => "your technical problem",
        Category.Billing => "your billing question",
        Category.Account => "your account",
        Category.Product => "your question about the product",
        Category.Integration => "your integration",
        Category.BugReport => "the fault you reported",
        Category.FeatureRequest => "your suggestion",
        Category.Shipping => "your order",
        Category.Security => "your security report",
        Category.GeneralInquiry or null => null,
    };

    [GeneratedRegex(@"^(?:\s*(?:re|fw|fwd|aw|wg|tr|rv)\s*:|\s*\[[^\]]{0,40}\])+\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixes();

    [GeneratedRegex(@"^(?:\(?no subject\)?|hi|hello|hey|help(?: me)?(?: please)?|please help|urgent|question|problem|issue|support|ticket|test|none|n/a)$", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();
}
