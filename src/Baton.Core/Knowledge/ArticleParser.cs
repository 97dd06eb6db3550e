using Baton.Text;

namespace Baton.Knowledge;

/// <summary>Reads an article: Markdown below a block of YAML between two lines of three dashes.</summary>
public static class ArticleParser
{
    /// <summary>The article of a file.</summary>
    /// <exception cref="ArticleFormatException">The front matter is missing or wrong, or there is no text.</exception>
    public static Article Parse(ArticleFile file)
    {
        var lines = file.Content.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Fence)
            throw Problem(file, 1, "must begin with a line '---' and its title, audience and review date");
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
            throw Problem(file, 1, "the block that begins here has no closing line '---'");

        var front = FrontMatter.Read(file.Name, string.Join('\n', lines[1..end]));
        var sections = Sections(front.Title, lines.AsSpan(end + 1));
        if (sections.Count == 0)
            throw Problem(file, end + 1, "has no text after this line");
        return new Article(Path.GetFileNameWithoutExtension(file.Name), front.Title, front.Audience, front.Review, front.Keywords, sections) { Language = front.Language ?? LanguageOf(front.Title, sections) };
    }

    private const string Fence = "---";

    private static List<Section> Sections(string title, ReadOnlySpan<string> lines)
    {
        var sections = new List<Section>();
        var heading = title;
        var first = 0;
        var inCode = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (MarkdownText.IsCodeFence(lines[i]))
                inCode = !inCode;
            if (inCode || HeadingOf(lines[i]) is not { } next)
                continue;
            Close(sections, heading, lines[first..i]);
            (heading, first) = (next, i + 1);
        }
        Close(sections, heading, lines[first..]);
        return sections;
    }

    private static string LanguageOf(string title, List<Section> sections) =>
        LanguageGuess.Of(new TokenizedText(string.Join('\n', sections.Select(s => s.Text).Prepend(title)))) is { } told and not LanguageGuess.Undetermined ? told : Article.UsualLanguage;

    // A heading that only holds further headings says nothing by itself.
    private static void Close(List<Section> sections, string heading, ReadOnlySpan<string> lines)
    {
        var text = MarkdownText.Plain(lines);
        if (text.Length > 0)
            sections.Add(new Section(heading, text));
    }

    private static string? HeadingOf(string line)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && line[level] == ' ' ? MarkdownText.Inline(line[level..].Trim().TrimEnd('#').TrimEnd()) : null;
    }

    private static ArticleFormatException Problem(ArticleFile file, int line, string message) => new(new ArticleProblem(file.Name, line, message));
}
