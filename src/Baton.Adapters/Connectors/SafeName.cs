using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Baton.Adapters.Connectors;

/// <summary>
/// A message's id as a name that a folder and a mail header can bear. Ids come from customers' systems, so anything may stand in them;
/// two ids never share a name, and one id has the same name for ever: it is what makes a repeat known as one.
/// </summary>
internal static class SafeName
{
    private const int LongestKept = 100;
    private const int Readable = 40;

    /// <summary>The id itself where it is plain and short, else its readable start, a tilde (which no plain id has) and 128 bits of its hash.</summary>
    public static string Of(string id)
    {
        if (IsPlain(id))
            return id;
        var start = string.Concat(id.Take(Readable).Select(c => IsPlain(c) && c != '.' ? c : '-')).Trim('-');
        return $"{start}~{Hash(id)[..32]}";
    }

    /// <summary>One of 256 folders, always the same for a case.</summary>
    public static string Shard(string caseId) => Hash(caseId)[..2];

    private static bool IsPlain(string id) =>
        id.Length is > 0 and <= LongestKept && id.All(IsPlain) && id[0] != '.' && id[^1] != '.' && !id.Contains("..", StringComparison.Ordinal);

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';

    // Over the UTF-16 units: half a surrogate pair would be lost on the way to UTF-8, and two ids become one.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
