using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Baton.Handoff;

namespace Baton.Cases;

/// <summary>The one JSON form of cases and their events: camel case, words for enumerations; nulls and what is derived from other fields left out of the log.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TicketReceived))]
[JsonSerializable(typeof(ContextGathered))]
[JsonSerializable(typeof(CustomerMessageReceived))]
[JsonSerializable(typeof(TurnStarted))]
[JsonSerializable(typeof(TicketClassified))]
[JsonSerializable(typeof(SentimentAnalysed))]
[JsonSerializable(typeof(EscalationDecided))]
[JsonSerializable(typeof(ReplyPrepared))]
[JsonSerializable(typeof(HandedOff))]
[JsonSerializable(typeof(HandoffRaised))]
[JsonSerializable(typeof(HandoffFollowedUp))]
[JsonSerializable(typeof(CustomerMessageForwarded))]
[JsonSerializable(typeof(ManualInterventionNeeded))]
[JsonSerializable(typeof(CaseClaimed))]
[JsonSerializable(typeof(CaseReleased))]
[JsonSerializable(typeof(ReturnedToAgent))]
[JsonSerializable(typeof(PersonReplied))]
[JsonSerializable(typeof(NoteAdded))]
[JsonSerializable(typeof(ContextPreserved))]
[JsonSerializable(typeof(OutcomeTrackingStarted))]
[JsonSerializable(typeof(OutcomeChecked))]
[JsonSerializable(typeof(SurveySent))]
[JsonSerializable(typeof(FeedbackGiven))]
[JsonSerializable(typeof(VerdictGiven))]
[JsonSerializable(typeof(CaseResolved))]
[JsonSerializable(typeof(ResolutionConfirmed))]
[JsonSerializable(typeof(CaseReopened))]
[JsonSerializable(typeof(DurabilityJudged))]
[JsonSerializable(typeof(FollowedUp))]
[JsonSerializable(typeof(SlaBreached))]
[JsonSerializable(typeof(PerformanceAnalysed))]
[JsonSerializable(typeof(MessageQueued))]
[JsonSerializable(typeof(MessageSent))]
[JsonSerializable(typeof(MessageDelayed))]
[JsonSerializable(typeof(MessageRefused))]
[JsonSerializable(typeof(MessageUncertain))]
[JsonSerializable(typeof(MessageWithdrawn))]
[JsonSerializable(typeof(TimerSet))]
[JsonSerializable(typeof(TimerCancelled))]
[JsonSerializable(typeof(TimerFired))]
[JsonSerializable(typeof(StepDegraded))]
[JsonSerializable(typeof(StuckFound))]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(HandoffPackage))]
[JsonSerializable(typeof(Intake.Ticket))]
[JsonSerializable(typeof(Connectors.OutgoingMessage))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>The context to use: emoji and other scripts are written as they are, since the text is stored, not put into HTML.</summary>
    public static CaseJson Log => Relaxed.Value;

    // A nested class, since the generated half's statics are not yet set while this one's are.
    private static class Relaxed
    {
        public static readonly CaseJson Value = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
