namespace Baton.Policies.Reading;

/// <summary>The names of the texts that the company wants to have in each language that it replies in.</summary>
internal static class TemplateSection
{
    public static void Check(PolicyNode section, IReadOnlyDictionary<string, Template> templates, IReadOnlyList<string> languages)
    {
        if (!section.Given)
            return;
        foreach (var item in section.Items())
        {
            var name = item.Text("a template's name");
            foreach (var language in languages.Where(language => name.Length > 0 && !templates.ContainsKey($"{language}/{name}")))
            {
                var known = templates.Values.Where(t => t.Language == language).Select(t => t.Name).ToList();
                item.Refuse($"needs a template templates/{language}/{name}.txt, and there is none{Suggestion.For(name, known)}");
            }
        }
    }
}
