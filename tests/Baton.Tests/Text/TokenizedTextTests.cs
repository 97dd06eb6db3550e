using Baton.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Text;

public class TokenizedTextTests
{
    [Fact]
    public void Any_string_is_cut_into_words_that_stand_in_it_in_order() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var cut = new TokenizedText(text ?? "");
            var end = 0;
            foreach (var token in cut.Tokens)
            {
                if (token.Start < end || token.Length <= 0 || token.End > cut.Text.Length)
                    return false;
                end = token.End;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("order.items failed", "order.items", "failed")]
    [InlineData("I can’t", "i", "can't")]
    [InlineData("It broke.But why", "it", "broke", "but", "why")]
    [InlineData("Résolu", "resolu")]
    [InlineData("an e-mail, twenty-one", "an", "e-mail", "twenty", "one")]
    [InlineData("v2.1 at 10.30", "v2.1", "at", "10.30")]
    [InlineData("a\0b \uD83D c", "a", "b", "c")]
    [InlineData("שלום עולם", "שלום", "עולם")]
    public void Words_are_cut_as_people_read_them(string text, params string[] words) =>
        new TokenizedText(text).Tokens.Select(t => t.Word).ShouldBe(words);

    [Fact]
    public void Five_megabytes_are_read_as_far_as_the_cap()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        new TokenizedText(string.Concat(Enumerable.Repeat("Größe ", 900_000))).Text.Length.ShouldBe(TokenizedText.MaxLength);
        new TokenizedText(new string('é', 5_000_000)).Tokens.Count.ShouldBe(1);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
