using Baton.Cases;

namespace Baton.Tests.Cases;

public sealed class CorrectionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_label_is_taken_under_its_own_name_and_in_its_own_words()
    {
        var ruling = Verdict(("Category", "Billing"), ("priority", "high"), ("complexity", "expert_required"), ("issueType", "complaint"), ("sentiment", "very_negative"),
            ("frustration", "80"), ("decision", "no_escalation"), ("team", "finance"));
        ruling.Refusal.ShouldBeNull();
        var corrections = ruling.Events.OfType<VerdictGiven>().Single().Corrections!;
        corrections["category"].ShouldBe("billing");
        corrections.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("category", "nonsense", "corrections.category", "billing")]
    [InlineData("priority", "asap", "corrections.priority", "critical")]
    [InlineData("frustration", "101", "corrections.frustration", "0 to 100")]
    [InlineData("frustration", "-1", "corrections.frustration", "0 to 100")]
    [InlineData("frustration", "much", "corrections.frustration", "0 to 100")]
    [InlineData("team", "nobody", "corrections.team", "finance")]
    [InlineData("foo", "bar", "corrections.foo", "category, priority")]
    public void Anything_else_is_refused_with_its_field_and_what_is_allowed(string label, string value, string field, string allowed)
    {
        var refusal = Verdict((label, value)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.Invalid);
        var error = refusal.Fields.ShouldHaveSingleItem();
        error.Field.ShouldBe(field);
        error.Message.ShouldContain(allowed);
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once() => Verdict(("category", "nonsense"), ("foo", "bar")).Refusal!.Fields.Count.ShouldBe(2);

    private static Ruling Verdict(params (string Label, string Value)[] corrections) =>
        CaseRules.Verdict("lead", true, corrections.ToDictionary(c => c.Label, c => c.Value), null, TestPolicy.Default, Now);
}
