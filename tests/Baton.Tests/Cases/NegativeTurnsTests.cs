using Baton.Cases;
using Baton.Conversation;
using Baton.Tests.Conversation;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Cases;

/// <summary>Two negative customer messages in a row after an answer: what counts as which.</summary>
public sealed class NegativeTurnsTests
{
    private static readonly Situation Calm = new();
    private static readonly Situation Angry = new() { Sentiment = Sentiment.Negative };

    [Fact]
    public void A_question_back_is_no_answer()
    {
        var c = Replied(Angry.Decided(), ReplyType.ClarificationRequest);
        c = Replied(Angry.NextTurn(c, "It says error 42. This is annoying."), ReplyType.Solution);
        c = Angry.NextTurn(c, "Any news?");
        c.NegativeStreak.ShouldBe(1);
    }

    [Theory]
    [InlineData(ReplyType.Solution)]
    [InlineData(ReplyType.TemplateResponse)]
    public void Two_negative_turns_after_an_answer_are_two(ReplyType answer)
    {
        var c = Replied(Calm.Decided(), answer);
        c = Replied(Angry.NextTurn(c, "That did not help."), ReplyType.ClarificationRequest);
        c = Angry.NextTurn(c, "Still nothing.");
        c.NegativeStreak.ShouldBe(2);
    }

    [Fact]
    public void A_turn_that_more_words_join_before_its_reply_counts_once()
    {
        var c = Replied(Calm.Decided(), ReplyType.Solution);
        c = Angry.NextTurn(c, "That did not help.");
        c = Angry.NextTurn(c, "Not at all.");
        c.Turn.ShouldBe(3);
        c.NegativeStreak.ShouldBe(1);
    }

    [Fact]
    public void A_turn_that_is_not_negative_begins_anew()
    {
        var c = Replied(Calm.Decided(), ReplyType.Solution);
        c = Replied(Angry.NextTurn(c, "That did not help."), ReplyType.Solution);
        c = Replied(Calm.NextTurn(c, "That is better."), ReplyType.Solution);
        Angry.NextTurn(c, "And now this.").NegativeStreak.ShouldBe(1);
    }

    [Fact]
    public void A_persons_reply_is_an_answer()
    {
        var c = Calm.Decided().Apply(new CaseClaimed("kim") { At = Calm.Now }).Apply(new PersonReplied("kim", "Hello") { At = Calm.Now }).Apply(new ReturnedToAgent("kim", null) { At = Calm.Now });
        Angry.NextTurn(c, "That did not help.").NegativeStreak.ShouldBe(1);
    }

    private static Case Replied(Case c, ReplyType type) =>
        c.Apply(new ReplyPrepared(Strategy.AutomatedResolution, new Reply { Text = "Words.", Type = type, Tone = Tone.Professional, Grounding = Grounding.Template }, "p") { At = Calm.Now });
}
