using Baton.Text;

namespace Baton.Tests.Text;

public class PhraseSetTests
{
    [Theory]
    [InlineData("charged twice", "charges, twice")]
    [InlineData("charge * twice", "You charged me twice")]
    [InlineData("cancel my account", "Cancelling my accounts")]
    public void A_phrase_is_found_in_any_inflection(string phrase, string text) => Find(phrase, text).Count.ShouldBe(1);

    [Theory]
    [InlineData("charged twice", "You are charging me twice")]
    [InlineData("sue", "the issue with my tissues")]
    [InlineData("charge * twice", "charged twice")]
    public void Words_between_or_around_make_another_phrase(string phrase, string text) => Find(phrase, text).ShouldBeEmpty();

    [Fact]
    public void Overlapping_phrases_are_all_found_in_order()
    {
        var set = new PhraseSet<string>();
        set.Add("reset my password", "long");
        set.Add("password", "short");
        set.Find(new TokenizedText("Please reset my password")).Select(m => (m.Value, m.First, m.End)).ShouldBe([("long", 1, 4), ("short", 3, 4)]);
    }

    [Fact]
    public void A_phrase_without_words_is_refused() =>
        Should.Throw<ArgumentException>(() => new PhraseSet<int>().Add(" ! ", 1));

    private static List<PhraseMatch<int>> Find(string phrase, string text)
    {
        var set = new PhraseSet<int>();
        set.Add(phrase, 1);
        return set.Find(new TokenizedText(text));
    }
}
