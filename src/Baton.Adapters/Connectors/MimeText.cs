using System.Text;

namespace Baton.Adapters.Connectors;

/// <summary>Text as mail bears it: encoded words in headers (RFC 2047), quoted-printable and base64 in bodies (RFC 2045).</summary>
internal static class MimeText
{
    private const int LongestLine = 76;

    /// <summary>Text of a header. Plain text is folded at spaces; anything else becomes encoded words. Line breaks and control characters become spaces.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="column">How much of the first line is taken.</param>
    public static string Words(string text, int column)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        var plain = Ascii.IsValid(line) && !line.Contains("=?", StringComparison.Ordinal) && !line.Split(' ').Any(w => w.Length is 0 or > LongestLine - 20);
        return plain || line.Length == 0 ? Fold(line, column) : string.Join("\r\n ", EncodedWords(line, column));
    }

    /// <summary>A display name: quoted where it is plain.</summary>
    public static string Phrase(string name) =>
        Ascii.IsValid(name) && !name.Any(char.IsControl) ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : Words(name, 0);

    public static string QuotedPrintable(string text)
    {
        var result = new StringBuilder(text.Length + text.Length / 8);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                result.Append("\r\n");
            AppendLine(result, Encoding.UTF8.GetBytes(lines[i]));
        }
        return result.ToString();
    }

    public static string Base64(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    private static void AppendLine(StringBuilder result, byte[] line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var b = line[i];
            // A space at the end of a line is what some servers cut off.
            var literal = b is >= 33 and <= 126 and not (byte)'=' || b is (byte)' ' or (byte)'\t' && i < line.Length - 1;
            var width = literal ? 1 : 3;
            if (column + width > LongestLine - 1)
            {
                result.Append("=\r\n");
                column = 0;
            }
            if (literal)
                result.Append((char)b);
            else
                result.Append('=').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            column += width;
        }
    }

    private static string Fold(string line, int column)
    {
        var result = new StringBuilder();
        foreach (var word in line.Split(' '))
        {
            if (result.Length > 0)
            {
                var fits = column + 1 + word.Length <= LongestLine;
                result.Append(fits ? " " : "\r\n ");
                column = fits ? column + 1 : 1;
            }
            result.Append(word);
            column += word.Length;
        }
        return result.ToString();
    }

    // Whole characters per word: a reader decodes each by itself.
    private static IEnumerable<string> EncodedWords(string line, int column)
    {
        var word = new List<byte>();
        var room = BytesInWord(column);
        var utf8 = new byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (word.Count + length > room)
            {
                yield return Encoded(word);
                word.Clear();
                room = BytesInWord(1);
            }
            word.AddRange(utf8.AsSpan(0, length));
        }
        yield return Encoded(word);
    }

    private static string Encoded(List<byte> word) => $"=?utf-8?B?{Convert.ToBase64String([.. word])}?=";

    private static int BytesInWord(int column) => (LongestLine - column - "=?utf-8?B??=".Length) / 4 * 3;
}
