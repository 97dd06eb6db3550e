using Baton.Classification;
using Baton.Text;

namespace Baton.Policies.Reading;

internal static class HardRuleSection
{
    public static IReadOnlyList<HardRulePolicy> Read(PolicyNode section)
    {
        var rules = new List<HardRulePolicy>();
        foreach (var item in section.Items())
        {
            var rule = Rule(item);
            if (rule.Id.Length > 0 && rules.Any(r => r.Id == rule.Id))
                item["id"].Refuse($"must differ from the other rules' ids, and '{rule.Id}' stands above already");
            rules.Add(rule);
        }
        return rules;
    }

    // Only the keys that count for a rule's kind are read, so that one which would do nothing is refused.
    private static HardRulePolicy Rule(PolicyNode item)
    {
        var rule = new HardRulePolicy
        {
            Id = item["id"].Text("a short name such as legal"),
            Kind = item["kind"].Word<RuleKind>(),
            Reason = item["reason"].Text("one sentence that people read"),
        };
        return rule.Kind switch
        {
            RuleKind.Legal or RuleKind.Fraud or RuleKind.Privacy or RuleKind.PersonRequested =>
                rule with { Words = Phrases(item["words"], required: true), Unless = Phrases(item["unless"], required: false) },
            RuleKind.Tier => rule with { Tiers = [.. AtLeastOne(item["tiers"]).Select(tier => tier.Word<Cases.CustomerTier>())] },
            RuleKind.Value => rule with { Over = item["over"].Amount() },
            RuleKind.RepeatContact => rule with
            {
                Contacts = item["contacts"].Whole(2, 100),
                // History is gathered for this long.
                WithinDays = item["withinDays"].Whole(1, 30),
                Similarity = item["similarity"].Number(0, 1),
            },
        };
    }

    private static List<string> Phrases(PolicyNode list, bool required)
    {
        var phrases = new List<string>();
        foreach (var item in required ? AtLeastOne(list) : list.Given ? list.Items() : [])
        {
            var phrase = item.Text("a word or phrase");
            if (phrase.Length > 0 && new TokenizedText(phrase).Tokens.Count == 0)
                item.Refuse($"must hold a word, not only '{phrase}'");
            phrases.Add(phrase);
        }
        return phrases;
    }

    private static IReadOnlyList<PolicyNode> AtLeastOne(PolicyNode list)
    {
        var items = list.Items();
        if (list.IsEmptyList)
            list.Refuse("is empty, so the rule could never match; give at least one, or take the rule out");
        return items;
    }
}
