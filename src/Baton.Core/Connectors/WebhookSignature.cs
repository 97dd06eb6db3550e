using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Baton.Connectors;

/// <summary>
/// The signature of webhooks, in and out: <c>Baton-Signature: v1=HEX</c>, the HMAC-SHA256 of <c>TIMESTAMP.BODY</c> under a shared secret,
/// where TIMESTAMP is the value of <c>Baton-Timestamp</c> (unix seconds). Signing the time keeps a caught request from being played again later.
/// </summary>
public static class WebhookSignature
{
    public const string SignatureHeader = "Baton-Signature";
    public const string TimestampHeader = "Baton-Timestamp";
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>How far the sender's clock may be off, either way.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(5);

    private const string Scheme = "v1=";

    /// <summary>The value of the signature header.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="timestamp">Unix seconds, as sent in the timestamp header.</param>
    /// <param name="body">The body's exact bytes.</param>
    public static string Sign(ReadOnlySpan<byte> secret, long timestamp, ReadOnlySpan<byte> body) =>
        Scheme + Convert.ToHexStringLower(Compute(secret, timestamp.ToString(CultureInfo.InvariantCulture), body));

    /// <summary>
    /// Whether a request is from who knows the secret, and fresh. The signature header may list several, divided by commas, while a secret
    /// is being changed; schemes other than v1 are passed over.
    /// </summary>
    public static SignatureCheck Verify(ReadOnlySpan<byte> secret, string? signatureHeader, string? timestampHeader, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan? tolerance = null)
    {
        if (string.IsNullOrWhiteSpace(signatureHeader) || string.IsNullOrWhiteSpace(timestampHeader))
            return SignatureCheck.Missing;
        if (!long.TryParse(timestampHeader, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp) || timestamp > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return SignatureCheck.Malformed;
        var expected = Compute(secret, timestampHeader, body);
        var (seen, matched) = (false, false);
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var part in signatureHeader.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!part.StartsWith(Scheme, StringComparison.Ordinal) || part.Length != Scheme.Length + 2 * given.Length
                || Convert.FromHexString(part.AsSpan(Scheme.Length), given, out _, out _) != System.Buffers.OperationStatus.Done)
                continue;
            seen = true;
            matched |= CryptographicOperations.FixedTimeEquals(expected, given);
        }
        if (!matched)
            return seen ? SignatureCheck.Mismatch : SignatureCheck.Malformed;
        var age = now - DateTimeOffset.FromUnixTimeSeconds(timestamp);
        return age.Duration() <= (tolerance ?? DefaultTolerance) ? SignatureCheck.Valid : SignatureCheck.Stale;
    }

    private static byte[] Compute(ReadOnlySpan<byte> secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.ASCII.GetBytes(timestamp + '.'));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}

/// <summary>What <see cref="WebhookSignature.Verify"/> found; anything but <see cref="Valid"/> is a no.</summary>
public enum SignatureCheck
{
    Valid,

    /// <summary>A header is not there.</summary>
    Missing,

    /// <summary>The time is no number, or no v1 signature of the right form is listed.</summary>
    Malformed,

    /// <summary>Made with another secret, or for another time or body.</summary>
    Mismatch,

    /// <summary>Rightly signed, but too long ago, or in the future.</summary>
    Stale,
}
