using Baton.Cases;
using Baton.Connectors;
using Baton.Conversation;
using Baton.Pipeline;

namespace Baton.Handoff;

/// <summary>Not one channel of the handoff got through: the emergency address and channel are told, and a customer who has heard nothing is told the truth.</summary>
public sealed class HandoffDeliveryStep : IStep
{
    private const string Reason = "No channel of the handoff got through: mail, chat and help desk all failed.";

    public string Name => "handoff_delivery";

    public bool Holds(Case c) => c is { IsOpen: true, Owner: Owner.Queue, Handoff.ManualIntervention: false } && AllFailed(c);

    public ValueTask<StepResult> RunAsync(Case c, StepContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Result(c, context, HeardNothing(c) ? [TellCustomer(c, context)] : []));

    public StepResult Fallback(Case c, StepContext context, StepFailure failure)
    {
        var result = Result(c, context, []);
        return result with { Events = [.. result.Events, new StepDegraded(Name, failure.Reason) { At = context.Now }] };
    }

    private static StepResult Result(Case c, StepContext context, OutgoingMessage[] toCustomer) =>
        new([new ManualInterventionNeeded(Reason) { At = context.Now }], [.. Raise.EmergencyMessages(c, context, Reason), .. toCustomer], []);

    private static bool AllFailed(Case c)
    {
        var sends = OfThisHandoff(c).Where(o => o.Message.Purpose is MessagePurpose.HandoffMail or MessagePurpose.HandoffChat or MessagePurpose.TicketUpdate).ToList();
        return sends.Count > 0 && sends.All(o => Failed(o.State));
    }

    // Automatic mail is owed no word; an uncertain acknowledgement may have arrived, and saying it twice is worse.
    private static bool HeardNothing(Case c)
    {
        var told = OfThisHandoff(c).Where(o => o.Message.Purpose == MessagePurpose.Acknowledgment).ToList();
        return told.Count > 0 && told.All(o => o.State is DeliveryState.Refused or DeliveryState.Withdrawn);
    }

    // By the other road than the one that failed, where the case has another.
    private static OutgoingMessage TellCustomer(Case c, StepContext context)
    {
        var text = ReplyText.Write(c, context.Policy, Voice.For(c), "handoff_trouble");
        var message = ToCustomer.Message(c, MessagePurpose.Acknowledgment, text, offset: 2);
        var failed = OfThisHandoff(c).First(o => o.Message.Purpose == MessagePurpose.Acknowledgment).Message;
        return failed.Channel == ChannelKind.Mail && !string.IsNullOrWhiteSpace(c.Ticket.ExternalId)
            ? message with { Channel = ChannelKind.HelpDesk, To = ToCustomer.TicketKey(c) }
            : message;
    }

    private static IEnumerable<OutgoingState> OfThisHandoff(Case c) => c.Outgoing.Values.Where(o => c.Handoff is { } handoff && o.QueuedAt >= handoff.HandedOffAt);

    private static bool Failed(DeliveryState state) => state is DeliveryState.Refused or DeliveryState.Unknown or DeliveryState.Withdrawn;
}
