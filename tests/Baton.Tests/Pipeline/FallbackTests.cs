using Baton.Cases;
using Baton.Knowledge;
using Baton.Tests.Engine;

namespace Baton.Tests.Pipeline;

/// <summary>A part is down. The case still ends with an answer or with people, every later step ran, and the part is named.</summary>
public sealed class FallbackTests
{
    public static TheoryData<string, string> Broken()
    {
        var data = new TheoryData<string, string>();
        foreach (var step in (string[])["intake", "classification", "analysis", "escalation", "conversation", "preservation", "outcome", "analytics"])
        {
            data.Add(step, Texts.Password);
            data.Add(step, Texts.Vague);
            data.Add(step, Texts.Legal);
        }
        data.Add("handoff", Texts.Legal);
        return data;
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_step_leaves_a_case_that_all_later_steps_worked_on(string step, string text)
    {
        await using var engine = new EngineHarness(new EngineParts { Steps = StepReplacement.Broken(step) });
        var id = await engine.HandleAsync(engine.Ticket(text));

        var c = await engine.CaseAsync(id);
        ShouldBeWhole(c, step);
        engine.ToCustomer(id).Count.ShouldBe(1);
        if (c.Owner == Owner.Queue)
            engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Texts.Password)]
    [InlineData(Texts.Legal)]
    public async Task Without_a_reasoner_every_judgement_falls_back_and_people_or_the_answer_still_come(string text)
    {
        await using var engine = new EngineHarness(new EngineParts { Reasoner = new ScriptedReasoner() });
        var id = await engine.HandleAsync(engine.Ticket(text));

        var c = await engine.CaseAsync(id);
        ShouldBeWhole(c, "classification", "analysis", "escalation");
        c.Classification!.HumanReviewRequired.ShouldBeTrue();
        c.ReviewReasons.ShouldContain("classification");
        engine.ToCustomer(id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_reasoner_a_hard_rule_still_makes_a_whole_handoff()
    {
        await using var engine = new EngineHarness(new EngineParts { Reasoner = new ScriptedReasoner() });
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.Legal)));

        c.Decision!.Decision.ShouldBe(EscalationKind.ImmediateEscalation);
        c.Handoff!.Package.Customer.ShouldNotBeNull();
        c.Owner.ShouldBe(Owner.Queue);
    }

    [Fact]
    public async Task Without_knowledge_the_customer_hears_from_people()
    {
        await using var engine = new EngineHarness(new EngineParts { Knowledge = new BrokenKnowledge() });
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));

        var c = await engine.CaseAsync(id);
        ShouldBeWhole(c, "conversation");
        c.Owner.ShouldBe(Owner.Queue);
        c.Reply!.Type.ShouldBe(ReplyType.Fallback);
        engine.Sent(MessagePurpose.Acknowledgment).Single().Body.ShouldBe(c.Reply.Text);
    }

    [Fact]
    public async Task Without_the_history_of_other_cases_the_case_goes_on()
    {
        await using var engine = new EngineHarness();
        engine.Store.HistoryFails = true;
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal));

        var c = await engine.CaseAsync(id);
        ShouldBeWhole(c, "intake", "handoff");
        engine.Sent(MessagePurpose.HandoffMail).Count.ShouldBe(1);
        engine.Sent(MessagePurpose.Acknowledgment).Count.ShouldBe(1);
    }

    private static void ShouldBeWhole(Baton.Cases.Case c, params string[] degraded)
    {
        c.Degraded.Select(d => d.Part).Distinct().ShouldBe(degraded, ignoreOrder: true);
        c.Customer.ShouldNotBeNull();
        c.Classification.ShouldNotBeNull();
        c.Analysis.ShouldNotBeNull();
        c.Decision.ShouldNotBeNull();
        c.Reply.ShouldNotBeNull();
        (c.Owner == Owner.Queue ? c.Handoff is not null : c.Status == CaseStatus.Answered).ShouldBeTrue();
        c.Preservation.ShouldNotBeNull();
        c.Outcome.ShouldNotBeNull();
        c.Performance.ShouldNotBeNull();
        c.Timers.ShouldNotBeEmpty();
        c.Stuck.ShouldBeNull();
    }

    private sealed class BrokenKnowledge : IKnowledge
    {
        public IReadOnlyList<Passage> Search(string query, int limit) => throw new IOException("no index");
    }
}
