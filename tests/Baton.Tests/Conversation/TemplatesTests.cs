using Baton.Cases;
using Baton.Conversation;
using Baton.Policies;

namespace Baton.Tests.Conversation;

public class TemplatesTests
{
    private static readonly Dictionary<string, string> EveryValue = Templates.Placeholders.ToDictionary(p => p, p => $"<{p}>");

    [Fact]
    public void English_has_every_required_template_and_each_other_language_the_acknowledgements()
    {
        Templates.RequiredNames.Where(n => !TestTemplates.All.ContainsKey($"en/{n}")).ShouldBeEmpty();
        foreach (var language in TestTemplates.Languages)
            Templates.AcknowledgementNames.Where(n => !TestTemplates.All.ContainsKey($"{language}/{n}")).ShouldBeEmpty(language);
    }

    [Fact]
    public void Every_template_is_used_and_renders_with_the_values_that_it_has()
    {
        foreach (var template in TestTemplates.All.Values)
        {
            Templates.RequiredNames.ShouldContain(template.Name);
            Templates.Render(TestTemplates.Policy, template.Name, template.Language, Templates.PlaceholdersOf(template.Name).ToDictionary(p => p, p => $"<{p}>")).ShouldNotContain("{{");
        }
    }

    [Fact]
    public void Every_language_names_seven_weekdays() =>
        TestTemplates.Languages.ShouldAllBe(l => Templates.Render(TestTemplates.Policy, "weekdays", l, EveryValue).Split(' ', StringSplitOptions.None).Length == 7);

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_literal()
    {
        var text = Templates.Render(With("t", "Hello {{name}}, about {{issue}}"), "t", "en", new Dictionary<string, string> { ["name"] = "{{issue}}", ["issue"] = "{{name}} $1" });
        text.ShouldBe("Hello {{issue}}, about {{name}} $1");
    }

    [Fact]
    public void An_empty_value_takes_the_space_before_it_along() =>
        Templates.Render(With("t", "Hello {{name}},"), "t", "en", new Dictionary<string, string> { ["name"] = "" }).ShouldBe("Hello,");

    [Fact]
    public void A_placeholder_without_a_value_is_an_error_and_not_a_mail() =>
        Should.Throw<InvalidOperationException>(() => Templates.Render(With("t", "{{nonsense}}"), "t", "en", EveryValue)).Message.ShouldContain("nonsense");

    [Fact]
    public void A_language_without_the_template_gets_the_English_one() =>
        Templates.Render(TestTemplates.Policy, "thanks", "de", EveryValue).ShouldBe(Templates.Render(TestTemplates.Policy, "thanks", "en", EveryValue));

    [Fact]
    public void Every_reply_template_stays_under_the_word_limit_with_room_for_an_answer() =>
        TestTemplates.All.Values.ShouldAllBe(t => CustomerText.CountWords(t.Text) < 90);

    [Fact]
    public void Only_texts_that_go_out_with_a_handoff_promise_anything()
    {
        string[] handoff = [.. TestTemplates.All.Values.Select(t => t.Name).Where(n => n.StartsWith("acknowledgement", StringComparison.Ordinal)), "fallback_looking", "fallback_specialist", "handoff_trouble"];
        foreach (var template in TestTemplates.All.Values.Where(t => !t.Name.StartsWith("time_", StringComparison.Ordinal)))
        {
            var text = Templates.Render(TestTemplates.Policy, template.Name, template.Language, EveryValue.ToDictionary(p => p.Key, p => p.Key == "time" ? "within 5 minutes" : p.Value));
            var reply = new Reply { Text = text, Type = ReplyType.TemplateResponse, Tone = Tone.Professional, Grounding = Grounding.Template };
            var backing = handoff.Contains(template.Name) ? new Backing { Transfer = true, Time = "within 5 minutes" } : Backing.None;
            PromiseCheck.Unbacked(reply, backing).ShouldBeEmpty($"{template.Language}/{template.Name}");
        }
    }

    private static Policy With(string name, string text) =>
        TestPolicy.Default with { Templates = new Dictionary<string, Template> { [$"en/{name}"] = new(name, "en", text) } };
}
