using Baton.Conversation;
using Baton.Hosting;
using Baton.Policies;

namespace Baton.Tests.Policies;

public sealed class TemplateTests
{
    private static readonly HashSet<string> Known = ["customerName", "company"];

    private static List<PolicyError> Check(string text, params string[] required) =>
        [.. PolicyReader.CheckTemplates(new Dictionary<string, Template> { ["en/greeting"] = new("greeting", "en", text) }, ["en"], new TemplateNeeds(required.ToHashSet(), new HashSet<string>(), _ => Known))];

    [Fact]
    public void Templates_are_named_by_language_and_file()
    {
        var templates = TemplateFolder.From([("en/greeting.txt", "Hello\r\nyou\n\n"), ("de/greeting.txt", "Hallo"), ("README.md", "…"), ("en/deep/er.txt", "…")]);

        templates.Keys.ShouldBe(["en/greeting", "de/greeting"], ignoreOrder: true);
        templates["en/greeting"].ShouldBe(new Template("greeting", "en", "Hello\nyou"));
    }

    [Fact]
    public void Templates_beside_a_policy_replace_the_built_in_ones_of_their_name()
    {
        var folder = Directory.CreateTempSubdirectory("baton-policy-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "templates", "en"));
            File.WriteAllText(Path.Combine(folder.FullName, "templates", "en", "greeting.txt"), "Ahoy");
            var path = Path.Combine(folder.FullName, "policy.yaml");
            File.WriteAllText(path, "company: A\n");

            var files = PolicyFiles.At(path, new Dictionary<string, Template> { ["en/greeting"] = new("greeting", "en", "Hello"), ["en/closing"] = new("closing", "en", "Bye") });

            files.Yaml.ShouldBe("company: A\n");
            files.Templates["en/greeting"].Text.ShouldBe("Ahoy");
            files.Templates["en/closing"].Text.ShouldBe("Bye");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_no_templates() => TemplateFolder.Load("/no/such/folder").ShouldBeEmpty();

    [Fact]
    public void A_good_template_passes() => Check("Hello {{customerName}},\n{{company}} here.", "greeting").ShouldBeEmpty();

    [Fact]
    public void An_unknown_placeholder_is_named_with_its_line()
    {
        var error = Check("Hello,\n{{customerNmae}}").ShouldHaveSingleItem();
        error.ToString().ShouldBe("templates/en/greeting.txt:2: customerNmae: is no placeholder that Baton fills in this template; did you mean 'customerName'?");
    }

    [Theory]
    [InlineData("Hello {{ customerName }}")]
    [InlineData("Hello {{customerName}")]
    [InlineData("Hello {{customerName")]
    [InlineData("Hello customerName}}")]
    [InlineData("Hello {{}}")]
    public void Braces_that_a_customer_would_see_are_named(string text) => Check(text).ShouldHaveSingleItem().Message.ShouldContain("no placeholder");

    [Fact]
    public void A_language_that_policy_lists_needs_every_template_and_names_the_ones_it_lacks()
    {
        var files = PolicyLoading.Files(null);
        var result = PolicyLoading.Check(files with { Yaml = files.Yaml.Replace("languages: [en]", "languages: [en, de]", StringComparison.Ordinal) });

        result.Policy.ShouldBeNull();
        result.Errors.Select(e => e.File).ShouldContain("templates/de/clarification.txt");
        result.Errors.ShouldAllBe(e => e.File.StartsWith("templates/de/", StringComparison.Ordinal) && e.Message.Contains("'de'", StringComparison.Ordinal));
        result.Errors.Count.ShouldBe(Templates.RequiredNames.Count - Templates.AcknowledgementNames.Count);
    }

    [Fact]
    public void A_listed_language_with_every_template_is_valid()
    {
        var files = PolicyLoading.Files(null);
        var german = Templates.RequiredNames.ToDictionary(name => $"de/{name}", name => files.Templates[$"en/{name}"] with { Language = "de" });

        PolicyLoading.Check(new PolicyFiles("p.yaml", files.Yaml.Replace("languages: [en]", "languages: [en, de]", StringComparison.Ordinal),
            files.Templates.Where(t => t.Value.Language != "de").Concat(german).ToDictionary())).Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_language_that_is_not_listed_needs_what_says_in_it_alone_that_people_take_over()
    {
        var files = PolicyLoading.Files(null);
        var result = PolicyLoading.Check(files with { Templates = files.Templates.Append(new("pl/acknowledgement_neutral", new("acknowledgement_neutral", "pl", "{{greeting}} {{time}}"))).ToDictionary() });

        result.Errors.Select(e => e.File).ShouldBe(Templates.AcknowledgementNames.Where(n => n != "acknowledgement_neutral").Select(n => $"templates/pl/{n}.txt"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("thanks", "{{greeting}} {{time}}", "time")]
    [InlineData("answer", "{{answer}} {{question}}", "question")]
    [InlineData("greeting_formal", "Hello {{greeting}}", "greeting")]
    [InlineData("time_hours", "within {{minutes}} hours", "minutes")]
    [InlineData("question_order", "Which order, {{name}}?", "name")]
    [InlineData("issue", "your {{ticket}}", "ticket")]
    public void A_placeholder_that_has_no_value_in_its_template_is_refused(string name, string text, string placeholder)
    {
        var files = PolicyLoading.Files(null);
        var result = PolicyLoading.Check(files with { Templates = new Dictionary<string, Template>(files.Templates) { [$"en/{name}"] = new(name, "en", text) } });

        result.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.File.ShouldBe($"templates/en/{name}.txt"), e => e.Key.ShouldBe(placeholder));
    }

    [Fact]
    public void A_missing_or_empty_template_is_named()
    {
        Check("Hello", "greeting", "closing").ShouldHaveSingleItem().ToString().ShouldBe("templates/en/closing.txt: is missing: Baton writes with this template");
        Check(" \n").ShouldHaveSingleItem().Message.ShouldBe("is empty");
    }
}
