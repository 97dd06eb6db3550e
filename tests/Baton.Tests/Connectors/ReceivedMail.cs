using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace Baton.Tests.Connectors;

/// <summary>A mail as its reader sees it, taken apart by rules of RFC 2045 and 2047 that are written here a second time.</summary>
internal sealed partial class ReceivedMail
{
    private readonly List<(string Name, string Value)> _headers = [];

    public ReceivedMail(string raw)
    {
        Raw = raw.ReplaceLineEndings("\n");
        var end = Raw.IndexOf("\n\n", StringComparison.Ordinal);
        foreach (var line in Folding().Replace(Raw[..end], " ").Split('\n'))
            _headers.Add((line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
        Content = Raw[(end + 2)..];
        if (Boundary().Match(this["Content-Type"] ?? "") is { Success: true } boundary)
            Parts = [.. Content.Split("--" + boundary.Groups[1].Value).Skip(1).SkipLast(1).Select(p => new ReceivedMail(p.TrimStart('\n')))];
    }

    public string Raw { get; }

    public IReadOnlyList<ReceivedMail> Parts { get; } = [];

    private string Content { get; }

    public string? this[string header]
    {
        get
        {
            var values = _headers.Where(h => h.Name.Equals(header, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).ToList();
            values.Count.ShouldBeLessThan(2, $"{header} stands there twice");
            return values.FirstOrDefault();
        }
    }

    public string Subject => EncodedWord().Replace(this["Subject"]!.Replace("?= =?", "?==?", StringComparison.Ordinal), m => Attachment.CreateAttachmentFromString("", m.Value).Name!);

    public string Text => this["Content-Transfer-Encoding"] == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(Content)) : Decode(Content).TrimEnd('\n');

    private static string Decode(string quotedPrintable)
    {
        var text = quotedPrintable.Replace("=\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
                continue;
            }
            bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?[^?]+\?B\?[^?]*\?=")]
    private static partial Regex EncodedWord();
}
