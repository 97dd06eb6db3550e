using Baton.Cases;
using Baton.Escalation;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>The reply to a customer whose case goes to people: it has arrived, somebody will write, and by when. Pure.</summary>
public static class Acknowledgement
{
    private static readonly IReadOnlyList<string> Guarded =
        [EscalationReason.Legal, EscalationReason.Privacy, EscalationReason.Fraud, EscalationReason.Security, EscalationReason.UnsupportedLanguage];
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The acknowledgement of a decision. It only becomes true with the handoff, and is sent by that transaction alone.</summary>
    public static Reply Compose(Case c, EscalationDecision decision, Policy policy, DateTimeOffset now)
    {
        if (Silence.For(c) is { } suppressed)
            return suppressed;
        // Where a legal or security matter is at stake, sympathy reads as an admission; and of a language that nobody read, no mood is known.
        var guarded = decision.Reasons.Any(Guarded.Contains);
        var voice = guarded ? Voice.For(c) with { Tone = Tone.Professional, Casual = false } : Voice.For(c);
        var template = guarded ? "acknowledgement_neutral" : voice.Variant(policy, "acknowledgement");
        var language = ReplyText.LanguageOf(policy, template, voice);
        var time = ExpectedTime.Of(c, decision, policy, now).Phrase(policy, language, now);
        var reply = new Reply
        {
            Text = ReplyText.Write(c, policy, voice, template, ("time", time)),
            Type = ReplyType.EscalationAcknowledgment,
            Tone = voice.Tone,
            Grounding = Grounding.Template,
            Template = template,
            Language = language,
        };
        return PromiseCheck.Unbacked(reply, new Backing { Transfer = true, Time = time }).Count == 0 ? reply : PlainMessage.Specialist(c, decision.Urgency, policy);
    }

    /// <summary>Who takes it in the terms of spec section 1: technical people for technical questions, else people.</summary>
    public static Strategy StrategyFor(Case c) =>
        c.Classification is { SpecialistNeeded: true } or { Category: Category.Technical or Category.Integration or Category.BugReport } ? Strategy.EscalateToTechnical : Strategy.EscalateToHuman;

    /// <summary>
    /// True while the case's reply announces its present escalation, has not been queued, and is so fresh that the time it tells still counts from now;
    /// a crash may have come between.
    /// </summary>
    public static bool Awaits(Case c, DateTimeOffset now) =>
        c is { Reply: not null, Strategy: Strategy.EscalateToHuman or Strategy.EscalateToTechnical }
        && !c.Outgoing.Values.Any(o => o.Message.Purpose == MessagePurpose.Acknowledgment && o.Message.Body == c.Reply.Text)
        && c.Decisions.LastOrDefault(d => d.Type == DecisionType.Reply) is { } prepared && now - prepared.At < Fresh;
}
