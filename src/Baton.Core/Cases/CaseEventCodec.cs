using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Baton.Cases;

/// <summary>
/// Events to and from their stored form: a wire name and a JSON body. The only place that knows it; personal text will be encrypted here.
/// A name once written is never changed or reused: a changed meaning gets a new name. Golden files in the tests hold old bodies to this.
/// </summary>
public static class CaseEventCodec
{
    private static readonly Dictionary<string, Kind> ByName = new(StringComparer.Ordinal);
    private static readonly Dictionary<Type, Kind> ByType = [];

    static CaseEventCodec()
    {
        var json = CaseJson.Default;
        Declare("ticket_received", json.TicketReceived);
        Declare("context_gathered", json.ContextGathered);
        Declare("customer_message_received", json.CustomerMessageReceived);
        Declare("turn_started", json.TurnStarted);
        Declare("ticket_classified", json.TicketClassified);
        Declare("sentiment_analysed", json.SentimentAnalysed);
        Declare("escalation_decided", json.EscalationDecided);
        Declare("reply_prepared", json.ReplyPrepared);
        Declare("handed_off", json.HandedOff);
        Declare("handoff_raised", json.HandoffRaised);
        Declare("handoff_followed_up", json.HandoffFollowedUp);
        Declare("customer_message_forwarded", json.CustomerMessageForwarded);
        Declare("manual_intervention_needed", json.ManualInterventionNeeded);
        Declare("case_claimed", json.CaseClaimed);
        Declare("case_released", json.CaseReleased);
        Declare("returned_to_agent", json.ReturnedToAgent);
        Declare("person_replied", json.PersonReplied);
        Declare("note_added", json.NoteAdded);
        Declare("context_preserved", json.ContextPreserved);
        Declare("outcome_tracking_started", json.OutcomeTrackingStarted);
        Declare("outcome_checked", json.OutcomeChecked);
        Declare("survey_sent", json.SurveySent);
        Declare("feedback_given", json.FeedbackGiven);
        Declare("verdict_given", json.VerdictGiven);
        Declare("case_resolved", json.CaseResolved);
        Declare("resolution_confirmed", json.ResolutionConfirmed);
        Declare("case_reopened", json.CaseReopened);
        Declare("durability_judged", json.DurabilityJudged);
        Declare("followed_up", json.FollowedUp);
        Declare("sla_breached", json.SlaBreached);
        Declare("performance_analysed", json.PerformanceAnalysed);
        Declare("message_queued", json.MessageQueued);
        Declare("message_sent", json.MessageSent);
        Declare("message_delayed", json.MessageDelayed);
        Declare("message_refused", json.MessageRefused);
        Declare("message_uncertain", json.MessageUncertain);
        Declare("message_withdrawn", json.MessageWithdrawn);
        Declare("timer_set", json.TimerSet);
        Declare("timer_cancelled", json.TimerCancelled);
        Declare("timer_fired", json.TimerFired);
        Declare("step_degraded", json.StepDegraded);
        Declare("stuck_found", json.StuckFound);
    }

    /// <summary>All wire names, in the order of a case's life.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The type behind a wire name.</summary>
    public static Type TypeOf(string name) => ByName[name].Info.Type;

    public static string NameOf<T>() where T : CaseEvent => ByType[typeof(T)].Name;

    public static string NameOf(CaseEvent e) => e is UnknownEvent u ? u.Name : ByType[e.GetType()].Name;

    public static byte[] Encode(CaseEvent e) =>
        e is UnknownEvent u ? CaseJson.Write(u.Body, CaseJson.Default.JsonElement) : CaseJson.Write(e, ByType[e.GetType()].Info);

    /// <summary>Reads a stored event. A name that this version does not know becomes an <see cref="UnknownEvent"/> that keeps its body.</summary>
    /// <exception cref="JsonException">The body is not what its name says.</exception>
    public static CaseEvent Decode(string name, ReadOnlySpan<byte> body)
    {
        if (ByName.TryGetValue(name, out var kind))
            return (CaseEvent?)JsonSerializer.Deserialize(body, kind.Info) ?? throw new JsonException($"event {name} has a null body");
        var element = JsonSerializer.Deserialize(body, CaseJson.Default.JsonElement);
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException($"event {name} has no object as its body");
        var at = element.TryGetProperty("at", out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : default;
        return new UnknownEvent(name, element) { At = at };
    }

    /// <summary>The package inside the body of a <see cref="HandedOff"/>, as it is written there; null when it has none.</summary>
    public static byte[]? PackageIn(ReadOnlySpan<byte> handedOff)
    {
        var reader = new Utf8JsonReader(handedOff);
        if (!MoveTo(ref reader, "handoff"u8) || !MoveTo(ref reader, "package"u8) || reader.TokenType != JsonTokenType.StartObject)
            return null;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return handedOff[start..(int)reader.BytesConsumed].ToArray();
    }

    // From before an object, or on its start, to the value of one of its own properties.
    private static bool MoveTo(ref Utf8JsonReader reader, ReadOnlySpan<byte> property)
    {
        if (reader.TokenType == JsonTokenType.None)
            reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(property);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }
        return false;
    }

    private static void Declare<T>(string name, JsonTypeInfo<T> info) where T : CaseEvent
    {
        var kind = new Kind(name, info);
        ByName.Add(name, kind);
        ByType.Add(typeof(T), kind);
    }

    private sealed record Kind(string Name, JsonTypeInfo Info);
}
