using Baton.Cases;
using Baton.Policies.Reading;

namespace Baton.Learning.Exports;

/// <summary>
/// A judgement that a company's rows can teach, with its labels in Baton's words. <paramref name="LabelOf"/> is the label that a ticket bears, null where it bears none;
/// <paramref name="Without"/> takes it away.
/// </summary>
public sealed record MappedJudgement(string Name, IReadOnlyList<string> Labels, Func<LabelledTicket, string?> LabelOf, Func<LabelledTicket, LabelledTicket> Without)
{
    public static IReadOnlyList<MappedJudgement> All { get; } =
    [
        Of("category", t => t.Category, t => t with { Category = null }), Of("priority", t => t.Priority, t => t with { Priority = null }),
        Of("complexity", t => t.Complexity, t => t with { Complexity = null }), Of("issueType", t => t.IssueType, t => t with { IssueType = null }),
        Of("sentiment", t => t.Sentiment, t => t with { Sentiment = null }),
        new("escalate", ["true", "false"], t => t.Escalate is { } escalate ? escalate ? "true" : "false" : null, t => t with { Escalate = null }),
    ];

    /// <summary>The label that a value spells in other letters (<c>Bug Report</c>); null when it spells none.</summary>
    public string? Spelled(string value)
    {
        var plain = Plain(value);
        return Labels.FirstOrDefault(l => Plain(l) == plain);
    }

    /// <summary>The label that a help desk's value most likely stands for; null when none is near. A proposal for people, never taken by itself.</summary>
    public string? Nearest(string value)
    {
        var plain = Plain(value);
        var meant = _meant.GetValueOrDefault(Name, []).FirstOrDefault(m => m.Words.Split(' ').Any(w => Meets(plain, w))).Label;
        return Spelled(value) ?? meant ?? Suggestion.Nearest(value, Labels);
    }

    public static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Short words ("p1", "1") must be the whole value, longer ones may stand within it.
    private static bool Meets(string plain, string word) => plain == word || (word.Length > 3 && plain.Contains(word, StringComparison.Ordinal));

    private static MappedJudgement Of<T>(string name, Func<LabelledTicket, T?> label, Func<LabelledTicket, LabelledTicket> without) where T : struct, Enum =>
        new(name, [.. Words.All<T>()], t => label(t) is { } word ? Words.Of(word) : null, without);

    // What help desks call it, Zendesk, Freshdesk, Intercom and ServiceNow first; in their order, since "feature request" is a request too.
    private static readonly Dictionary<string, (string Label, string Words)[]> _meant = new(StringComparer.Ordinal)
    {
        ["category"] =
        [
            ("bug_report", "bug defect fehler"), ("feature_request", "feature enhancement idea suggestion wunsch"), ("integration", "integration api webhook sso"),
            ("security", "security fraud phishing betrug sicherheit"), ("billing", "billing invoice payment refund charge rechnung zahlung factur"),
            ("shipping", "shipping delivery order parcel return versand lieferung livraison"), ("account", "account login password profile konto compte cuenta"),
            ("product", "product howto usage produkt"), ("technical", "technical incident problem outage error software hardware network technik"),
            ("general_inquiry", "general other inquiry question sonstiges allgemein autre"),
        ],
        ["priority"] =
        [
            ("critical", "p0 p1 sev1 1 1critical blocker kritisch"), ("urgent", "p2 sev2 2 urgent dringend"), ("high", "2high high major hoch"), ("medium", "p3 sev3 3 3moderate normal moderate standard mittel"),
            ("low", "p4 p5 sev4 4 5 4low 5planning minor trivial niedrig"),
        ],
        ["complexity"] = [("simple", "easy tier1 l1 einfach"), ("moderate", "medium normal tier2 l2"), ("complex", "hard difficult tier3 l3"), ("expert_required", "expert engineering")],
        ["issueType"] = [("question", "question howto inquiry frage"), ("complaint", "complaint beschwerde"), ("compliment", "praise feedback lob"), ("request", "request task anfrage"), ("problem", "problem incident bug issue störung")],
        ["sentiment"] = [("very_negative", "angry furious offended"), ("negative", "bad unhappy dissatisfied"), ("positive", "good happy satisfied"), ("very_positive", "delighted great")],
        ["escalate"] = [("true", "yes y 1 ja oui escalated"), ("false", "no n 0 nein non")],
    };
}
