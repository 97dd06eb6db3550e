using Baton.Text;

namespace Baton.Tests.Text;

public class LanguageGuessTests
{
    private static readonly IReadOnlyList<(string Language, string? Guess, string Sentence)> Guessed = [.. LanguageSentences.All.Select(s => (s.Language, Of(s.Sentence), s.Sentence))];

    [Fact]
    public void Nineteen_sentences_of_twenty_are_told() =>
        ((double)Guessed.Count(s => s.Guess == s.Language) / Guessed.Count).ShouldBeGreaterThanOrEqualTo(0.95);

    [Fact]
    public void Of_every_language_four_sentences_of_five_are_told()
    {
        foreach (var language in Guessed.GroupBy(s => s.Language))
            ((double)language.Count(s => s.Guess == s.Language) / language.Count()).ShouldBeGreaterThanOrEqualTo(0.8, language.Key);
    }

    [Fact]
    public void English_is_always_told_and_nothing_else_is_called_English() =>
        Guessed.ShouldAllBe(s => (s.Guess == "en") == (s.Language == "en"));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("ho")]
    [InlineData("Hola")]
    [InlineData("Invoice 4711")]
    [InlineData("asdf qwertz uiop")]
    [InlineData("ERR_CONN_RESET 0x80070005 api.orders.sync v2.1.0")]
    [InlineData(":-) 🙏🙏")]
    public void Too_little_text_is_in_no_language(string text) => Of(text).ShouldBeNull();

    [Theory]
    [InlineData("مرحبا", "ar")]
    [InlineData("订单 #4711 的发票不对 (invoice INV-2041)", "zh")]
    [InlineData("Не работает API, ошибка 500", "ru")]
    [InlineData("The Ω resistor of my device is broken since Monday", "en")]
    [InlineData("My colleague 王伟 cannot sign in to the workspace any more", "en")]
    [InlineData("NullReferenceException at Orders.Sync line 42 since the update of this morning", "en")]
    public void A_text_is_in_the_language_of_most_of_it(string text, string language) => Of(text).ShouldBe(language);

    private static string? Of(string text) => LanguageGuess.Of(new TokenizedText(text));
}
