using Baton.Cases;
using Baton.Tests.Engine;

namespace Baton.Tests.Distribution;

/// <summary>A mail loop of one: tickets that come from the address which Baton writes from.</summary>
public sealed class OwnAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Texts.Password)]
    [InlineData(Texts.Legal)]
    public async Task The_agent_does_not_answer_its_own_address_and_people_get_the_case(string text)
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(text, email: engine.Mail.From.ToUpperInvariant()));

        engine.Mail.Attempts.ShouldNotContain(m => m.ToCustomer);
        (await engine.CaseAsync(id)).ShouldSatisfyAllConditions(c => c.Owner.ShouldBe(Owner.Queue), c => c.ReviewReasons.ShouldContain("message_refused"));
    }

    [Fact]
    public async Task A_person_may_write_there()
    {
        await using var engine = new EngineHarness();
        var id = await engine.HandleAsync(engine.Ticket(Texts.Legal, email: engine.Mail.From));
        await engine.Commands.ReplyAsync(id, "kim", "Hello colleagues.", null, Token);
        await engine.RunUntilRestAsync();

        engine.Sent(MessagePurpose.PersonReply).Count.ShouldBe(1);
    }
}
