using System.Net;
using Baton.Acceptance.Running;

namespace Baton.Acceptance;

/// <summary>The four acceptance scenarios (samples/scenarios), each on a running server that delivers into files.</summary>
public sealed class ScenarioTests(ScenarioTests.Opened scenarios) : IClassFixture<ScenarioTests.Opened>
{
    [Fact]
    public void A_standard_request_is_answered_by_the_agent_and_still_learnt_from()
    {
        var view = scenarios.Of("TICK-STD-001");
        view["classification.category"].Text.ShouldBeOneOf("general_inquiry", "account");
        view["classification.priority"].Text.ShouldBeOneOf("medium", "low");
        view["analysis.frustration"].Number.ShouldBeLessThan(30);
        view["decision.decision"].Text.ShouldBe("no_escalation");
        view["handoff"].IsNull.ShouldBeTrue();
        view["owner"].Text.ShouldBe("agent");
        view["status"].Text.ShouldBe("answered");
        view["strategy"].Text.ShouldBe("automated_resolution");
        view["reply.grounding"].Text.ShouldBe("article");
        view["reply.citations"][0]["articleId"].Text.ShouldBe("reset-password");
        view["reply.text"].Text!.ShouldContain("Forgot password?");
        view["reply.sentAt"].IsNull.ShouldBeFalse();
        view["preservation.session.path"].Text.ShouldBe("self_resolved");
        view["outcome.predicted.decision"].Text.ShouldBe("no_escalation");
        view["timers"].Keys.ShouldBe(["follow_up", "resolution_check", "satisfaction_survey", "final_analysis"], ignoreOrder: true);
        view["performance.efficiency.automated"].Truth.ShouldBeTrue();
    }

    [Fact]
    public void An_enterprise_outage_with_a_legal_threat_goes_to_engineering_at_once()
    {
        var view = scenarios.Of("TICK-ENT-001");
        view["classification.category"].Text.ShouldBe("technical");
        view["classification.priority"].Text.ShouldBe("critical");
        view["classification.complexity"].Text.ShouldBe("expert_required");
        view["classification.escalationSignals"].Words.ShouldContain("legal_threats");
        view["analysis.frustration"].Number.ShouldBeGreaterThan(90);
        view["decision.decision"].Text.ShouldBe("immediate_escalation");
        view["decision.urgency"].Text.ShouldBe("immediate");
        view["decision.targetTeam"].Text.ShouldBe("engineering");
        view["decision.alsoTold"].Words.ShouldContain("senior_support");
        view["handoff.expectedBy"].Time.ShouldBe(view["handoff.handedOffAt"].Time.AddMinutes(5), TimeSpan.FromSeconds(1));
        ShouldBeHandedOver(view, "engineering@northwind.example", "#engineering");
        view["handoff.deliveries"].Items.ShouldContain(d => d["to"].Text == "senior-support@northwind.example");
    }

    [Fact]
    public void An_enterprise_outage_gets_no_answer_of_the_agent_beyond_the_acknowledgement()
    {
        var view = scenarios.Of("TICK-ENT-001");
        view["reply.type"].Text.ShouldBe("escalation_acknowledgment");
        view["messages"].Items.Where(m => m["role"].Text != "customer").ShouldHaveSingleItem()["text"].Text!.ShouldContain("TICK-ENT-001");
        view["outgoing"].Items.Where(o => o["to"].Text == "cto@enterprise.com").ShouldHaveSingleItem()["purpose"].Text.ShouldBe("acknowledgment");
    }

    [Fact]
    public void A_technical_question_goes_to_technical_support_with_its_details()
    {
        var view = scenarios.Of("TICK-TECH-001");
        view["classification.category"].Text.ShouldBe("integration");
        view["classification.priority"].Text.ShouldBe("high");
        view["classification.complexity"].Text.ShouldBe("complex");
        view["decision.decision"].Text.ShouldBe("specialist_escalation");
        view["decision.targetTeam"].Text.ShouldBe("technical_support");
        var package = view["handoff.package"];
        package["classification.entities.technicalTerms"].Words.ShouldContain("order.items");
        package["classification.entities.products"].Words.ShouldNotBeEmpty();
        package["recommended.technicalSteps"].Words.ShouldNotBeEmpty();
        package["conversation"][0]["text"].Text!.ShouldContain("nested product objects");
        ShouldBeHandedOver(view, "technical-support@northwind.example", "#technical-support");
    }

    [Fact]
    public void A_third_complaint_about_money_goes_to_management_with_an_empathetic_word()
    {
        var view = scenarios.Of("TICK-REPEAT-001");
        view["classification.category"].Text.ShouldBe("billing");
        view["classification.priority"].Text.ShouldBe("high");
        view["classification.escalationSignals"].Words.ShouldContain("repeat_contact");
        view["classification.escalationSignals"].Words.ShouldContain("frustrated_language");
        view["analysis.frustration"].Number.ShouldBeGreaterThan(85);
        view["decision.decision"].Text.ShouldBe("management_escalation");
        view["decision.targetTeam"].Text.ShouldBe("management");
        view["decision.urgency"].Text.ShouldBeOneOf("immediate", "urgent");
        view["reply.tone"].Text.ShouldBe("empathetic");
        view["reply.type"].Text.ShouldBe("escalation_acknowledgment");
        ShouldBeHandedOver(view, "management@northwind.example", "#support-management");
    }

    [Theory]
    [InlineData("TICK-STD-001")]
    [InlineData("TICK-ENT-001")]
    [InlineData("TICK-TECH-001")]
    [InlineData("TICK-REPEAT-001")]
    public void Every_scenario_is_preserved_tracked_and_analysed(string id)
    {
        var view = scenarios.Of(id);
        view["preservation.issue.keywords"].Words.ShouldNotBeEmpty();
        view["preservation.completeness"].Real.ShouldBeGreaterThan(0.8);
        view["preservation.rationale.primaryReason"].Text.ShouldNotBeNullOrWhiteSpace();
        view["outcome.trackingSince"].IsNull.ShouldBeFalse();
        view["timers"].Keys.ShouldContain("resolution_check");
        view["performance.reliability.fallbacks"].Number.ShouldBe(0);
        view["performance.quality.escalationAppropriate"].IsNull.ShouldBeTrue("nobody has judged it yet");
        view["degraded"].Items.ShouldBeEmpty();
    }

    private static void ShouldBeHandedOver(Json view, string mail, string chat)
    {
        view["owner"].Text.ShouldBe("queue");
        view["status"].Text.ShouldBe("escalated");
        view["decision.escalateAt"].IsNull.ShouldBeFalse();
        var handoff = view["handoff"];
        handoff["completeness"].Real.ShouldBeGreaterThanOrEqualTo(0.9);
        foreach (var part in (string[])["issue", "sentiment", "recommendedNextStep"])
            handoff["brief"][part].Text.ShouldNotBeNullOrWhiteSpace();
        handoff["brief.whatWasTried"].Words.ShouldNotBeEmpty();
        handoff["brief.accountFlags"].Words.ShouldNotBeEmpty();
        var deliveries = handoff["deliveries"].Items;
        deliveries.ShouldContain(d => d["purpose"].Text == "handoff_mail" && d["to"].Text == mail);
        deliveries.ShouldContain(d => d["purpose"].Text == "handoff_chat" && d["to"].Text == chat);
        deliveries.ShouldContain(d => d["purpose"].Text == "ticket_update");
        deliveries.ShouldAllBe(d => d["state"].Text == "sent");
    }

    /// <summary>The scenarios, taken in by one server, with everything delivered.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        private readonly Dictionary<string, Json> _views = [];

        internal Json Of(string id) => _views[id];

        public async ValueTask InitializeAsync()
        {
            await using var server = await BatonProcess.StartAsync();
            foreach (var file in Directory.EnumerateFiles(Repository.File("samples", "scenarios")))
            {
                var accepted = (await server.PostAsync("/v1/tickets", await File.ReadAllTextAsync(file))).ShouldBe(HttpStatusCode.Accepted);
                var id = accepted.Json["ticketId"].Text!;
                _views[id] = await server.CaseAsync(id, "delivered", v => v["outgoing"].Items is { Count: > 0 } outgoing && outgoing.All(o => o["state"].Text == "sent"));
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
