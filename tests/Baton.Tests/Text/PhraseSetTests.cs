using Baton.Text;

namespace Baton.Tests.Text;

public class PhraseSetTests
{
    [Theory]
    [InlineData("charged twice", "You are charging me twice")]
    [InlineData("charged twice", "charges, twice")]
    [InlineData("charge * twice", "You charged me twice")]
    [InlineData("cancel my account", "Cancelling my accounts")]
    public void A_phrase_is_found_in_any_inflection(string phrase, string text)
    {
        var set = new PhraseSet<int>();
        set.Add(phrase, 1);
        // Between the two words of the first case stands another, which only the wildcard allows.
        set.Find(new TokenizedText(text)).Count.ShouldBe(text.Contains("me twice", StringComparison.Ordinal) && !phrase.Contains('*') ? 0 : 1);
    }

    [Fact]
    public void A_word_inside_another_word_is_not_found()
    {
        var set = new PhraseSet<int>();
        set.Add("sue", 1);
        set.Find(new TokenizedText("the issue with my tissues")).ShouldBeEmpty();
    }

    [Fact]
    public void A_phrase_without_words_is_refused() =>
        Should.Throw<ArgumentException>(() => new PhraseSet<int>().Add(" ! ", 1));
}
