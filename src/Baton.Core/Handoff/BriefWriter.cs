using System.Globalization;
using System.Text.RegularExpressions;
using Baton.Cases;
using Baton.Conversation;
using Baton.Escalation;

namespace Baton.Handoff;

/// <summary>Writes what a person reads in 30 seconds. Pure.</summary>
public static partial class BriefWriter
{
    private const int MostTried = 5;

    /// <param name="c">The case.</param>
    /// <param name="decision">Why people get it.</param>
    /// <param name="recommended">What they are advised to do.</param>
    /// <param name="earlier">What was answered in the customer's earlier cases on the same issue, newest first.</param>
    public static Brief Write(Case c, EscalationDecision decision, Recommendations recommended, IReadOnlyList<string> earlier) =>
        new(Issue(c), Tried(c, earlier), Mood(c), recommended.ImmediateActions[0], AccountFlags(c, decision));

    /// <summary>The issue in one sentence: what kind, about what, and the customer's first words on it.</summary>
    public static string Issue(Case c)
    {
        var kind = c.Classification is { } x ? $"{InWords(Words.Of(x.Category))} {Words.Of(x.IssueType)}, {Words.Of(x.Priority)} priority" : "Not classified";
        var subject = CustomerText.Line(c.Ticket.Subject, 100);
        var latest = c.CustomerMessages.LastOrDefault(m => m.Turn == c.Turn || c.WaitingMessages.Contains(m.Id))?.Text ?? c.Ticket.Description;
        var words = CustomerText.Line(CustomerText.Latest(latest), 180);
        return subject.Length > 0 ? $"{Capital(kind)}: {subject} ({words})" : $"{Capital(kind)}: {words}";
    }

    /// <summary>What was answered, and whether it arrived; what was answered before on the same issue; what the customer says to have tried. An acknowledgement tries nothing.</summary>
    public static IReadOnlyList<string> Tried(Case c, IReadOnlyList<string> earlier)
    {
        var tried = new List<string>();
        tried.AddRange(Answers(c).TakeLast(3));
        tried.AddRange(earlier.Take(MostTried - tried.Count));
        tried.AddRange(c.Messages.Where(m => m.Role == Role.Customer).SelectMany(m => Attempts().Matches(CustomerText.Line(CustomerText.Latest(m.Text), 4000)).Select(a => a.Value.Trim()))
            .Distinct().Take(MostTried - tried.Count).Select(a => $"The customer says: {CustomerText.Line(a, 160)}"));
        tried.AddRange(c.Ticket.SupportHistory.Take(MostTried - tried.Count).Select(h => $"Earlier: {CustomerText.Line(h, 160)}"));
        return tried.Count > 0 ? tried : ["Nothing yet: the customer has had no answer but the acknowledgement."];
    }

    /// <summary>The answers of the agent and of people, oldest first, each with whether it arrived. What a person overtook was never sent.</summary>
    public static IEnumerable<string> Answers(Case c) =>
        c.Outgoing.Values.Where(o => o.Message.Purpose is MessagePurpose.Reply or MessagePurpose.PersonReply && (o.State != DeliveryState.Withdrawn || Case.Failure(o) is not null))
            .OrderBy(o => o.QueuedAt).Select(o => $"{Author(c, o)} wrote{Arrived(o)}: {CustomerText.Line(WithoutGreeting(o.Message.Body), 160)}");

    private static string Author(Case c, OutgoingState answer) =>
        answer.Message.Purpose == MessagePurpose.Reply ? "The agent" : CustomerText.Line(c.Messages.LastOrDefault(m => m.Role == Role.Person && m.Text == answer.Message.Body)?.Author ?? "A person", 60);

    private static string Arrived(OutgoingState answer) => answer.State switch
    {
        DeliveryState.Sent => "",
        DeliveryState.Queued or DeliveryState.Sending => " (on its way)",
        DeliveryState.Unknown => " (it may not have arrived)",
        DeliveryState.Refused or DeliveryState.Withdrawn => " (it did not arrive)",
    };

    private static string Mood(Case c)
    {
        if (c.Analysis is not { } a)
            return "Not known.";
        var parts = new List<string> { Capital(InWords(Words.Of(a.Sentiment))) };
        if (a.Frustration is { } frustration)
            parts.Add($"frustration {Number(frustration)} of 100");
        parts.Add(InWords(Words.Of(a.Trajectory)));
        parts.Add($"writes in a {Words.Of(a.Style)} style");
        return string.Join(", ", parts);
    }

    private static IReadOnlyList<string> AccountFlags(Case c, EscalationDecision decision)
    {
        var flags = new List<string>();
        var tier = c.Customer?.Tier ?? c.Ticket.CustomerTier;
        flags.Add(tier == CustomerTier.Unknown ? "tier unknown" : $"tier {Words.Of(tier)}");
        Add((c.Customer?.LifetimeValue ?? c.Ticket.LifetimeValue) is { } lifetime ? $"lifetime value {lifetime.ToString("N0", CultureInfo.InvariantCulture)}" : null);
        Add((c.Customer?.AccountValue ?? c.Ticket.AccountValue) is { } value ? $"account value {value.ToString("N0", CultureInfo.InvariantCulture)} a year" : null);
        Add(c.Customer?.OpenInvoices is > 0 ? $"{Number(c.Customer.OpenInvoices.Value)} open invoices" : null);
        Add(c.Customer is { PreviousTickets: > 0 } known ? $"{Number(known.PreviousTickets)} earlier tickets" : null);
        Add(c.Customer is { HasEscalated: true } ? "escalated before" : null);
        Add(c.HumanTouches > 0 ? "was with people before in this case" : null);
        flags.AddRange(c.RuleHits.Select(h => h.Reason).Take(3));
        flags.AddRange(decision.RiskFactors.Take(3));
        return [.. flags.Distinct()];

        void Add(string? flag)
        {
            if (flag is not null)
                flags.Add(flag);
        }
    }

    private static string WithoutGreeting(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end is > 0 and < 80 ? text[(end + 2)..] : text;
    }

    private static string InWords(string word) => word.Replace('_', ' ');

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[^.!?]*\b(?:I|we)(?:['’]ve| have)?\s+(?:already |also |even )*(?:tried|restarted|reinstalled|rebooted|reset|cleared|checked|updated|contacted|called|changed|followed)\b[^.!?]{0,160}", RegexOptions.IgnoreCase)]
    private static partial Regex Attempts();
}
