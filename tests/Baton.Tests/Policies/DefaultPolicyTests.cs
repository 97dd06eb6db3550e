using Baton.Cases;
using Baton.Classification;
using Baton.Policies;
using Baton.Text;

namespace Baton.Tests.Policies;

/// <summary>The shipped policy says what the product promises.</summary>
public sealed class DefaultPolicyTests
{
    private static readonly Policy Default = PolicyReader.Read(DefaultPolicyFile.Files).Policy!;

    [Fact]
    public void It_is_valid() => PolicyReader.Read(DefaultPolicyFile.Files).Errors.ShouldBeEmpty();

    [Fact]
    public void Each_category_goes_to_its_team() => Default.Routing.ShouldBe(new Dictionary<Category, string>
    {
        [Category.Technical] = "engineering",
        [Category.BugReport] = "engineering",
        [Category.Billing] = "finance",
        [Category.Account] = "customer_success",
        [Category.Integration] = "technical_support",
        [Category.FeatureRequest] = "product",
        [Category.Security] = "security_team",
        [Category.Shipping] = "general_support",
        [Category.Product] = "general_support",
        [Category.GeneralInquiry] = "general_support",
    }, ignoreOrder: true);

    [Fact]
    public void Priorities_and_urgencies_have_their_times()
    {
        Enum.GetValues<Priority>().Select(p => Default.ResponseMinutes[p]).ShouldBe([15, 30, 120, 480, 1440]);
        Enum.GetValues<Urgency>().Select(u => Default.Urgencies[u])
            .ShouldBe([new(0, 2, 5, 15), new(5, 5, 15, 60), new(30, 15, 30, 240), new(240, 120, 240, 480)]);
    }

    [Fact]
    public void Teams_stand_below_three_levels()
    {
        Default.PathOf("engineering").ShouldBe(["senior-engineer@northwind.example", "team-lead@northwind.example", "engineering-manager@northwind.example"]);
        Default.PathOf("finance")[2].ShouldBe("finance-director@northwind.example");
        Default.PathOf("general_support")[2].ShouldBe("operations-director@northwind.example");
        Default.Teams.Keys.ShouldContain("management");
        Default.Teams.Keys.ShouldContain("senior_support");
    }

    [Fact]
    public void The_agent_may_do_four_things()
    {
        Default.Actions.Keys.ShouldBe(["refund", "discount", "resend_email", "escalate"], ignoreOrder: true);
        (Default.Actions["refund"].Limit, Default.Actions["discount"].Limit, Default.Actions["discount"].Unit).ShouldBe((50, 20, "percent"));
        Default.Actions["escalate"].Limit.ShouldBeNull();
    }

    [Fact]
    public void What_it_writes_out_is_what_a_file_that_leaves_it_out_would_get()
    {
        Default.Thresholds.ShouldBe(new ThresholdPolicy() with { TierAdjustment = Default.Thresholds.TierAdjustment });
        Default.Conversation.ShouldBe(new ConversationPolicy() with { Languages = Default.Conversation.Languages });
        Default.Outcomes.ShouldBe(new OutcomePolicy());
    }

    [Fact]
    public void There_is_a_hard_rule_of_each_kind()
    {
        Default.HardRules.Select(r => r.Kind).ShouldBe(Enum.GetValues<RuleKind>(), ignoreOrder: true);
        Default.HardRules.Single(r => r.Kind == RuleKind.Tier).Tiers.ShouldBe([CustomerTier.Enterprise]);
        Default.HardRules.Single(r => r.Kind == RuleKind.Value).Over.ShouldBe(10_000);
        var repeat = Default.HardRules.Single(r => r.Kind == RuleKind.RepeatContact);
        (repeat.Contacts, repeat.WithinDays).ShouldBe((3, 7));
    }

    [Theory]
    [InlineData(RuleKind.Legal, "Our lawyers will be in touch.")]
    [InlineData(RuleKind.Legal, "We are considering legal action if this isn't resolved.")]
    [InlineData(RuleKind.Legal, "I'm going to sue your company")]
    [InlineData(RuleKind.Legal, "You will hear from our legal department.")]
    [InlineData(RuleKind.Legal, "My attorney's letter is on its way")]
    [InlineData(RuleKind.Privacy, "I demand a GDPR deletion of my account")]
    [InlineData(RuleKind.Privacy, "I invoke my right to erasure")]
    [InlineData(RuleKind.Privacy, "please delete all my personal data")]
    [InlineData(RuleKind.Fraud, "This is fraud, I never bought that")]
    [InlineData(RuleKind.Fraud, "two unauthorised charges on my card")]
    [InlineData(RuleKind.Fraud, "I will file a chargeback")]
    [InlineData(RuleKind.Fraud, "that is not my account")]
    [InlineData(RuleKind.PersonRequested, "can I please speak to a human?")]
    [InlineData(RuleKind.PersonRequested, "connect me with a real person")]
    [InlineData(RuleKind.PersonRequested, "Can you get a human to assist me?")]
    [InlineData(RuleKind.PersonRequested, "hand the conversation over to a human")]
    [InlineData(RuleKind.PersonRequested, "Just transfer me to an agent")]
    [InlineData(RuleKind.PersonRequested, "let me talk to your manager")]
    [InlineData(RuleKind.PersonRequested, "please call me back today")]
    public void Its_words_find(RuleKind kind, string text) => Hits(kind, text).ShouldBeTrue();

    [Theory]
    [InlineData(RuleKind.Legal, "I am an attorney and need an invoice")]
    [InlineData(RuleKind.Legal, "I'm a practising solicitor, which plan fits me?")]
    [InlineData(RuleKind.Legal, "Where do I upload the power of attorney?")]
    [InlineData(RuleKind.Legal, "What is your legal entity name?")]
    [InlineData(RuleKind.Privacy, "How do I process GDPR requests from our customers with your product?")]
    [InlineData(RuleKind.Privacy, "Is your service GDPR compliant?")]
    [InlineData(RuleKind.Fraud, "How does your fraud detection work?")]
    [InlineData(RuleKind.Fraud, "The chargeback report does not export")]
    [InlineData(RuleKind.Fraud, "She is not my account manager any more")]
    [InlineData(RuleKind.PersonRequested, "Where are the human resources templates?")]
    [InlineData(RuleKind.PersonRequested, "The sign-up says to tick I'm not a robot and then hangs")]
    [InlineData(RuleKind.PersonRequested, "How do I add a human agent to our inbox?")]
    public void Its_words_pass_over(RuleKind kind, string text) => Hits(kind, text).ShouldBeFalse();

    // One sentence each, so an exception anywhere in the text stands beside the match.
    private static bool Hits(RuleKind kind, string sentence)
    {
        var rule = Default.HardRules.Single(r => r.Kind == kind);
        var phrases = new PhraseSet<bool>();
        foreach (var word in rule.Words)
            phrases.Add(word, true);
        foreach (var phrase in rule.Unless)
            phrases.Add(phrase, false);
        var found = phrases.Find(new TokenizedText(sentence));
        return found.Any(m => m.Value) && found.All(m => m.Value);
    }
}
