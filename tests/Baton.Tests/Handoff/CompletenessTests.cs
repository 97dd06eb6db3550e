using Baton.Cases;
using Baton.Escalation;
using Baton.Handoff;
using Baton.Tests.Conversation;

namespace Baton.Tests.Handoff;

public class CompletenessTests
{
    private static readonly HandoffRecord Full = HandoffPackageBuilder.Build(new Situation().Decided(), new Situation { Kind = EscalationKind.SpecialistEscalation }.Decision(), [], [], TestTemplates.Policy, Situation.Monday, Situation.Monday);

    public static TheoryData<string> Parts => [.. Completeness.Names];

    [Fact]
    public void A_package_with_everything_has_no_gap() => Completeness.Of(Full.Package, Full.Brief).ShouldSatisfyAllConditions(x => x.Share.ShouldBe(1), x => x.Gaps.ShouldBeEmpty());

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_missing_part_is_named(string part)
    {
        var (package, brief) = Without(part, Full.Package, Full.Brief);
        var (share, gaps) = Completeness.Of(package, brief);
        gaps.ShouldContain(part);
        share.ShouldBe(Math.Round(1 - (double)gaps.Count / Completeness.Names.Count, 4));
    }

    private static (HandoffPackage Package, Brief Brief) Without(string part, HandoffPackage p, Brief b) => part switch
    {
        "ticket" => (p with { Ticket = p.Ticket with { Id = "" } }, b),
        "customer_identity" => (p with { Customer = p.Customer! with { Id = null, Email = null } }, b),
        "customer_context" => (p with { Customer = null }, b),
        "customer_mood" => (p with { Mood = new CustomerMood(null, null, null, null, null) }, b),
        "classification" => (p with { Classification = null }, b),
        "analysis" => (p with { Analysis = null }, b),
        "risk" => (p with { Risk = null }, b),
        "escalation_reason" => (p with { Escalation = p.Escalation with { Reason = "" } }, b),
        "urgency_justification" => (p with { Escalation = p.Escalation with { UrgencyJustification = "" } }, b),
        "requirements" => (p with { Escalation = p.Escalation with { Requirements = [] } }, b),
        "conversation" => (p with { Conversation = [] }, b),
        "what_was_tried" => (p with { Tried = [] }, b),
        "immediate_actions" => (p with { Recommended = p.Recommended with { ImmediateActions = [] } }, b),
        "technical_steps" => (p with { Recommended = p.Recommended with { TechnicalSteps = [] } }, b),
        "tone" => (p with { Recommended = p.Recommended with { Tone = "" } }, b),
        "escalation_path" => (p with { Recommended = p.Recommended with { EscalationPath = [] } }, b),
        "brief" => (p, b with { Issue = "" }),
        _ => throw new InvalidOperationException($"a new part, {part}, has no test"),
    };

    [Fact]
    public void Every_reason_has_its_actions()
    {
        foreach (var reason in EscalationReason.ByGravity)
            RecommendedWork.For(new Situation().Decided(), new Situation { Reasons = [reason] }.Decision(), TestTemplates.Policy).ImmediateActions.ShouldNotContain("Read the conversation and answer the customer's question.", reason);
    }
}
