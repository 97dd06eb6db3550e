using Baton.Text;

namespace Baton.Tests.Text;

public sealed class LookalikesTests
{
    [Theory]
    [InlineData("l\u0430wy\u0435r", "lawyer")]
    [InlineData("my \u0421ourt date", "my Court date")]
    [InlineData("s\u03C5e", "sue")]
    public void A_foreign_letter_in_a_Latin_word_is_read_as_what_it_looks_like(string text, string plain) => Lookalikes.Unmask(text).ShouldBe(plain);

    [Theory]
    [InlineData("Где моя посылка? Она не пришла.")]
    [InlineData("Πού είναι το δέμα μου;")]
    [InlineData("iPhone не включается")]
    [InlineData("5 \u03BCm und \u03B1-Test")]
    [InlineData("Wi-Fi-сеть")]
    [InlineData("plain")]
    [InlineData("")]
    public void Words_of_one_alphabet_stay_as_they_are(string text) => Lookalikes.Unmask(text).ShouldBe(text);
}
