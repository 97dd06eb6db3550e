using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
    // On the writer and not on the context's options: the generated write methods serve the context's own options only.
    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // A thread that once wrote a larger value does not hold on to its room.
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>The stored form of a value. Emoji and other scripts stand as they are, since the text is stored, not put into HTML.</summary>
    public static byte[] Write(object value, JsonTypeInfo info)
    {
        var (buffer, writer) = _kept ??= New();
        _kept = null; // a value whose writing throws leaves nothing behind
        JsonSerializer.Serialize(writer, value, info);
        writer.Flush();
        var bytes = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= MostKept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            _kept = (buffer, writer);
        }
        return bytes;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, AsItIs));
    }
}
