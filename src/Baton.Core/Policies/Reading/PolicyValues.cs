using System.Globalization;
using Baton.Cases;

namespace Baton.Policies.Reading;

// Single values. Each method names the one form that it takes; a default makes the key optional.
internal sealed partial class PolicyNode
{
    public string Text(string what) => TextOr("", $"is missing: give {what}", $"must be {what}");

    public string? OptionalText(string what) => Given ? Text(what) : null;

    /// <summary>A whole number within a range.</summary>
    public int Whole(int from, int to, int? otherwise = null) => Parsed(
        otherwise, $"a whole number from {from} to {to}",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= from && n <= to ? n : null);

    /// <summary>A number within a range, with a point for its fraction.</summary>
    public double Number(double from, double to, double? otherwise = null) => Parsed(
        otherwise, string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}"),
        text => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= from && n <= to ? n : (double?)null);

    /// <summary>An amount that is not negative, without currency or separators.</summary>
    public decimal Amount() => Parsed(
        null, "an amount such as 50 or 49.90, at most 1000000000, without currency or separators",
        text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n <= 1_000_000_000 ? n : (decimal?)null);

    /// <summary>A day, as <c>2026-12-25</c>.</summary>
    public DateOnly Date() => Parsed(
        null, "a date such as 2026-12-25",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null);

    /// <summary>A time of day, as <c>09:00</c>; <c>24:00</c> is the end of the day (see <see cref="OpenHours"/>).</summary>
    public TimeOnly Time() => Parsed(
        null, "a time of day from 00:00 to 24:00, such as 09:00",
        text => text == "24:00" ? TimeOnly.MaxValue
            : TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : (TimeOnly?)null);

    /// <summary>A word of one of the product's taxonomies.</summary>
    public T Word<T>() where T : struct, Enum
    {
        var known = string.Join(", ", Words.All<T>());
        var text = Text($"one of {known}");
        if (!Words.TryParse<T>(text, out var value) && text.Length > 0)
            Refuse($"must be one of {known}, not {Shown}{Meant(text, Words.All<T>())}");
        return value;
    }

    /// <summary>A name that is given elsewhere in the file. Where nothing is given there, that is the mistake to mend, and this one stays quiet.</summary>
    public string NameOf(string what, IReadOnlyCollection<string> known)
    {
        var text = Text($"the name of {what}");
        if (text.Length > 0 && known.Count > 0 && !known.Contains(text))
            Refuse($"must name {what}, and there is no '{text}'{Suggestion.For(text, known)}");
        return text;
    }

    /// <summary>A mail address.</summary>
    public string Mail()
    {
        var text = Text("a mail address such as team@example.com");
        if (text.Length > 0 && !IsMail(text))
            Refuse($"must be a mail address such as team@example.com, not {Shown}");
        return text;
    }

    /// <summary>A list of texts; null when the key is left out.</summary>
    public IReadOnlyList<string>? Texts(string what) => Given ? [.. Items().Select(item => item.Text(what))] : null;

    private T Parsed<T>(T? otherwise, string what, Func<string, T?> parse) where T : struct
    {
        if (!Given && otherwise is { } value)
            return value;
        var text = Text(what);
        if (text.Length == 0)
            return otherwise ?? default;
        if (parse(text) is { } parsed)
            return parsed;
        Refuse($"must be {what}, not {Shown}");
        return otherwise ?? default;
    }

    private string TextOr(string otherwise, string missing, string wrong)
    {
        if (_node is YamlText { Value: var value } && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        Refuse(Given ? $"{wrong}, not {Shown}" : missing);
        return otherwise;
    }

    private static string Meant(string text, IEnumerable<string> known) => Suggestion.Nearest(text, known) is { } near ? $"; did you mean '{near}'?" : "";

    private static bool IsMail(string text) =>
        text.IndexOf('@') is var at and > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(ch => char.IsWhiteSpace(ch) || char.IsControl(ch) || ch is '<' or '>' or ',' or ';');
}
