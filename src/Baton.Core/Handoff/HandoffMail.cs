using System.Globalization;
using System.Text;
using Baton.Cases;
using Baton.Conversation;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Handoff;

/// <summary>The text of the mail to the team that takes a case: the brief first, then what it rests on. Pure.</summary>
public static class HandoffMail
{
    private const int MostMessages = 8;
    private const int LongestMessage = 1200;

    public static string Body(Case c, HandoffRecord handoff, EscalationDecision decision, Policy policy)
    {
        var mail = new StringBuilder();
        Brief(mail, handoff);
        Facts(mail, c, handoff, decision, policy);
        Scores(mail, c);
        List(mail, "EVIDENCE", Evidence(c));
        List(mail, "RECOMMENDED ACTIONS", [.. handoff.Package.Recommended.ImmediateActions, .. handoff.Package.Recommended.TechnicalSteps, $"Tone: {handoff.Package.Recommended.Tone}"]);
        List(mail, "LIKE CASES", handoff.Package.SimilarCases.Select(s =>
            $"{s.CaseId} ({s.Similarity.ToString("P0", CultureInfo.InvariantCulture)} alike, {s.Path}): {CustomerText.Line(s.Resolution ?? s.Subject, 140)}"));
        List(mail, "NOTES", [.. handoff.Package.AgentNotes.Select(n => CustomerText.Line(n, 240)), .. handoff.Gaps.Select(g => $"Missing: {g.Replace('_', ' ')}")]);
        Conversation(mail, c);
        return mail.ToString().TrimEnd();
    }

    private static void Brief(StringBuilder mail, HandoffRecord handoff)
    {
        var brief = handoff.Brief;
        mail.Append("ISSUE\n").Append(brief.Issue).Append("\n\n");
        List(mail, "WHAT WAS TRIED", brief.WhatWasTried);
        mail.Append("SENTIMENT\n").Append(brief.Sentiment).Append("\n\n");
        mail.Append("RECOMMENDED NEXT STEP\n").Append(brief.RecommendedNextStep).Append("\n\n");
        List(mail, "ACCOUNT FLAGS", brief.AccountFlags);
    }

    private static void Facts(StringBuilder mail, Case c, HandoffRecord handoff, EscalationDecision decision, Policy policy) => List(mail, "FACTS",
    [
        $"Why: {decision.PrimaryReason} ({string.Join(", ", decision.Reasons)})",
        $"Decision: {Words.Of(decision.Decision)}, {Words.Of(decision.Urgency)}, by {decision.By}",
        $"Expected by: {Clock(new BusinessCalendar(policy.Hours).Local(handoff.ExpectedBy))} ({policy.Hours.TimeZone} time)",
        $"Customer: {Customer(c)}",
        $"Ticket: {CustomerText.Line(c.Id, 60)}, by {c.Ticket.Channel}, opened {Clock(c.OpenedAt)} UTC",
        $"View and claim: {TeamMail.View(c)}",
    ]);

    private static void Scores(StringBuilder mail, Case c) => List(mail, "SCORES (0 TO 100)",
    [
        $"Risk: {Score(c.Risk?.Overall)}; business {Score(c.Risk?.Business)}, customer {Score(c.Risk?.Customer)}",
        $"Frustration: {Score(c.Analysis?.Frustration)}; churn {Score(c.Analysis?.ChurnRisk)}, publicity {Score(c.Analysis?.PublicityRisk)}",
        $"Complexity: {Score(c.Analysis?.OverallComplexity)}; technical {Score(c.Analysis?.TechnicalComplexity)}",
    ]);

    private static IEnumerable<string> Evidence(Case c) =>
        c.RuleHits.Select(h => $"{h.RuleId}: {string.Join(", ", h.Evidence.Select(w => CustomerText.Line(w, 80)))}")
            .Concat((c.Analysis?.Evidence ?? []).Concat(c.Classification?.Evidence ?? []).Where(e => e.Words.Count > 0)
                .Select(e => $"{e.About}: {string.Join(", ", e.Words.Take(6).Select(w => CustomerText.Line(w, 60)))}")).Take(12);

    private static void Conversation(StringBuilder mail, Case c)
    {
        mail.Append("CONVERSATION\n");
        if (c.Messages.Count > MostMessages)
            mail.Append(CultureInfo.InvariantCulture, $"({c.Messages.Count - MostMessages} earlier messages are in the package)\n");
        foreach (var m in c.Messages.TakeLast(MostMessages))
            mail.Append(CultureInfo.InvariantCulture, $"\n{Clock(m.At)} UTC, {Words.Of(m.Role)}:\n{CustomerText.Block(m.Text, LongestMessage)}\n");
    }

    private static void List(StringBuilder mail, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        mail.Append(heading).Append('\n');
        foreach (var line in all)
            mail.Append("- ").Append(line).Append('\n');
        mail.Append('\n');
    }

    private static string Customer(Case c) =>
        $"{CustomerText.Line(c.Customer?.Name ?? c.Ticket.CustomerName ?? "name unknown", 80)}, {CustomerText.Line(c.Ticket.CustomerEmail ?? c.Ticket.CustomerId ?? "no address", 120)}, {Words.Of(c.Customer?.Tier ?? c.Ticket.CustomerTier)}";

    private static string Clock(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Score(int? score) => score?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
