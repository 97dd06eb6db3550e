using Baton.Cases;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>How the agent speaks to this customer: after their own style, mood and language. Pure.</summary>
public sealed record Voice(Tone Tone, bool Casual, string Language)
{
    /// <summary>Above this frustration (0 to 100) a reply begins with the person, not with the matter.</summary>
    private const int Frustrated = 60;

    public static Voice For(Case c) => new(ToneFor(c), c.Analysis?.Style == CommunicationStyle.Casual, c.Classification?.Language ?? Templates.Complete);

    /// <summary>The variant of a template that fits the tone (<c>answer_empathetic</c>); the plain one where there is none.</summary>
    public string Variant(Policy policy, string name)
    {
        var variant = $"{name}_{Words.Of(Tone)}";
        return Templates.Exists(policy, variant, Language) || Templates.Exists(policy, variant, Templates.Complete) ? variant : name;
    }

    /// <summary>Subjects that need precision may use more words.</summary>
    public static bool Technical(Case c) =>
        c.Classification?.Category is Category.Technical or Category.Integration or Category.BugReport || c.Analysis?.Style == CommunicationStyle.Technical;

    private static Tone ToneFor(Case c) =>
        c.Analysis?.Frustration > Frustrated ? Tone.Empathetic
        : c.Analysis?.Style == CommunicationStyle.Technical ? Tone.Technical
        : c.Analysis?.Style == CommunicationStyle.Casual ? Tone.Friendly
        : Tone.Professional;
}
