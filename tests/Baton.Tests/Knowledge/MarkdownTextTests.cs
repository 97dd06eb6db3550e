using Baton.Knowledge;

namespace Baton.Tests.Knowledge;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("Open **Profile > E-mail**, *now*.", "Open Profile > E-mail, now.")]
    [InlineData("__Bold__ and _soft_ and **_both_**", "Bold and soft and both")]
    [InlineData("see [the page](https://a.example/x)", "see the page (https://a.example/x)")]
    [InlineData("[titled](https://a.example \"A title\")", "titled (https://a.example)")]
    [InlineData("[https://a.example](https://a.example)", "https://a.example")]
    [InlineData("<https://a.example>", "https://a.example")]
    [InlineData("![a red button](button.png) appears", "a red button appears")]
    [InlineData("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4")]
    [InlineData("run `a_b_c **x** [y](z)` twice", "run a_b_c **x** [y](z) twice")]
    [InlineData("a lone ` stays", "a lone ` stays")]
    [InlineData("5 \\* 3 and \\[no link\\]", "5 * 3 and [no link]")]
    [InlineData("**Settings > API keys** and **New key**", "Settings > API keys and New key")]
    public void Marks_go_and_words_stay(string markdown, string plain) => MarkdownText.Inline(markdown).ShouldBe(plain);

    [Fact]
    public void Numbered_steps_keep_their_numbers_and_bullets_become_dashes() =>
        Plain("1. Open **Billing**.\n2. Choose it\n   and wait.\n\n* one\n+ two\n  - three").ShouldBe("1. Open Billing.\n2. Choose it and wait.\n\n- one\n- two\n  - three");

    [Fact]
    public void Wrapped_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart() =>
        Plain("One line\ngoes on.\n\n\n\nThe next.").ShouldBe("One line goes on.\n\nThe next.");

    [Fact]
    public void A_line_that_ends_in_two_spaces_breaks() => Plain("Street 1  \nTown").ShouldBe("Street 1\nTown");

    [Fact]
    public void Code_is_kept_to_the_letter() => Plain("Send:\n\n```json\n{ \"a_b\":  **1** }\n\n  - x\n```\n\nDone.").ShouldBe("Send:\n\n{ \"a_b\":  **1** }\n\n  - x\n\nDone.");

    [Fact]
    public void Quotes_rules_and_comments_lose_their_marks() => Plain("> A word\n> of advice\n\n---\n\n<!-- not\nshown -->End").ShouldBe("A word of advice\n\nEnd");

    private static string Plain(string markdown) => MarkdownText.Plain(markdown.Split('\n'));
}
