using Baton.Memory;
using Baton.Tests.Engine;

namespace Baton.Tests.Memory;

public sealed class MemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_case_leaves_no_gap()
    {
        await using var engine = new EngineHarness();
        foreach (var text in (string[])[Texts.Password, Texts.Legal, Texts.Vague])
        {
            var p = (await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(text)))).Preservation!;
            p.Gaps.ShouldBeEmpty(text);
            p.Completeness.ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var engine = new EngineHarness(new EngineParts { Reasoner = new ScriptedReasoner() });
        var p = (await engine.CaseAsync(await engine.HandleAsync(engine.Ticket("")))).Preservation!;

        p.Gaps.ShouldContain("ticket");
        p.Gaps.ShouldContain("keywords");
        p.Gaps.ShouldContain("classification");
        p.Completeness.ShouldBe(1 - (p.Gaps.Count / 15.0), 0.001);
        p.WhatFailed.ShouldContain("classification");
        p.Efficiency.StepsWithoutFallback.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task A_case_that_goes_to_people_later_is_preserved_again()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Password));
        var c = await engine.SayAndRunAsync(id, Texts.Legal);

        c.Preservation!.Session.Path.ShouldBe(c.Handoff!.Team);
        c.Preservation.Session.Turns.ShouldBe(2);
    }

    [Fact]
    public async Task Like_cases_of_others_are_shown_to_whoever_takes_a_later_one()
    {
        await using var engine = new EngineHarness();
        var first = await engine.HandleAsync(engine.Ticket("The export of my project crashes with a timeout error.", "Export crashes", "ben@customer.example"));
        await engine.Commands.ReplyAsync(first, "kim", "Export in two parts, please.", null, Token);
        await engine.Commands.ResolveAsync(first, "kim", "exported in parts", Token);
        await engine.RunUntilRestAsync();

        var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket("Your export crashes with a timeout error. Our lawyers will take legal action.", "Export crashes again")));

        c.Handoff!.Package.SimilarCases.Select(s => s.CaseId).ShouldContain(first);
    }

    [Fact]
    public async Task The_third_contact_about_one_issue_within_a_week_goes_to_people()
    {
        await using var engine = new EngineHarness();
        var decisions = new List<string>();
        foreach (var text in (string[])[Texts.DoubleCharge, "Still charged twice: the double charge of 49 USD for May is on my statement.", "I write again about the double charge of 49 USD for May on my statement."])
        {
            var c = await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(text)));
            decisions.Add(string.Join(',', c.RuleHits.Select(h => h.RuleId)));
            await engine.AdvanceAsync(TimeSpan.FromDays(2));
        }
        decisions.ShouldBe(["", "", "repeat_contact"]);
    }

    [Fact]
    public async Task Three_contacts_about_three_issues_are_no_repeat()
    {
        await using var engine = new EngineHarness();
        foreach (var text in (string[])[Texts.DoubleCharge, "How do I invite colleagues to my workspace?", "The mobile app does not show my notifications."])
        {
            (await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(text)))).RuleHits.ShouldBeEmpty();
            await engine.AdvanceAsync(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task Contacts_more_than_a_week_apart_are_no_repeat()
    {
        await using var engine = new EngineHarness();
        for (var i = 0; i < 3; i++)
        {
            (await engine.CaseAsync(await engine.HandleAsync(engine.Ticket(Texts.DoubleCharge)))).RuleHits.ShouldBeEmpty();
            await engine.AdvanceAsync(TimeSpan.FromDays(8));
        }
    }

    [Theory]
    [InlineData("a b c d", "a b c d", 1)]
    [InlineData("a b c d", "e f g", 0)]
    [InlineData("a b c d", "a b x", 2 / 3.0)]
    [InlineData("a b c d", "a", 1 / 3.0)]
    [InlineData("", "a", 0)]
    public void Likeness_is_the_share_of_the_shorter_one_damped_when_it_is_very_short(string a, string b, double expected)
    {
        var (x, y) = (a.Split(' ', StringSplitOptions.RemoveEmptyEntries), b.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        IssueSimilarity.Of(x, y).ShouldBe(expected, 0.001);
        IssueSimilarity.Of(y, x).ShouldBe(expected, 0.001);
    }
}
