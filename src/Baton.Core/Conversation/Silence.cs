using Baton.Cases;

namespace Baton.Conversation;

/// <summary>Automatic mail gets no automatic answer (RFC 3834). Later turns are begun by people only, whatever opened the case. Pure.</summary>
public static class Silence
{
    /// <summary>The reply that is none; null when a person wrote this turn.</summary>
    public static Reply? For(Case c) => c.AutomaticMail && c.Turn == 1 ? Because(c.AutomaticBecause ?? "automatic mail") : null;

    /// <summary>Nothing is sent, for this reason.</summary>
    public static Reply Because(string reason) => new()
    {
        Text = "",
        Type = ReplyType.Suppressed,
        Tone = Tone.Professional,
        Grounding = Grounding.Template,
        SuppressedBecause = reason,
    };
}
