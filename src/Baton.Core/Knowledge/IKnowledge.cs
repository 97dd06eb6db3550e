namespace Baton.Knowledge;

/// <summary>The company's articles, searched by what a customer wrote.</summary>
public interface IKnowledge
{
    /// <summary>Public passages that may answer, best first. Scores run from 0 to 1 and can be compared between queries.</summary>
    IReadOnlyList<Passage> Search(string query, int limit);
}

/// <summary>A section of an article. Text is plain; numbered steps keep their numbers.</summary>
public sealed record Passage(string ArticleId, string Title, string Heading, string Text, double Score)
{
    /// <summary>ISO 639-1 code of the article.</summary>
    public string Language { get; init; } = Article.UsualLanguage;
}
