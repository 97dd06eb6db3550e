using System.Text;

namespace Baton.Learning.Exports;

/// <summary>How the characters of an exported file are written, told from all of its bytes: by its byte order mark, else UTF-16 by its zero bytes, UTF-8 where every byte fits, and Windows-1252.</summary>
internal static class ExportEncoding
{
    private const int Sample = 4_096;

    public static (Encoding Encoding, string Name) Of(Stream file)
    {
        var head = new byte[Sample];
        var read = file.ReadAtLeast(head, Sample, throwOnEndOfStream: false);
        file.Position = 0;
        var start = head.AsSpan(0, read);
        if (start.StartsWith(Encoding.Unicode.Preamble) || Zeros(start, 1) > 2 * Zeros(start, 0) + (read / 8))
            return (Encoding.Unicode, "UTF-16");
        if (start.StartsWith(Encoding.BigEndianUnicode.Preamble) || Zeros(start, 0) > 2 * Zeros(start, 1) + (read / 8))
            return (Encoding.BigEndianUnicode, "UTF-16");
        if (start.StartsWith(Encoding.UTF8.Preamble) || IsUtf8(file))
            return (Encoding.UTF8, "UTF-8");
        return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");
    }

    // Latin letters in UTF-16 have a zero byte each, always on the same side.
    private static int Zeros(ReadOnlySpan<byte> bytes, int first)
    {
        var zeros = 0;
        for (var i = first; i < bytes.Length; i += 2)
            zeros += bytes[i] == 0 ? 1 : 0;
        return zeros;
    }

    private static bool IsUtf8(Stream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (bytes, characters) = (new byte[65_536], new char[65_536 + 1]);
        try
        {
            int read;
            do
            {
                read = file.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
