using System.Reflection;
using Baton.Knowledge;

namespace Baton.Tests.Knowledge;

/// <summary>The articles that the program brings along.</summary>
internal static class SampleArticles
{
    private const string Folder = "knowledge/";

    public static List<ArticleFile> Files()
    {
        var program = Assembly.Load("baton");
        return [.. program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ArticleFile(name[Folder.Length..], Read(program, name)))];
    }

    public static List<Article> All() => Files().ConvertAll(ArticleParser.Parse);

    public static KnowledgeIndex Index() => new(All());

    private static string Read(Assembly program, string name)
    {
        using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
