using Baton.Connectors;
using Baton.Tests.Engine;

namespace Baton.Tests.Memory;

/// <summary>What worked and what did not, from what happened.</summary>
public sealed class LessonsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_has_worked_before_somebody_says_so()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        (await engine.CaseAsync(id)).Preservation!.ShouldSatisfyAllConditions(p => p.Session.Path.ShouldBe("self_resolved"), p => p.WhatWorked.ShouldBeEmpty(), p => p.WhatFailed.ShouldBeEmpty());

        await engine.AdvanceAsync(TimeSpan.FromHours(30));
        (await engine.CaseAsync(id)).Preservation!.WhatWorked.ShouldBeEmpty("silence shows nothing");
        await engine.AdvanceAsync(TimeSpan.FromDays(8));
        (await engine.CaseAsync(id)).Preservation!.WhatWorked.ShouldContain("automated_resolution", "seven quiet days do");
    }

    [Fact]
    public async Task What_worked_is_the_answer_and_not_the_goodbye_after_it()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var c = await engine.SayAndRunAsync(id, "That solved it, thank you!");

        c.Preservation!.WhatWorked[0].ShouldBe("automated_resolution");
        c.Preservation.WhatWorked.ShouldContain(w => w.StartsWith("article ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_persons_answer_is_what_worked_and_the_agents_what_did_not()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.Commands.FeedbackAsync(id, 1, null, false, Token);
        await engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        await engine.Commands.ReplyAsync(id, "kim", "I have reset it for you.", null, Token);
        await engine.RunUntilRestAsync();
        await engine.Commands.ResolveAsync(id, "kim", null, Token);
        await engine.RunUntilRestAsync();

        var p = (await engine.CaseAsync(id)).Preservation!;
        p.WhatWorked.ShouldBe(["a person's answer: I have reset it for you."]);
        p.WhatFailed.ShouldHaveSingleItem().ShouldEndWith("did not help");
    }

    [Fact]
    public async Task An_answer_that_did_not_arrive_failed_by_that()
    {
        await using var engine = new EngineHarness();
        engine.Mail.Answer = m => m.ToCustomer ? new Delivery.Refused("550") : new Delivery.Sent(null);
        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.Password)));

        c.Preservation!.WhatFailed.ShouldHaveSingleItem().ShouldEndWith("did not reach the customer");
    }

    [Fact]
    public async Task A_lesson_is_taken_back_when_the_case_comes_back()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        await engine.SayAndRunAsync(id, "That solved it, thank you!");
        (await engine.SayAndRunAsync(id, "It does not work any more, this is useless.")).Preservation!.WhatWorked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_takes_a_repeated_issue_reads_what_was_answered_before()
    {
        await using var engine = new EngineHarness();
        var first = await engine.HandleAsync(engine.Ticket(Texts.DoubleCharge));
        await engine.Commands.ReplyAsync(first, "kim", "The second charge is a reservation and goes away.", null, Token);
        await engine.RunUntilRestAsync();
        await engine.Commands.ResolveAsync(first, "kim", null, Token);
        await engine.AdvanceAsync(TimeSpan.FromDays(1));
        await engine.HandleAsync(engine.Ticket("Still charged twice: the double charge of 49 USD for May is on my statement."));
        await engine.AdvanceAsync(TimeSpan.FromDays(1));

        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket("I write again about the double charge of 49 USD for May on my statement.")));

        c.RuleHits.ShouldContain(h => h.RuleId == "repeat_contact");
        c.Handoff!.Brief.WhatWasTried.ShouldContain(t => t.StartsWith($"In {first} of ", StringComparison.Ordinal) && t.EndsWith("kim wrote: The second charge is a reservation and goes away.", StringComparison.Ordinal));
    }
}
