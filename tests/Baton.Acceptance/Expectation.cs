using Baton.Acceptance.Running;

namespace Baton.Acceptance;

/// <summary>Compares a case view with what a line of <c>Tickets/</c> expects; all differences are told at once.</summary>
internal static class Expectation
{
    private static readonly Dictionary<string, Func<Json, Json, bool>> Checks = new()
    {
        ["decision"] = (expected, view) => OneOf(expected, view["decision.decision"]),
        ["notDecision"] = (expected, view) => !OneOf(expected, view["decision.decision"]),
        ["escalates"] = (expected, view) => view["handoff"].IsNull != expected.Truth,
        ["urgency"] = (expected, view) => OneOf(expected, view["decision.urgency"]),
        ["team"] = (expected, view) => OneOf(expected, view["decision.targetTeam"]),
        ["notTeam"] = (expected, view) => view["handoff"].IsNull || !OneOf(expected, view["handoff.team"]),
        ["alsoTold"] = (expected, view) => Includes(view["decision.alsoTold"], expected),
        ["by"] = (expected, view) => OneOf(expected, view["decision.by"]),
        ["category"] = (expected, view) => OneOf(expected, view["classification.category"]),
        ["priority"] = (expected, view) => OneOf(expected, view["classification.priority"]),
        ["complexity"] = (expected, view) => OneOf(expected, view["classification.complexity"]),
        ["language"] = (expected, view) => view["classification.language"].Text == expected.Text,
        ["signals"] = (expected, view) => Includes(view["classification.escalationSignals"], expected),
        ["withoutSignals"] = (expected, view) => !view["classification.escalationSignals"].Words.Intersect(expected.Words).Any(),
        ["technicalTerms"] = (expected, view) => Includes(view["classification.entities.technicalTerms"], expected),
        ["sentiment"] = (expected, view) => OneOf(expected, view["analysis.sentiment"]),
        ["frustrationOver"] = (expected, view) => view["analysis.frustration"].Number > expected.Number,
        ["frustrationUnder"] = (expected, view) => view["analysis.frustration"].Number < expected.Number,
        ["churnOver"] = (expected, view) => view["analysis.churnRisk"].Number > expected.Number,
        ["replyType"] = (expected, view) => OneOf(expected, view["reply.type"]),
        ["status"] = (expected, view) => OneOf(expected, view["status"]),
        ["toCustomer"] = (expected, view) => view["messages"].Items.Count(m => m["role"].Text == "agent") == expected.Number,
        ["noAction"] = (_, view) => view["reply.action"].IsNull,
    };

    public static void ShouldHold(Json expected, Json view)
    {
        var wrong = expected.Keys.Where(key => !Checks[key](expected[key], view)).Select(key => $"{key} {expected[key]}").ToList();
        wrong.ShouldBeEmpty($"expected {string.Join("; ", wrong)}\n{Summary(view)}");
    }

    public static string Summary(Json view) =>
        $"{view["status"]} {view["decision.decision"]} {view["decision.urgency"]} → {view["decision.targetTeam"]} also {view["decision.alsoTold"]} by {view["decision.by"]} for {view["decision.reasons"]}; "
        + $"{view["classification.category"]} {view["classification.priority"]} {view["classification.complexity"]} {view["classification.language"]} signals {view["classification.escalationSignals"]} terms {view["classification.entities.technicalTerms"]}; "
        + $"{view["analysis.sentiment"]} frustration {view["analysis.frustration"]} churn {view["analysis.churnRisk"]} risk {view["risk.overall"]}; reply {view["reply.type"]}\n\"{view["ticket.description"]}\"";

    private static bool OneOf(Json expected, Json actual) => expected.Words.Contains(actual.Text);

    private static bool Includes(Json actual, Json expected) => !expected.Words.Except(actual.Words, StringComparer.OrdinalIgnoreCase).Any();
}
