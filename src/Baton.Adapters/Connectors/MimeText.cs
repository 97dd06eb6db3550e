using System.Buffers;
using System.Text;

namespace Baton.Adapters.Connectors;

/// <summary>Text as mail bears it: encoded words in headers (RFC 2047), quoted-printable and base64 in bodies (RFC 2045).</summary>
internal static class MimeText
{
    private const int LongestLine = 76;
    private const int OnStack = 512;
    private static ReadOnlySpan<byte> Hex => "0123456789ABCDEF"u8;

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

    /// <summary>Writes a text in quoted-printable (RFC 2045, section 6.7); whatever ends its lines becomes CRLF.</summary>
    public static void QuotedPrintable(string text, IBufferWriter<byte> to)
    {
        var first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!first)
                to.Write("\r\n"u8);
            first = false;
            QuotedLine(line, to);
        }
    }

    /// <summary>Writes bytes in base64, in lines of 76 (RFC 2045, section 6.8).</summary>
    public static void Base64(ReadOnlySpan<byte> bytes, IBufferWriter<byte> to)
    {
        const int bytesOfALine = LongestLine / 4 * 3;
        for (var at = 0; at < bytes.Length; at += bytesOfALine)
        {
            if (at > 0)
                to.Write("\r\n"u8);
            System.Buffers.Text.Base64.EncodeToUtf8(bytes[at..Math.Min(at + bytesOfALine, bytes.Length)], to.GetSpan(LongestLine), out _, out var written);
            to.Advance(written);
        }
    }

    private static void QuotedLine(ReadOnlySpan<char> line, IBufferWriter<byte> to)
    {
        var most = Encoding.UTF8.GetMaxByteCount(line.Length);
        Span<byte> utf8 = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        utf8 = utf8[..Encoding.UTF8.GetBytes(line, utf8)];
        // Each byte takes at most three, and each line of 75 three more.
        var room = to.GetSpan((3 * utf8.Length) + (3 * (3 * utf8.Length / (LongestLine - 3))) + 3);
        var (written, column) = (0, 0);
        for (var i = 0; i < utf8.Length; i++)
        {
            var b = utf8[i];
            // A space at the end of a line is what some servers cut off.
            var literal = b is >= 33 and <= 126 and not (byte)'=' || b is (byte)' ' or (byte)'\t' && i < utf8.Length - 1;
            var width = literal ? 1 : 3;
            if (column + width > LongestLine - 1)
            {
                "=\r\n"u8.CopyTo(room[written..]);
                (written, column) = (written + 3, 0);
            }
            room[written] = literal ? b : (byte)'=';
            if (!literal)
                (room[written + 1], room[written + 2]) = (Hex[b >> 4], Hex[b & 15]);
            (written, column) = (written + width, column + width);
        }
        to.Advance(written);
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
