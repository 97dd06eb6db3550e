using Baton.Conversation;

namespace Baton.Tests.Conversation;

public class CustomerTextTests
{
    [Fact]
    public void A_line_break_in_a_subject_cannot_make_a_header()
    {
        var c = new Situation { Subject = "Hello\r\nBcc: victim@example.org\r\n\r\nbody\0\u2028x" }.Decided();
        var subject = ToCustomer.Subject(c);
        subject.ShouldAllBe(ch => !char.IsControl(ch) && ch != '\u2028');
        subject.ShouldBe("Re: Your request [TICK-1]");
    }

    [Fact]
    public void A_subject_is_answered_without_its_prefixes_and_with_the_reference() =>
        ToCustomer.Subject(new Situation { Subject = "RE: Fwd: [EXT] Invoice 2041" }.Decided()).ShouldBe("Re: Invoice 2041 [TICK-1]");

    [Fact]
    public void A_line_is_bounded_without_cutting_a_character_in_two()
    {
        var line = CustomerText.Line(string.Concat(Enumerable.Repeat("👍", 100)), 21);
        line.Length.ShouldBeLessThanOrEqualTo(22);
        line.EnumerateRunes().ShouldAllBe(r => r.Value != 0xFFFD);
    }

    [Theory]
    [InlineData("Ana Silva", "Ana Silva")]
    [InlineData("  Jean-Luc  O'Neil ", "Jean-Luc O'Neil")]
    [InlineData("Visit http://spam.example", null)]
    [InlineData("WIN 1000 NOW", null)]
    [InlineData("", null)]
    public void Only_a_name_is_greeted(string written, string? greeted) => CustomerText.Name(written).ShouldBe(greeted);

    [Theory]
    [InlineData("ana@customer.example", "ana@customer.example")]
    [InlineData("ana@customer.example, victim@example.org", null)]
    [InlineData("ana@customer.example\r\nBcc: x@y.z", null)]
    [InlineData("nobody", null)]
    [InlineData(null, null)]
    public void Only_one_plain_address_is_mailed(string? address, string? mailed) => ToCustomer.Address(new Situation { Email = address }.Decided()).ShouldBe(mailed);
}
