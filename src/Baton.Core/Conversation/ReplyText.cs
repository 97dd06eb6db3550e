using Baton.Cases;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>Fills a reply template with what every reply has: greeting, closing, issue, reference. Pure.</summary>
public static class ReplyText
{
    /// <summary>The text in the voice's language, wholly; in English, wholly, where that language has no such template.</summary>
    public static string Write(Case c, Policy policy, Voice voice, string template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var language = LanguageOf(policy, template, voice);
        var manner = voice.Casual ? "casual" : "formal";
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = NameOf(c, voice),
            ["company"] = policy.Company,
            ["ticket"] = CustomerText.Line(c.Id, 60),
            ["issue"] = IssueName.Of(c, policy, language),
        };
        all["greeting"] = Templates.Render(policy, $"greeting_{manner}", language, all);
        all["closing"] = Templates.Render(policy, $"closing_{manner}", language, all);
        foreach (var (name, value) in values)
            all[name] = value;
        return Templates.Render(policy, template, language, all);
    }

    /// <summary>The language that a template will be written in.</summary>
    public static string LanguageOf(Policy policy, string template, Voice voice) => Templates.Exists(policy, template, voice.Language) ? voice.Language : Templates.Complete;

    private static string NameOf(Case c, Voice voice)
    {
        var name = CustomerText.Name(c.Customer?.Name ?? c.Ticket.CustomerName) ?? "";
        return voice.Casual ? name.Split(' ')[0] : name;
    }
}
