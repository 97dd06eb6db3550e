using Baton.Cases;
using Baton.Escalation;
using Baton.Knowledge;
using Baton.Pipeline;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>A strategy and its reply; with a decision where the reply's search found that people are needed, and with the customer's word where they say it is solved.</summary>
public sealed record Draft(Strategy Strategy, Reply Reply, EscalationDecision? Decision = null, bool Solved = false);

/// <summary>Selects the strategy of a turn and writes the reply (spec section 2, step 4). Pure but for the search that it is given.</summary>
public static class ReplySelection
{
    // Above this risk of leaving, 0 to 100, warm words are no compliment.
    private const int MostChurn = 50;

    public static Draft Select(Case c, StepContext context, Func<string, IReadOnlyList<Passage>> search)
    {
        if (c is { Escalating: true, Decision: { } decision })
            return new Draft(Acknowledgement.StrategyFor(c), Acknowledgement.Compose(c, decision, context.Policy, context.Now));
        if (Silence.For(c) is { } silence)
            return new Draft(Strategy.TemplateResponse, silence);
        if (AtTheEnd(c, context.Policy) is { } goodbye)
            return goodbye;
        var draft = InAnotherLanguage(c, context) ?? Written(c, context, search);
        return Answers(c, draft) ? draft
            : Escalate(c, context, EscalationReason.UnsupportedLanguage, $"There is no template '{draft.Reply.Template}' in the customer's language ({CustomerText.Line(Voice.For(c).Language, 8)}).");
    }

    private static Draft Written(Case c, StepContext context, Func<string, IReadOnlyList<Passage>> search) =>
        Template(c, context.Policy) ?? FromTheAccount(c, context.Policy) ?? FromKnowledge(c, context.Policy, search) ?? Template(c, context.Policy, feature: true)
            ?? Ask(c, context.Policy) ?? Escalate(c, context, EscalationReason.NoGroundedAnswer, "The agent asked for details and still has no grounded answer.");

    // What goes to people may tell so in English; an answer in another language than the question is none.
    private static bool Answers(Case c, Draft draft) => draft.Decision is not null || string.Equals(draft.Reply.Language, Voice.For(c).Language, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives the case to people for a reason found here, and tells the customer so.</summary>
    public static Draft Escalate(Case c, StepContext context, string reason, string sentence)
    {
        var decision = Decide.ForReason(reason, sentence, c, context.Policy, context.Now);
        return new Draft(Acknowledgement.StrategyFor(c), Acknowledgement.Compose(c, decision, context.Policy, context.Now), decision);
    }

    private static Draft? AtTheEnd(Case c, Policy policy)
    {
        var closing = c.Turn > 1 ? Closing.Of(c) : ClosingKind.None;
        if (closing == ClosingKind.None || c.Analysis?.Sentiment <= Sentiment.Negative)
            return null;
        // Two machines of good manners would thank each other for ever: one goodbye is enough.
        var saidGoodbye = c.Reply is { Template: "resolved" or "thanks" };
        var reopenedByThanks = c.Reply?.Template == "resolved";
        var template = closing == ClosingKind.Solved ? "resolved" : "thanks";
        var reply = saidGoodbye ? Silence.Because("the conversation was already closed with a goodbye") with { Template = c.Reply!.Template } : Plain(c, policy, template);
        return new Draft(Strategy.TemplateResponse, reply, Solved: closing == ClosingKind.Solved || reopenedByThanks);
    }

    private static Draft? InAnotherLanguage(Case c, StepContext context) =>
        c.Classification?.Language is { } language && !context.Policy.Conversation.Languages.Contains(language, StringComparer.OrdinalIgnoreCase)
            ? Escalate(c, context, EscalationReason.UnsupportedLanguage, $"The customer writes in a language that replies are not written in ({CustomerText.Line(language, 8)}).")
            : null;

    // Praise is thanked for before anything is looked up; a suggestion only after no article said that the product can do it already.
    private static Draft? Template(Case c, Policy policy, bool feature = false)
    {
        var name = feature
            ? c.Classification is { Category: Category.FeatureRequest, IssueType: not IssueType.Question } ? "feature_request" : null
            : IsPlainPraise(c) ? "compliment" : null;
        return name is null ? null : new Draft(Strategy.TemplateResponse, Plain(c, policy, name));
    }

    // Thanks at the end of a farewell or of a fault told kindly is manners, not praise.
    private static bool IsPlainPraise(Case c) =>
        c.Classification is { IssueType: IssueType.Compliment, UrgencyIndicators.Count: 0 } known
        && known.EscalationSignals.All(signal => signal == EscalationSignal.PreviousEscalations)
        && c.Analysis is not { Sentiment: <= Sentiment.Negative } and not { ChurnRisk: > MostChurn };

    private static Draft? FromTheAccount(Case c, Policy policy)
    {
        if (OrderAnswer.Find(c) is not { } order || !c.CustomerMessages.Any(m => m.Turn == c.Turn && m.FromCustomer))
            return null;
        var facts = OrderAnswer.Facts(order);
        var voice = Voice.For(c);
        var text = ReplyText.Write(c, policy, voice, "order_status", ("order", CustomerText.Line(order.Id, 60)), ("answer", facts));
        if (c.Messages.Any(m => m.Role == Role.Agent && m.Text.Contains(facts, StringComparison.Ordinal)))
            return null;
        var reply = New(c, policy, voice, "order_status", text) with { Language = Templates.Complete, Type = ReplyType.Solution, Grounding = Grounding.AccountFact, Citations = [new Citation($"order:{order.Id}", "Order records", facts)], FollowUpNeeded = true };
        return new Draft(Strategy.AutomatedResolution, reply);
    }

    private static Draft? FromKnowledge(Case c, Policy policy, Func<string, IReadOnlyList<Passage>> search)
    {
        if (KnowledgeAnswer.Best(c, search(KnowledgeAnswer.Query(c)), policy) is not { } answer || answer.Confidence < policy.Thresholds.AnswerConfidence)
            return null;
        var voice = Voice.For(c);
        var template = voice.Variant(policy, "answer");
        var title = CustomerText.Line(answer.Passage.Title, 100).Replace('"', '\'');
        var frame = CustomerText.CountWords(ReplyText.Write(c, policy, voice, template, ("answer", ""), ("article", title)));
        var passage = Voice.Technical(c) ? answer.Passage.Text.Trim() : KnowledgeAnswer.Fit(answer.Passage.Text, Math.Max(1, policy.Conversation.MaxWords - frame));
        var reply = New(c, policy, voice, template, ReplyText.Write(c, policy, voice, template, ("answer", passage), ("article", title))) with
        {
            Type = ReplyType.Solution,
            Grounding = Grounding.Article,
            Citations = [new Citation(answer.Passage.ArticleId, answer.Passage.Title, passage)],
            Confidence = answer.Confidence,
            FollowUpNeeded = true,
        };
        return new Draft(Strategy.AutomatedResolution, reply);
    }

    private static Draft? Ask(Case c, Policy policy)
    {
        if (c.Turn > 1 && c.Decisions.Any(d => d.Type == DecisionType.Strategy && d.Suggestion == Words.Of(Strategy.RequestMoreInfo)))
            return null;
        var voice = Voice.For(c);
        var template = voice.Variant(policy, "clarification");
        var question = Templates.Render(policy, Clarification.QuestionFor(c.Classification), ReplyText.LanguageOf(policy, template, voice), new Dictionary<string, string>());
        var text = ReplyText.Write(c, policy, voice, template, ("question", question));
        return new Draft(Strategy.RequestMoreInfo, New(c, policy, voice, template, text) with { Type = ReplyType.ClarificationRequest, FollowUpNeeded = true });
    }

    private static Reply Plain(Case c, Policy policy, string template)
    {
        var voice = Voice.For(c);
        return New(c, policy, voice, template, ReplyText.Write(c, policy, voice, template));
    }

    private static Reply New(Case c, Policy policy, Voice voice, string template, string text) => new()
    {
        Text = text,
        Type = ReplyType.TemplateResponse,
        Tone = voice.Tone,
        Grounding = Grounding.Template,
        Template = template,
        Language = ReplyText.LanguageOf(policy, template, voice),
    };
}
