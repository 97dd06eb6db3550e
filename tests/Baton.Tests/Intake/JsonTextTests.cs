using System.Text;
using System.Text.Json;
using Baton.Intake;

namespace Baton.Tests.Intake;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"a":"text","b":[1,true,null,{"c":"\\uD83D is four letters and digits"}],"d\u0041":"\uD83D\uDE00 ü 😀"}""")]
    [InlineData("[]")]
    [InlineData("7")]
    public void What_is_text_has_no_fault(string json) => Fault(json).ShouldBeNull();

    [Theory]
    [InlineData("""{"a":"\uD83D"}""", "a")]
    [InlineData("""{"a":"\uDE00\uD83D"}""", "a")]
    [InlineData("""{"a":{"b":["fine","half \uD83D here"]}}""", "a.b[1]")]
    [InlineData("""{"a":{"\uD83D":1}}""", "a")]
    [InlineData("""{"\uD83D":1}""", "$")]
    [InlineData("\"\\uD83D\"", "$")]
    public void Half_a_surrogate_pair_is_found_by_its_path(string json, string path) => Fault(json).ShouldNotBeNull().Field.ShouldBe(path);

    [Fact]
    public void Bytes_that_are_no_utf8_are_found_by_their_path()
    {
        byte[] json = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        JsonText.Fault(JsonSerializer.Deserialize<JsonElement>(json)).ShouldNotBeNull().Field.ShouldBe("a");
    }

    private static FieldError? Fault(string json) => JsonText.Fault(JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetBytes(json)));
}
