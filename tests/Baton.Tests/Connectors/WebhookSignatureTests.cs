using System.Text;
using Baton.Connectors;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Connectors;

public sealed class WebhookSignatureTests
{
    private const long Timestamp = 1_772_445_600;
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a-secret-of-some-length");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"TICK-1.1.reply","text":"Grüße"}""");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(Timestamp);

    [Fact]
    public void The_signature_is_HMAC_SHA256_over_time_and_body()
    {
        // printf '%s' '1772445600.{"id":"TICK-1.1.reply","text":"Grüße"}' | openssl dgst -sha256 -hmac a-secret-of-some-length
        WebhookSignature.Sign(Secret, Timestamp, Body).ShouldBe("v1=33fa177d32272022687bfd089808f55f862e845c0e563333209c03f3c893609a");
    }

    [Fact]
    public void What_was_signed_is_valid() =>
        Verify(WebhookSignature.Sign(Secret, Timestamp, Body)).ShouldBe(SignatureCheck.Valid);

    [Fact]
    public void One_of_several_signatures_suffices_while_a_secret_is_changed()
    {
        var old = WebhookSignature.Sign("another secret"u8, Timestamp, Body);
        Verify($"v0=abc, {old}, {WebhookSignature.Sign(Secret, Timestamp, Body)}").ShouldBe(SignatureCheck.Valid);
    }

    [Fact]
    public void Any_change_of_the_body_is_found() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (body, at) =>
    {
        var signature = WebhookSignature.Sign(Secret, Timestamp, body);
        byte[] changed = body.Length == 0 ? [1] : [.. body.Select((b, i) => i == at.Get % body.Length ? (byte)(b ^ 1) : b)];
        return WebhookSignature.Verify(Secret, signature, $"{Timestamp}", changed, Now) == SignatureCheck.Mismatch
            && WebhookSignature.Verify(Secret, signature, $"{Timestamp}", body, Now) == SignatureCheck.Valid;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_time_or_secret_does_not_match()
    {
        var signature = WebhookSignature.Sign(Secret, Timestamp, Body);
        WebhookSignature.Verify(Secret, signature, $"{Timestamp + 1}", Body, Now).ShouldBe(SignatureCheck.Mismatch);
        WebhookSignature.Verify("another secret"u8, signature, $"{Timestamp}", Body, Now).ShouldBe(SignatureCheck.Mismatch);
    }

    [Theory]
    [InlineData(300, SignatureCheck.Valid)]
    [InlineData(301, SignatureCheck.Stale)]
    [InlineData(-300, SignatureCheck.Valid)]
    [InlineData(-301, SignatureCheck.Stale)]
    public void A_request_is_fresh_for_five_minutes_either_way(int secondsLater, SignatureCheck expected) =>
        WebhookSignature.Verify(Secret, WebhookSignature.Sign(Secret, Timestamp, Body), $"{Timestamp}", Body, Now.AddSeconds(secondsLater)).ShouldBe(expected);

    [Theory]
    [InlineData(null, "1772445600", SignatureCheck.Missing)]
    [InlineData("v1=00", null, SignatureCheck.Missing)]
    [InlineData("", "1772445600", SignatureCheck.Missing)]
    [InlineData("v1=00", "1772445600", SignatureCheck.Malformed)]
    [InlineData("v1=zz", "soon", SignatureCheck.Malformed)]
    [InlineData("v1=00", "-5", SignatureCheck.Malformed)]
    [InlineData("v1=00", "9999999999999999", SignatureCheck.Malformed)]
    [InlineData("sha256=00", "1772445600", SignatureCheck.Malformed)]
    public void Rubbish_is_told_by_name(string? signature, string? timestamp, SignatureCheck expected) =>
        WebhookSignature.Verify(Secret, signature, timestamp, Body, Now).ShouldBe(expected);

    [Fact]
    public void Signatures_are_compared_in_constant_time()
    {
        var source = File.ReadAllText(Path.Combine(Architecture.SourceTree.Root, "src/Baton.Core/Connectors/WebhookSignature.cs"));
        source.ShouldContain("CryptographicOperations.FixedTimeEquals(expected, given)");
        source.ShouldNotContain("SequenceEqual");
    }

    private static SignatureCheck Verify(string signature) => WebhookSignature.Verify(Secret, signature, $"{Timestamp}", Body, Now);
}
