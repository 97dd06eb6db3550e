namespace Baton.Knowledge;

/// <summary>Who may read an article. Internal ones are kept for people and never reach a customer.</summary>
public enum Audience { Public, Internal }

/// <summary>
/// One knowledge article, cut at its headings. <see cref="Id"/> is the file's name without its ending, and what answers cite; <see cref="Review"/> the day
/// from which it must be looked at again; <see cref="Keywords"/> words and short phrases that customers use for it.
/// </summary>
public sealed record Article(
    string Id, string Title, Audience Audience, DateOnly Review, IReadOnlyList<string> Keywords, IReadOnlyList<Section> Sections)
{
    /// <summary>What an article is in that does not say, and whose text does not tell.</summary>
    public const string UsualLanguage = "en";

    /// <summary>ISO 639-1 code; only customers who write in it are answered with the article.</summary>
    public string Language { get; init; } = UsualLanguage;
}

/// <summary>A heading with the plain text under it; the text before the first heading stands under the article's title.</summary>
public sealed record Section(string Heading, string Text);

/// <summary>An article as it was found, not yet read. <see cref="Name"/> is the file's, as problems name it: <c>reset-password.md</c>.</summary>
public sealed record ArticleFile(string Name, string Content);

/// <summary>Why an article is not served. <see cref="Line"/> counts from 1; null when the whole file is meant.</summary>
public sealed record ArticleProblem(string File, int? Line, string Message)
{
    public override string ToString() => Line is null ? $"{File}: {Message}" : $"{File}({Line}): {Message}";
}

/// <summary>An article breaks the format; says where.</summary>
public sealed class ArticleFormatException(ArticleProblem problem, Exception? inner = null) : FormatException(problem.ToString(), inner)
{
    public ArticleProblem Problem => problem;
}
