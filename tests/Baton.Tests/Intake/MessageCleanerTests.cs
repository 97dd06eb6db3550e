using Baton.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Intake;

public class MessageCleanerTests
{
    [Theory]
    [InlineData("It works now.\n\nOn Mon, 2 Mar 2026 at 10:00, Support <help@shop.example> wrote:\n> Try again\n> please", "It works now.")]
    [InlineData("Danke!\n\nAm 02.03.2026 um 10:00 schrieb Support <help@shop.example>:\n> Bitte erneut versuchen", "Danke!")]
    [InlineData("Merci\n\nLe lun. 2 mars 2026 à 10:00, Support <help@shop.example> a écrit :\n> Bonjour", "Merci")]
    [InlineData("Gracias\n\nEl lun, 2 mar 2026 a las 10:00, Soporte (<help@shop.example>) escribió:\n> Hola", "Gracias")]
    [InlineData("Still broken\n-----Original Message-----\nFrom: Support", "Still broken")]
    [InlineData("Still broken\n\nFrom: Support <help@shop.example>\nSent: Monday\nSubject: Re: Order", "Still broken")]
    [InlineData("Yes please\n\nOn Mon, 2 Mar 2026 at 10:00, A Very Long Name Of The Support Team\n<help@shop.example> wrote:\n> Shall we?", "Yes please")]
    [InlineData("My words\n> your words\nmore of mine", "My words\nmore of mine")]
    [InlineData("Help me.\n-- \nAnna Smith\nACME Ltd", "Help me.")]
    [InlineData("Help me.\n\nSent from my iPhone", "Help me.")]
    [InlineData("Hilfe.\n\nVon meinem iPhone gesendet", "Hilfe.")]
    public void History_and_signature_are_cut(string mail, string own) => MessageCleaner.Clean(mail).ShouldBe(own);

    [Theory]
    [InlineData("<html><head><style>p{color:red}</style></head><body><p>Hello &amp; good day</p><p>Where is it?</p></body></html>", "Hello & good day\nWhere is it?")]
    [InlineData("<div>My answer</div><blockquote>your question</blockquote>", "My answer")]
    [InlineData("if a < b and c > d", "if a < b and c > d")]
    public void Markup_becomes_text(string mail, string own) => MessageCleaner.Clean(mail).ShouldBe(own);

    [Fact]
    public void Invisible_characters_cannot_hide_words() => MessageCleaner.Clean("la\u200Bwsu\u00ADit").ShouldBe("lawsuit");

    [Theory]
    [InlineData("> only quoted")]
    [InlineData("-- \nsigned")]
    [InlineData("Sent from my iPhone")]
    [InlineData("<style>words</style>")]
    public void Words_never_vanish_altogether(string mail) => MessageCleaner.Clean(mail).ShouldNotBeEmpty();

    [Fact]
    public void Any_text_with_words_keeps_some() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => !(text ?? "").Any(char.IsLetterOrDigit) || MessageCleaner.Clean(text!).Any(char.IsLetterOrDigit)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<style><script><!--")]
    [InlineData("<")]
    [InlineData("On ")]
    [InlineData("&amp;\n>")]
    public void Hostile_mail_takes_bounded_time(string piece)
    {
        var mail = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        MessageCleaner.Clean(mail);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
