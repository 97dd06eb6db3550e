using Baton.Cases;
using Baton.Pipeline;

namespace Baton.Conversation;

/// <summary>The agent's follow-up time came: a customer who owes a detail is reminded once, gently; nobody else hears anything.</summary>
public sealed class FollowUpStep : IStep
{
    public string Name => "follow_up";

    public bool Holds(Case c) => c.DueTimers.Contains(TimerKind.FollowUp);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Waits(c) && Reminder(c, context) is { } text
            ? new StepResult([Found(context, "the customer was reminded of the open question")], [ToCustomer.Message(c, MessagePurpose.FollowUp, text)], [])
            : new StepResult(Found(context, "nothing to remind of")));

    /// <summary>A reminder that cannot be written is left out: it is a courtesy.</summary>
    public StepResult Fallback(Case c, StepContext context, StepFailure failure) =>
        new(Found(context, "no reminder was sent"), new StepDegraded(Name, failure.Reason) { At = context.Now });

    private static bool Waits(Case c) =>
        c is { IsOpen: true, Owner: Owner.Agent, Escalating: false, Strategy: Strategy.RequestMoreInfo } && c.RepliedTurn == c.Turn && c.WaitingMessages.IsEmpty;

    private static string? Reminder(Case c, StepContext context)
    {
        var voice = Voice.For(c);
        if (ReplyText.LanguageOf(context.Policy, "follow_up", voice) != voice.Language)
            return null;
        var text = ReplyText.Write(c, context.Policy, voice, "follow_up");
        var reply = new Reply { Text = text, Type = ReplyType.TemplateResponse, Tone = voice.Tone, Grounding = Grounding.Template };
        return PromiseCheck.Unbacked(reply, Backing.None).Count == 0 ? text : null;
    }

    private static FollowedUp Found(StepContext context, string found) => new(found) { At = context.Now };
}
