using Baton.Classification;

namespace Baton.Tests.Reasoning.Local;

public class EntityFinderTests
{
    [Fact]
    public void Identifiers_codes_and_amounts_are_found()
    {
        var found = Find("Order #AB-12345 for account 98127 failed with error code E1042 and HTTP 503. You took $1,299.00 and 20 EUR.");
        found.OrderIds.ShouldBe(["AB-12345"]);
        found.AccountIds.ShouldBe(["98127"]);
        found.ErrorCodes.ShouldContain("E1042");
        found.ErrorCodes.ShouldContain("503");
        found.Amounts.ShouldBe(["$1,299.00", "20 EUR"]);
    }

    [Fact]
    public void Technical_names_are_found_but_addresses_and_sentences_are_not()
    {
        var found = Find("The field order.items in POST /v1/hooks is null since v2.4.1, see userId.It is on www.example.com, mail me@firm.com e.g.today");
        found.TechnicalTerms.ShouldContain("order.items");
        found.TechnicalTerms.ShouldContain("/v1/hooks");
        found.TechnicalTerms.ShouldContain("v2.4.1");
        found.TechnicalTerms.ShouldNotContain("www.example.com");
        found.TechnicalTerms.ShouldNotContain("firm.com");
    }

    [Fact]
    public void Plain_words_have_no_identifiers()
    {
        var found = Find("My order is late and I have no account number at hand. Order status please.");
        found.OrderIds.ShouldBeEmpty();
        found.AccountIds.ShouldBeEmpty();
        found.ErrorCodes.ShouldBeEmpty();
    }

    private static Entities Find(string text) => Judged.Of(text).Labels.Entities;
}
