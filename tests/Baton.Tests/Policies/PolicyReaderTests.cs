using Baton.Cases;
using Baton.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Tests.Policies;

public sealed class PolicyReaderTests
{
    private static PolicyResult Read(string yaml) => PolicyReader.Read(DefaultPolicyFile.Name, yaml, DefaultPolicyFile.Templates);

    // Each row: a passage of the default policy, what it becomes, a text on the line that the error must name, its key, and part of the sentence.
    [Theory]
    [InlineData("similarity: 0.5", "similarity: high", "similarity: high", "hardRules[5].similarity", "must be a number from 0 to 1, not 'high'")]
    [InlineData("similarity: 0.5", "similarity: 1.5", "similarity: 1.5", "hardRules[5].similarity", "from 0 to 1, not '1.5'")]
    [InlineData("similarity: 0.5", "similarty: 0.5", "similarty: 0.5", "hardRules[5].similarty", "did you mean 'similarity'?")]
    [InlineData("    contacts: 3\n", "", "- id: repeat_contact", "hardRules[5].contacts", "is missing")]
    [InlineData("kind: fraud", "kind: frawd", "kind: frawd", "hardRules[2].kind", "did you mean 'fraud'?")]
    [InlineData("- id: privacy", "- id: legal", "- id: legal\n    kind: privacy", "hardRules[1].id", "must differ")]
    [InlineData("tiers: [enterprise]", "tiers: []", "tiers: []", "hardRules[3].tiers", "is empty")]
    [InlineData("tiers: [enterprise]", "tiers: [enterprize]", "tiers: [enterprize]", "hardRules[3].tiers[0]", "did you mean 'enterprise'?")]
    [InlineData("over: 10000", "over: 10,000 USD", "over: 10,000", "hardRules[4].over", "without currency or separators")]
    [InlineData("over: 10000", "over: 10000\n    words: [rich]", "words: [rich]", "hardRules[4].words", "is not known here")]
    [InlineData("- law suit\n", "- '!?'\n", "- '!?'", "hardRules[0].words[1]", "must hold a word")]
    [InlineData("escalationRisk: 70", "escalationRisk: 170", "escalationRisk: 170", "thresholds.escalationRisk", "must be a whole number from 0 to 100, not '170'")]
    [InlineData("immediateRisk: 90", "immediateRisk: high", "immediateRisk: high", "thresholds.immediateRisk", "not 'high'")]
    [InlineData("vip: -10", "vpi: -10", "vpi: -10", "thresholds.tierAdjustment.vpi", "did you mean 'vip'?")]
    [InlineData("answerConfidence: 0.7", "answerConfidence: 70", "answerConfidence: 70", "thresholds.answerConfidence", "from 0 to 1")]
    [InlineData("billing: finance", "billing: finanse", "billing: finanse", "routing.billing", "did you mean 'finance'?")]
    [InlineData("  shipping: general_support\n", "", "routing:", "routing.shipping", "is missing")]
    [InlineData("email: finance@northwind.example", "email: finance", "email: finance\n", "teams.finance.email", "must be a mail address")]
    [InlineData("escalationPath: billing", "escalationPath: money", "escalationPath: money", "teams.finance.escalationPath", "there is no 'money'")]
    [InlineData("\n  senior_support:", "\n  seniors:", "teams:", "teams", "must have a team 'senior_support'")]
    [InlineData("    - finance-director@northwind.example\n", "", "  billing:\n    - billing", "escalationPaths.billing", "must have three levels")]
    [InlineData("\n  urgent:\n    - sup", "\n  hasty:\n    - sup", "escalationPaths:\n", "escalationPaths", "must have a path 'urgent'")]
    [InlineData("critical: 15", "critical: 15 minutes", "critical: 15 minutes", "responseMinutes.critical", "not '15 minutes'")]
    [InlineData("critical: 15", "critical: 45", "urgent: 30", "responseMinutes.urgent", "must be at least 45")]
    [InlineData("handoffFrom: 2,", "handoffFrom: 20,", "handoffFrom: 20", "urgencies.immediate.handoffTo", "must not be less than handoffFrom")]
    [InlineData("  scheduled: { escalateAfter: 240, handoffFrom: 120, handoffTo: 240, followUp: 480 }\n", "", "urgencies:", "urgencies.scheduled", "is missing")]
    [InlineData("timeZone: Europe/Berlin", "timeZone: Europe/Berlyn", "timeZone:", "hours.timeZone", "did you mean 'Europe/Berlin'?")]
    [InlineData("monday: { from: \"09:00\", to: \"18:00\" }", "monday: { from: \"19:00\", to: \"18:00\" }", "monday:", "hours.days.monday.to", "must be later than 'from' (19:00)")]
    [InlineData("monday: { from: \"09:00\", to: \"18:00\" }", "monday: 9 to 18", "monday:", "hours.days.monday", "must hold keys with values below it, not '9 to 18'")]
    [InlineData("from: \"09:00\"", "from: 9am", "from: 9am", "hours.days.monday.from", "such as 09:00, not '9am'")]
    [InlineData("tuesday:", "tusday:", "tusday:", "hours.days.tusday", "did you mean 'tuesday'?")]
    [InlineData("- 2026-12-25", "- 25.12.2026", "- 25.12.2026", "hours.holidays[1]", "such as 2026-12-25")]
    [InlineData("- 2026-12-25", "- 2026-02-30", "- 2026-02-30", "hours.holidays[1]", "must be a date")]
    [InlineData("onCall: on-call@northwind.example", "onCall: the boss", "onCall:", "hours.onCall", "must be a mail address")]
    [InlineData("limit: 50", "limit: -50", "limit: -50", "actions.refund.limit", "must be an amount")]
    [InlineData("limit: 20", "limit: 200", "limit: 200", "actions.discount.limit", "at most 100")]
    [InlineData("    unit: USD\n", "", "  refund:", "actions.refund.unit", "is missing")]
    [InlineData("languages: [en]", "languages: [english]", "languages:", "conversation.languages[0]", "two small letters")]
    [InlineData("languages: [en]", "languages: en", "languages:", "conversation.languages", "must be a list, such as [first, second], not 'en'")]
    [InlineData("quietSeconds: 5", "quietSeconds: 5s", "quietSeconds: 5s", "conversation.quietSeconds", "must be a number")]
    [InlineData("  - acknowledgement_neutral\n", "  - acknowledgement_neutrall\n", "- acknowledgement_neutrall", "templates[2]", "did you mean 'acknowledgement_neutral'?")]
    [InlineData("finalAnalysisHours: 72", "finalAnalysisHours: 1", "finalAnalysisHours: 1", "outcomes.finalAnalysisHours", "must not be less than resolutionCheckHours")]
    [InlineData("  email: emergency@northwind.example\n", "", "emergency:", "emergency.email", "is missing")]
    [InlineData("company: Northwind Cloud", "company:", "company:", "company", "is missing")]
    [InlineData("company: Northwind Cloud", "company: Northwind Cloud\ncompany: Another", "company: Another", "company", "is given twice, first on line 9")]
    [InlineData("thresholds:", "treshholds:", "treshholds:", "treshholds", "did you mean 'thresholds'?")]
    public void A_broken_edit_is_named_with_line_and_key(string passage, string becomes, string on, string key, string says)
    {
        var yaml = DefaultPolicyFile.With(passage, becomes);

        var result = Read(yaml);

        result.Policy.ShouldBeNull();
        var error = result.Errors.Where(e => e.Key == key).ShouldHaveSingleItem(string.Join('\n', result.Errors));
        error.Message.ShouldContain(says);
        error.Line.ShouldBe(1 + yaml[..yaml.IndexOf(on, StringComparison.Ordinal)].Count(ch => ch == '\n'));
        error.File.ShouldBe(DefaultPolicyFile.Name);
    }

    [Theory]
    [InlineData("  quietSeconds: 5", "\tquietSeconds: 5")]
    [InlineData("    email: engineering@northwind.example", "  \temail: engineering@northwind.example")]
    public void A_tab_in_the_indentation_is_named_on_its_own_line(string passage, string by)
    {
        var yaml = DefaultPolicyFile.With(passage, by);
        var error = PolicyReader.Read(DefaultPolicyFile.Name, yaml, DefaultPolicyFile.Templates).Errors.ShouldHaveSingleItem();

        error.Line.ShouldBe(Array.FindIndex(yaml.Split('\n'), line => line.Contains(by, StringComparison.Ordinal)) + 1);
        error.Message.ShouldContain("tab");
    }

    [Fact]
    public void All_mistakes_are_named_at_once_in_the_order_of_the_file()
    {
        var yaml = DefaultPolicyFile.With("over: 10000", "over: much").Replace("negativeTurns: 2", "negativeTurns: none").Replace("critical: 15", "critical: soon");

        Read(yaml).Errors.Select(e => e.Key).ShouldBe(["hardRules[4].over", "thresholds.negativeTurns", "responseMinutes.critical"]);
    }

    [Fact]
    public void A_missing_section_is_one_mistake_and_not_one_for_each_of_its_keys()
    {
        var yaml = DefaultPolicyFile.Yaml[..DefaultPolicyFile.Yaml.IndexOf("emergency:", StringComparison.Ordinal)];

        var error = Read(yaml).Errors.ShouldHaveSingleItem();
        error.Key.ShouldBe("emergency");
        error.Message.ShouldStartWith("is missing");
    }

    [Theory]
    [InlineData("company: [unclosed", 1)]
    [InlineData("company: A\n  teams: oops\n", 2)]
    [InlineData("company: A\nteams: *nobody\n", 2)]
    [InlineData("company: A\n---\ncompany: B\n", 2)]
    [InlineData("? [a, b]\n: c\n", 1)]
    public void What_is_not_YAML_is_named_with_its_line(string yaml, int line)
    {
        var error = Read(yaml).Errors.ShouldHaveSingleItem();
        error.Line.ShouldBeInRange(line, line + 1);
        error.Message.ShouldStartWith("is not valid YAML");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("~")]
    public void An_empty_file_is_refused(string yaml) => Read(yaml).Errors.ShouldHaveSingleItem().Message.ShouldStartWith("is empty");

    [Fact]
    public void A_deeply_nested_file_is_refused_and_does_not_exhaust_the_stack() =>
        Read(new string('[', 50_000)).Errors.ShouldHaveSingleItem().Message.ShouldContain("nested too deep");

    [Fact]
    public void Sections_with_defaults_may_be_left_out()
    {
        var yaml = DefaultPolicyFile.Yaml;
        foreach (var (section, next) in new[] { ("thresholds:", "# Who takes what."), ("actions:", "# How the agent converses."), ("conversation:", "# Texts that"), ("outcomes:", "# Who is told") })
        {
            var from = yaml.IndexOf("\n" + section, StringComparison.Ordinal) + 1;
            yaml = yaml[..from] + yaml[yaml.IndexOf(next, StringComparison.Ordinal)..];
        }

        var policy = Read(yaml).Policy.ShouldNotBeNull();

        policy.Thresholds.EscalationRisk.ShouldBe(70);
        policy.Actions.ShouldBeEmpty();
        policy.Conversation.MaxWords.ShouldBe(150);
        policy.Outcomes.FinalAnalysisHours.ShouldBe(72);
    }

    [Fact]
    public void A_day_may_last_around_the_clock()
    {
        var policy = Read(DefaultPolicyFile.With("saturday: closed", "saturday: { from: 0:00, to: 24:00 }")).Policy.ShouldNotBeNull();

        policy.Hours.Days[DayOfWeek.Saturday].ShouldBe(new OpenHours(TimeOnly.MinValue, TimeOnly.MaxValue));
    }

    [Fact]
    public void A_week_without_open_hours_is_refused()
    {
        var yaml = DefaultPolicyFile.Yaml.Replace("{ from: \"09:00\", to: \"18:00\" }", "closed");

        Read(yaml).Errors.ShouldHaveSingleItem().Key.ShouldBe("hours.days");
    }

    [Fact]
    public void The_hash_follows_the_file_and_its_templates()
    {
        string HashOf(string yaml, params Template[] templates) => new PolicyFiles("x", yaml, templates.ToDictionary(t => $"{t.Language}/{t.Name}")).Hash();
        Template a = new("a", "en", "A"), b = new("b", "en", "B");

        Read(DefaultPolicyFile.Yaml).Policy!.Hash.ShouldMatch("^[0-9a-f]{12}$");
        HashOf("x", a, b).ShouldBe(HashOf("x", b, a));
        new[] { HashOf("x", a, b), HashOf("y", a, b), HashOf("x", a), HashOf("x", a, b with { Text = "C" }), HashOf("x", a, b with { Name = "c" }) }.ShouldBeUnique();
    }

    [Fact]
    public void No_edit_makes_the_reader_throw()
    {
        var edit =
            from at in Gen.Choose(0, DefaultPolicyFile.Yaml.Length - 1)
            from length in Gen.Choose(0, 40)
            from text in Gen.Elements("", "\n", ":", "- ", "[", "}", "\t", "  ", "*a", "&a ", "!", "''", "\"", "|", "\0", "9", "#", "---\n", "? ", "{ a: 1 }", "é")
            select (at, length, text);
        Prop.ForAll(Arb.From(Gen.ListOf(edit)), edits =>
        {
            var yaml = DefaultPolicyFile.Yaml;
            foreach (var (at, length, text) in edits.Take(6))
                yaml = yaml[..Math.Min(at, yaml.Length)] + text + yaml[Math.Min(at + length, yaml.Length)..];
            var result = Read(yaml);
            return result.Policy is null == result.Errors.Count > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Mistakes_are_described_as_compilers_do()
    {
        var text = PolicyReport.Describe(Read(DefaultPolicyFile.With("company: Northwind Cloud", "company:")));

        text.ShouldStartWith("policy.yaml:9: company: is missing");
        text.ShouldEndWith("1 mistake; the policy is refused.");
    }

    [Fact]
    public void A_valid_policy_is_described_on_one_screen()
    {
        var text = PolicyReport.Describe(Read(DefaultPolicyFile.Yaml));

        text.Split('\n').Length.ShouldBeLessThan(40);
        text.ShouldContain("Northwind Cloud");
        text.ShouldContain("critical 15 min, urgent 30 min, high 2 h, medium 8 h, low 24 h");
        text.ShouldContain("refund up to 50 USD");
        text.ShouldContain("contact 3 on the same issue within 7 days (similarity 0.5)");
        text.ShouldContain("Mon 09:00-18:00");
    }

    [Fact]
    public void A_path_of_its_own_serves_a_team()
    {
        var yaml = DefaultPolicyFile.With("escalationPaths:\n", "escalationPaths:\n  product: [a@b.example, c@d.example, e@f.example]\n")
            .Replace("email: product@northwind.example\n    channels: { default: \"#product\" }\n    escalationPath: urgent", "email: product@northwind.example\n    escalationPath: product");

        var policy = Read(yaml).Policy.ShouldNotBeNull();

        policy.PathOf(policy.TeamOf(Category.FeatureRequest)).ShouldBe(["a@b.example", "c@d.example", "e@f.example"]);
        policy.Teams["product"].Channels.ShouldBeEmpty();
    }
}
