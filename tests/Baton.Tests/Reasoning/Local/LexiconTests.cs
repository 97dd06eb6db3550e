using Baton.Reasoning.Local;
using Baton.Text;

namespace Baton.Tests.Reasoning.Local;

public class LexiconTests
{
    [Fact]
    public void No_row_says_what_another_of_its_cue_says_already() =>
        Lexicon.Default.Entries
            .GroupBy(e => (e.Family, e.Cue, string.Join(' ', new TokenizedText(e.Phrase).Tokens.Select(t => t.Stem))))
            .Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(e => e.Phrase))).ShouldBeEmpty();

    [Fact]
    public void Every_cue_has_words() =>
        Enum.GetValues<Cue>().Except(Lexicon.Default.Entries.Select(e => e.Cue)).ShouldBeEmpty();
}
