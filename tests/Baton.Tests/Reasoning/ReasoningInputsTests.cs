using Baton.Cases;
using Baton.Intake;
using Baton.Reasoning;

namespace Baton.Tests.Reasoning;

public sealed class ReasoningInputsTests
{
    [Fact]
    public void The_first_turn_is_the_ticket_with_nothing_before_it()
    {
        var input = ReasoningInputs.Of(JudgedCase.Received("It broke.", subject: "Help"));
        input.Subject.ShouldBe("Help");
        input.Text.ShouldBe("It broke.");
        input.Earlier.ShouldBeEmpty();
    }

    [Fact]
    public void A_later_turn_is_its_own_words_after_what_was_said_before()
    {
        var c = JudgedCase.Received("It broke.", subject: "Help").Classified().Analysed();
        c = c.Apply(new PersonReplied("ada", "Try again.") { At = c.UpdatedAt });
        c = c.Apply(new CustomerMessageReceived("m2", "Still broken.", null, null, true, false) { At = c.UpdatedAt })
            .Apply(new CustomerMessageReceived("m3", "Really.", null, null, true, false) { At = c.UpdatedAt })
            .Apply(new TurnStarted(2) { At = c.UpdatedAt });
        var input = ReasoningInputs.Of(c);
        input.Text.ShouldBe("Still broken.\n\nReally.");
        input.Earlier.Select(m => m.Text).ShouldBe(["It broke.", "Try again."]);
        input.FrustrationHistory.ShouldBe([20]);
        ReasoningInputs.OfTurn(c).Subject.ShouldBeNull();
        ReasoningInputs.WordsOf(c).ShouldBe("Still broken.\n\nReally.");
    }

    [Fact]
    public void The_judgements_of_one_turn_share_one_input()
    {
        var c = JudgedCase.Received("It broke.", subject: "Help");
        var input = ReasoningInputs.Of(c);

        ReasoningInputs.OfTurn(c.Classified()).ShouldBeSameAs(input);
        ReasoningInputs.Of(c.Classified().Analysed()).ShouldBeSameAs(input);
        ReasoningInputs.Of(c with { Messages = c.Messages.Add(new(c.UpdatedAt, Role.Person, "ada", "Try again.")) }).ShouldNotBeSameAs(input);
        ReasoningInputs.Of(c with { Customer = new CustomerContext { Tier = CustomerTier.Vip } }).Customer!.Tier.ShouldBe(CustomerTier.Vip);
        ReasoningInputs.Of(JudgedCase.Received("It broke.", subject: "Help")).ShouldNotBeSameAs(input);
    }

    [Fact]
    public void Only_the_scores_of_earlier_turns_are_history()
    {
        var c = JudgedCase.Received("It broke.").Classified().Analysed();
        ReasoningInputs.Of(c).FrustrationHistory.ShouldBeEmpty();
        ReasoningInputs.Of(c with { Turn = 2 }).FrustrationHistory.ShouldBe([20]);
    }
}
