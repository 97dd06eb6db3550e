using Baton.Cases;
using Baton.Classification;
using Baton.Intake;
using Case = Baton.Cases.Case;

namespace Baton.Tests.Classification;

public sealed class HardRulesTests
{
    [Theory]
    [MemberData(nameof(HardRuleSentences.LegalThreats), MemberType = typeof(HardRuleSentences))]
    public void A_threat_of_legal_steps_hits(string text) => IdsOf(text).ShouldContain("legal", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.NoLegalThreats), MemberType = typeof(HardRuleSentences))]
    public void A_legal_word_that_threatens_nobody_does_not_hit(string text) => IdsOf(text).ShouldNotContain("legal", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.Frauds), MemberType = typeof(HardRuleSentences))]
    public void A_report_of_fraud_hits(string text) => IdsOf(text).ShouldContain("fraud", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.NoFrauds), MemberType = typeof(HardRuleSentences))]
    public void A_fraud_word_that_reports_nothing_does_not_hit(string text) => IdsOf(text).ShouldNotContain("fraud", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.PrivacyDemands), MemberType = typeof(HardRuleSentences))]
    public void A_data_protection_demand_hits(string text) => IdsOf(text).ShouldContain("privacy", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.NoPrivacyDemands), MemberType = typeof(HardRuleSentences))]
    public void A_question_about_data_protection_does_not_hit(string text) => IdsOf(text).ShouldNotContain("privacy", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.RequestsForAPerson), MemberType = typeof(HardRuleSentences))]
    public void Asking_for_a_person_hits(string text) => IdsOf(text).ShouldContain("person_requested", text);

    [Theory]
    [MemberData(nameof(HardRuleSentences.NoRequestsForAPerson), MemberType = typeof(HardRuleSentences))]
    public void Naming_a_person_without_asking_for_one_does_not_hit(string text) => IdsOf(text).ShouldNotContain("person_requested", text);

    [Fact]
    public void The_verb_sue_hits_and_the_name_does_not()
    {
        var policy = JudgedCase.Policy with { HardRules = [JudgedCase.Policy.HardRules[0] with { Words = ["sue"] }] };
        HardRules.Evaluate(JudgedCase.Received("I am going to sue."), policy).ShouldHaveSingleItem();
        HardRules.Evaluate(JudgedCase.Received("we can sue the company"), policy).ShouldHaveSingleItem();
        HardRules.Evaluate(JudgedCase.Received("Sue will call. Please ask Sue."), policy).ShouldBeEmpty();
        HardRules.Evaluate(JudgedCase.Received("please tell sue is waiting"), policy).ShouldBeEmpty();
    }

    [Fact]
    public void A_wish_that_is_part_of_the_phrase_can_be_declined()
    {
        var policy = JudgedCase.Policy with { HardRules = [JudgedCase.Policy.HardRules.Single(r => r.Id == "person_requested") with { Words = ["need a human"] }] };
        HardRules.Evaluate(JudgedCase.Received("I need a human."), policy).ShouldHaveSingleItem();
        HardRules.Evaluate(JudgedCase.Received("I don't need a human."), policy).ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_is_the_customers_own_words()
    {
        var hit = HardRules.Evaluate(JudgedCase.Received("Hello. Fix it, or OUR LAWYERS will be in touch! Bye."), JudgedCase.Policy).ShouldHaveSingleItem();
        hit.Evidence.ShouldHaveSingleItem().ShouldBe("Fix it, or OUR LAWYERS will be in touch");
        hit.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_subject_counts_on_the_first_turn_and_only_there()
    {
        var c = JudgedCase.Received("See above.", subject: "Unauthorised charge");
        IdsOf(c).ShouldBe(["fraud"]);
        IdsOf(c.Wrote("Thanks, that helps.")).ShouldBeEmpty();
    }

    [Fact]
    public void Hits_are_of_the_turn()
    {
        var c = JudgedCase.Received("How do I change my plan?").Wrote("Useless. I want to speak to a human.");
        IdsOf(c).ShouldBe(["person_requested"]);
        IdsOf(c.Apply(new PersonReplied("kim", "Here I am.") { At = c.UpdatedAt }).Wrote("All right, that worked.")).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_about_words_that_a_person_set_aside_holds_again_for_new_words_only()
    {
        var c = Returned(JudgedCase.Received("Our lawyers will be in touch."));
        c.WaivedRules.ShouldBe(["legal"]);

        // What nobody answered goes on in the new turn.
        var again = c.Apply(new TurnStarted(2) { At = c.UpdatedAt });
        IdsOf(again).ShouldBeEmpty();
        IdsOf(c.Wrote("This is fraud.")).ShouldBe(["fraud"]);
        IdsOf(c.Wrote("I say it again: our lawyers will be in touch.")).ShouldBe(["legal"]);
        IdsOf(Returned(c.Wrote("I say it again: our lawyers will be in touch.")).Wrote("How do I export?")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CustomerTier.Enterprise, 0)]
    [InlineData(CustomerTier.Paid, 20_000)]
    public void A_rule_about_facts_that_a_person_set_aside_stays_so(CustomerTier tier, int value)
    {
        var c = JudgedCase.Received("How do I export?", customer: new CustomerContext { Tier = tier, LifetimeValue = value });
        IdsOf(c).ShouldHaveSingleItem();
        IdsOf(Returned(c).Wrote("And how do I import?")).ShouldBeEmpty();
    }

    private static Case Returned(Case c) => c.Classified(hits: [.. HardRules.Evaluate(c, JudgedCase.Policy)])
        .Apply(new CaseClaimed("kim") { At = c.UpdatedAt }).Apply(new ReturnedToAgent("kim", null) { At = c.UpdatedAt });

    [Fact]
    public void The_tier_hits_from_context_or_ticket()
    {
        HitOf("enterprise", new CustomerContext { Tier = CustomerTier.Enterprise }).Evidence.ShouldBe(["customer tier enterprise"]);
        var told = JudgedCase.Received("Hello");
        IdsOf(told with { Ticket = told.Ticket with { CustomerTier = CustomerTier.Enterprise } }).ShouldBe(["enterprise"]);
        IdsOf(JudgedCase.Received("Hello", customer: new CustomerContext { Tier = CustomerTier.Vip })).ShouldBeEmpty();
    }

    [Fact]
    public void A_value_hits_above_the_limit_not_at_it()
    {
        IdsOf(JudgedCase.Received("Hello", customer: new CustomerContext { LifetimeValue = 10_000 })).ShouldBeEmpty();
        HitOf("lifetime_value", new CustomerContext { LifetimeValue = 25_000 }).Evidence.ShouldBe(["lifetime value 25,000 over 10,000"]);
    }

    [Fact]
    public void A_third_contact_about_the_same_issue_within_the_window_hits_with_the_earlier_ones_named()
    {
        var hit = HitOf("repeat_contact", new CustomerContext { PastCases = [Past("A", 1), Past("B", 6.9)] });
        hit.Evidence.ShouldBe(["A on 2026-03-01", "B on 2026-02-23"]);
    }

    [Fact]
    public void Contacts_that_are_too_few_too_old_or_about_something_else_do_not_count()
    {
        PastCase other = Past("C", 2) with { Keywords = ["password", "reset", "mail"] };
        Repeats(Past("A", 1)).ShouldBeFalse();
        Repeats(Past("A", 1), Past("A", 1)).ShouldBeFalse();
        Repeats(Past("A", 1), Past("B", 7.1)).ShouldBeFalse();
        Repeats(Past("A", 1), other, other with { CaseId = "D" }, other with { CaseId = "E" }).ShouldBeFalse();
        Repeats(Past("A", 1), other, Past("B", 7)).ShouldBeTrue();

        static bool Repeats(params PastCase[] past) => IdsOf(Issue(new CustomerContext { PastCases = past })).Contains("repeat_contact");
    }

    private static PastCase Past(string id, double daysAgo) => new(id, JudgedCase.Opened.AddDays(-daysAgo), Category.Billing, ["twic", "charg", "subscript"], false, false);

    private static Case Issue(CustomerContext customer) => JudgedCase.Received("Charged twice for the subscription", customer: customer, keywords: ["charg", "twic", "subscript", "month"]);

    private static RuleHit HitOf(string id, CustomerContext customer) => HardRules.Evaluate(Issue(customer), JudgedCase.Policy).Single(h => h.RuleId == id);

    private static IReadOnlyList<string> IdsOf(string text) => IdsOf(JudgedCase.Received(text));

    private static IReadOnlyList<string> IdsOf(Case c) => [.. HardRules.Evaluate(c, JudgedCase.Policy).Select(h => h.RuleId)];
}
