using System.Xml;
using System.Xml.Linq;

namespace Baton.Cli.Reports;

/// <summary>
/// Elements of a page. They are a tree and become text at the end, so that whatever a customer wrote is text and never mark-up; characters that XML does not know
/// are replaced. The page is well-formed XML and reads the same as HTML.
/// </summary>
internal static class Html
{
    // Written without an end; every other element has one, also when it is empty.
    private static readonly string[] _void = ["meta"];

    public static XElement El(string name, params object?[] content)
    {
        var element = new XElement(name, content.Select(Clean));
        if (!element.Nodes().Any() && !_void.Contains(name))
            element.Add("");
        return element;
    }

    public static XAttribute At(string name, object value) => new(name, value is string text ? Text(text) : value);

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>A customer's words, whichever way they are written.</summary>
    public static XElement Quote(string text) => El("bdi", text);

    /// <summary>A table that may be wider than the page: then it scrolls, with the keyboard too.</summary>
    public static XElement Table(string caption, IEnumerable<string> heads, IEnumerable<XElement> rows) => El("div",
        Class("scroll"), At("tabindex", 0), At("role", "region"), At("aria-label", caption),
        El("table", El("caption", caption), El("thead", El("tr", heads.Select(h => El("th", At("scope", "col"), h)))), El("tbody", rows)));

    /// <summary>A row whose first cell names it.</summary>
    public static XElement Row(object head, params IEnumerable<object?> cells) => El("tr", El("th", At("scope", "row"), head), cells.Select(c => c is XElement { Name.LocalName: "td" } cell ? cell : El("td", c)));

    /// <summary>Opened with a click or a key.</summary>
    public static XElement Details(string summary, params object?[] content) => El("details", El("summary", summary), content);

    private static object? Clean(object? content) => content switch
    {
        string text => Text(text),
        XObject => content,
        System.Collections.IEnumerable many => many.Cast<object?>().Select(Clean),
        _ => content,
    };

    private static string Text(string text)
    {
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (i + 1 < clean.Length && XmlConvert.IsXmlSurrogatePair(clean[i + 1], clean[i]))
                i++;
            else if (!XmlConvert.IsXmlChar(clean[i]))
                clean[i] = '\uFFFD';
        }
        return new string(clean);
    }
}
