using Baton.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Text;

public class StemmerTests
{
    [Theory]
    [InlineData("charge", "charges", "charged", "charging")]
    [InlineData("cancel", "cancels", "cancelled", "cancelling")]
    [InlineData("bill", "bills", "billed", "billing")]
    [InlineData("ship", "ships", "shipped", "shipping")]
    [InlineData("company", "companies")]
    [InlineData("crash", "crashes", "crashed")]
    [InlineData("save", "saves", "saved", "saving")]
    [InlineData("stop", "stops", "stopped", "stopping")]
    [InlineData("try", "tries", "tried", "trying")]
    public void Inflections_meet(string word, params string[] forms) =>
        forms.Select(Stemmer.Stem).ShouldAllBe(s => s == Stemmer.Stem(word));

    [Theory]
    [InlineData("business", "busy")]
    [InlineData("news", "new")]
    [InlineData("hate", "hat")]
    [InlineData("care", "car")]
    [InlineData("using", "us")]
    [InlineData("string", "str")]
    public void Unlike_words_stay_apart(string a, string b) => Stemmer.Stem(a).ShouldNotBe(Stemmer.Stem(b));

    [Fact]
    public void Any_string_has_a_stem_no_longer_than_itself() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), word => Stemmer.Stem(word ?? "").Length <= (word ?? "").Length).QuickCheckThrowOnFailure();
}
