using Baton.Cases;
using Baton.Policies;

namespace Baton.Conversation;

/// <summary>
/// The two plain messages that go out when a proper reply could not be written. They need no working time and no analysis, and have
/// words of their own where the template is missing, so that they cannot fail for the reason that the reply failed. Pure.
/// </summary>
public static class PlainMessage
{
    /// <summary>The case goes to people: a specialist will write within the time of the urgency, told only where it counts on the wall clock.</summary>
    public static Reply Specialist(Case c, Urgency urgency, Policy policy) =>
        ExpectedTime.PagesOnCall(c, urgency)
            ? Write(c, policy, "fallback_specialist", $"within {policy.Urgencies[urgency].HandoffTo} minutes",
                "Your message has reached us. I could not prepare a proper answer myself, so a specialist from our team will write to you {0}.")
            : Write(c, policy, "fallback_looking", "", "Your message has reached us and is being looked at by our team.");

    private static Reply Write(Case c, Policy policy, string template, string time, string words)
    {
        var complete = new[] { template, "greeting_formal", "closing_formal", "issue" }.All(t => Templates.Exists(policy, t, Templates.Complete));
        var voice = new Voice(Tone.Professional, false, Templates.Complete);
        return new Reply
        {
            Text = complete ? ReplyText.Write(c, policy, voice, template, ("time", time)) : string.Format(System.Globalization.CultureInfo.InvariantCulture, words, time),
            Type = ReplyType.Fallback,
            Tone = Tone.Professional,
            Grounding = Grounding.Template,
            Template = template,
            Language = Templates.Complete,
        };
    }
}
