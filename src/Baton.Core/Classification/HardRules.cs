using System.Runtime.CompilerServices;
using Baton.Cases;
using Baton.Classification.Rules;
using Baton.Policies;
using Baton.Reasoning;
using Baton.Text;

namespace Baton.Classification;

/// <summary>The hard rules of a policy, looked at before any model is asked. How to add one: <c>README.md</c> beside this file.</summary>
public static class HardRules
{
    // Compiling phrases costs more than matching them; a policy that is no longer used takes its rules along.
    private static readonly ConditionalWeakTable<Policy, IReadOnlyList<IHardRule>> Compiled = [];

    /// <summary>
    /// Every rule that matches this turn, in policy's order, but for what a person set aside by giving the case back: a fact (tier, value, repeated contact)
    /// does not change after that, whereas new words may mean anew what the old ones did.
    /// </summary>
    public static IReadOnlyList<RuleHit> Evaluate(Case c, Policy policy)
    {
        var words = new TokenizedText(ReasoningInputs.WordsOf(c));
        var sinceReturn = c.WaivedRules.IsEmpty ? words : new TokenizedText(ReasoningInputs.WordsOf(SinceReturn(c)));
        return [.. Compiled.GetValue(policy, static p => [.. p.HardRules.Select(RuleOf)]).Select(Hit).OfType<RuleHit>()];

        RuleHit? Hit(IHardRule rule) => !c.WaivedRules.Contains(rule.Id) ? rule.Evaluate(c, words) : rule is WordsRule ? rule.Evaluate(c, sinceReturn) : null;
    }

    private static Case SinceReturn(Case c) => c with { CustomerMessages = c.CustomerMessages.RemoveRange(0, Math.Min(c.MessagesAtReturn, c.CustomerMessages.Count)) };

    private static IHardRule RuleOf(HardRulePolicy rule) => rule.Kind switch
    {
        RuleKind.Legal => new WordsRule(rule, LegalContext.Threatens),
        RuleKind.Fraud => new WordsRule(rule, FraudContext.Reports),
        RuleKind.Privacy => new WordsRule(rule, PrivacyContext.Demands),
        RuleKind.PersonRequested => new WordsRule(rule, PersonContext.Asks),
        RuleKind.Tier => new TierRule(rule),
        RuleKind.Value => new ValueRule(rule),
        RuleKind.RepeatContact => new RepeatContactRule(rule),
    };
}
