using System.Text.Json;
using Baton.Cases;
using Baton.Cli;
using Baton.Evaluation;
using Baton.Hosting;
using Baton.Learning;
using Baton.Reasoning.Local;

namespace Baton.Tests.Evaluation;

public sealed class RowJudgeTests
{
    // Times of the day may move the risk above which a case goes to people; these texts are clear of it.
    private static readonly string[] Texts =
    [
        "I was charged twice for my order, please refund the second payment.", "How do I reset my password?", "Our whole site is down and we are losing sales every minute!",
        "I want to speak to a human.", "My lawyer will hear of this, I will sue you.", "Danke, das hat geholfen.", "The webhook sends order.items without the id, intermittently, since the last update.",
    ];

    [Fact]
    public async Task A_text_is_judged_as_the_pipeline_judges_it()
    {
        var policy = PolicyLoading.Check(PolicyLoading.Files(null)).Policy!;
        var judge = new RowJudge(new LocalReasoner(), policy);
        await using var run = TriageRun.Start(new TriageSettings(null, null, null));
        var i = 0;
        await foreach (var result in run.TriageAsync(Documents(), TestContext.Current.CancellationToken))
        {
            var text = Texts[i++];
            var (real, row) = (result.Case.ShouldNotBeNull(result.Error ?? ""), await judge.JudgeAsync(Row(text), TestContext.Current.CancellationToken));
            JsonSerializer.Serialize(row.Classification).ShouldBe(JsonSerializer.Serialize(real.Classification), text);
            JsonSerializer.Serialize(row.Analysis).ShouldBe(JsonSerializer.Serialize(real.Analysis), text);
            JsonSerializer.Serialize(row.RuleHits).ShouldBe(JsonSerializer.Serialize(real.RuleHits), text);
            real.Decisions.First(d => d.Type == DecisionType.Escalation).Suggestion.ShouldBe(Words.Of(row.Decision!.Decision), text);
        }
        i.ShouldBe(Texts.Length);
    }

    [Fact]
    public async Task A_conversation_goes_in_as_turns_with_the_mood_of_each()
    {
        var row = Row("No. I am really disappointed, this is useless.") with
        {
            Earlier =
            [
                new EarlierLine(Role.Agent, "Hello, we saw a problem."), new EarlierLine(Role.Customer, "I was charged twice."), new EarlierLine(Role.Agent, "Please read the article."),
                new EarlierLine(Role.Customer, "That does not help."), new EarlierLine(Role.Customer, "I am annoyed, this is bad."), new EarlierLine(Role.Agent, "Did you try again?"),
            ],
        };

        var c = await EvaluatedRows.Judge.JudgeAsync(row, TestContext.Current.CancellationToken);

        c.Messages.Select(m => m.Role).ShouldBe([Role.Customer, Role.Agent, Role.Customer, Role.Customer, Role.Agent, Role.Customer]);
        c.FrustrationHistory.Count.ShouldBe(3);
        c.NegativeStreak.ShouldBe(2);
        c.Decision!.Reasons.ShouldContain("negative_turns");
    }

    private static EvaluationRow Row(string text) => new() { Place = "rows:1", Ticket = new LabelledTicket { Id = "1", Text = text } };

    private static async IAsyncEnumerable<TicketDocument> Documents()
    {
        await Task.Yield();
        for (var i = 0; i < Texts.Length; i++)
            yield return new TicketDocument($"t:{i}", JsonSerializer.SerializeToElement(new { id = $"T{i}", description = Texts[i] }), null);
    }
}
