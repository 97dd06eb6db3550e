using Baton.Conversation;

namespace Baton.Tests.Conversation;

public class ClosingTests
{
    [Theory]
    [InlineData("That solved it, thank you!")]
    [InlineData("Great, it works now. Thanks a lot!")]
    [InlineData("Thanks, that fixed the problem.")]
    [InlineData("Perfect - issue resolved.")]
    [InlineData("You can close this ticket, all sorted.")]
    [InlineData("That worked, thanks!\n\nOn Mon, 2 Mar 2026 at 10:00 Support wrote:\n> Does it still not work?")]
    public void A_clear_confirmation_closes(string text) => Closing.Of(text).ShouldBe(ClosingKind.Solved);

    [Theory]
    [InlineData("Thank you!")]
    [InlineData("Thanks a lot, much appreciated")]
    public void A_mere_thank_you_does_not_say_that_it_is_solved(string text) => Closing.Of(text).ShouldBe(ClosingKind.Thanks);

    [Theory]
    [InlineData("That solved it, but now the export is empty.")]
    [InlineData("It works now? I do not see it.")]
    [InlineData("That did not solve it, thank you.")]
    [InlineData("Thanks, I will tell you if it works now.")]
    [InlineData("It almost works now, thanks")]
    [InlineData("It isn't fixed.")]
    [InlineData("I thought that solved it.")]
    [InlineData("Thank you. I have another question about my invoice.")]
    [InlineData("It worked before the update, please fix it.")]
    [InlineData("Thanks for nothing")]
    [InlineData("")]
    [InlineData("My order has not arrived.")]
    public void Any_doubt_keeps_the_case_open(string text) => Closing.Of(text).ShouldBe(ClosingKind.None);
}
