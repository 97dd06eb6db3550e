using Baton.Cases;
using Baton.Conversation;

namespace Baton.Tests.Conversation;

public class PromiseCheckTests
{
    [Theory]
    [InlineData("I have refunded the full amount.", PromiseKind.Refund)]
    [InlineData("You will receive your money back.", PromiseKind.Refund)]
    [InlineData("We'll give you a discount of 20 %.", PromiseKind.Refund)]
    [InlineData("A refund has been issued to your card.", PromiseKind.Refund)]
    [InlineData("It will be fixed within 24 hours.", PromiseKind.Deadline)]
    [InlineData("You will hear from us by Friday.", PromiseKind.Deadline)]
    [InlineData("We're going to solve this today.", PromiseKind.Deadline)]
    [InlineData("I'll get back to you in a few hours.", PromiseKind.Deadline)]
    [InlineData("We will call you back.", PromiseKind.CallBack)]
    [InlineData("Expect a callback from our team.", PromiseKind.CallBack)]
    [InlineData("I am transferring you to a specialist.", PromiseKind.Transfer)]
    [InlineData("Let me connect you with a colleague.", PromiseKind.Transfer)]
    [InlineData("Someone from our team will look into it.", PromiseKind.Transfer)]
    [InlineData("Your case has been escalated, so your request is safe.", PromiseKind.Transfer)]
    [InlineData("Wir werden den Betrag erstatten.", PromiseKind.Refund)]
    [InlineData("Votre demande est transmise à un collègue.", PromiseKind.Transfer)]
    public void A_promise_that_nothing_backs_is_found(string text, PromiseKind kind) => PromiseCheck.Unbacked(Reply(text), Backing.None).ShouldContain(kind);

    [Theory]
    [InlineData("To ask for a refund, open Billing and choose the payment.")]
    [InlineData("I cannot promise a refund.")]
    [InlineData("Thank you for writing about \"You will refund me within 24 hours\".")]
    [InlineData("Open the mail and follow the link.")]
    [InlineData("Which order is it about?")]
    [InlineData("Choose Forgot password and enter your address. On the other hand, it can be set by an owner.")]
    public void A_sentence_that_promises_nothing_passes(string text) => PromiseCheck.Unbacked(Reply(text), Backing.None).ShouldBeEmpty();

    [Fact]
    public void The_company_s_published_words_are_not_the_agent_s_promise()
    {
        const string Passage = "We refund within 5 days. You will hear from us within two working days.";
        var reply = Reply($"This should help:\n\n{Passage}") with { Citations = [new Citation("refunds", "Refunds", Passage)] };
        PromiseCheck.Unbacked(reply, Backing.None).ShouldBeEmpty();
        PromiseCheck.Unbacked(reply with { Citations = [] }, Backing.None).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_handoff_backs_its_own_time_and_no_other()
    {
        var backing = new Backing { Transfer = true, Time = "within 5 minutes" };
        PromiseCheck.Unbacked(Reply("Someone will write to you within 5 minutes."), backing).ShouldBeEmpty();
        PromiseCheck.Unbacked(Reply("Someone will write to you within 2 minutes."), backing).ShouldBe([PromiseKind.Deadline]);
        PromiseCheck.Unbacked(Reply("Someone will call you within 5 minutes."), backing).ShouldBe([PromiseKind.CallBack]);
    }

    [Fact]
    public void A_refund_action_backs_the_word_refund() => PromiseCheck.Unbacked(Reply("I have refunded 20 USD.") with { Action = "refund" }, Backing.None).ShouldBeEmpty();

    private static Reply Reply(string text) => new() { Text = text, Type = ReplyType.Solution, Tone = Tone.Professional, Grounding = Grounding.Ungrounded };
}
