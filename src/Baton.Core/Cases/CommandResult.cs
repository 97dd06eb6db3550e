using Baton.Intake;

namespace Baton.Cases;

/// <summary>Why a command is not carried out, in a sentence that may reach whoever asked.</summary>
public sealed record Refusal(RefusalCode Code, string Message)
{
    /// <summary>The fields that are wrong, where it is known which.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>A second call under the idempotency key of a first one says something else; which of the two is meant, nobody can tell.</summary>
    public static Refusal KeyReused(string caseId) =>
        new(RefusalCode.KeyReused, $"this Idempotency-Key was used for another text on ticket {caseId}: send the same text again, or this one under a key of its own");
}

/// <summary>Kinds of refusal; the HTTP boundary maps each to a status once.</summary>
public enum RefusalCode { NotFound, Conflict, Invalid, KeyReused }

/// <summary>What came of a command: the case afterwards, or a refusal.</summary>
public sealed record CommandResult(Case? Case, Refusal? Refusal, bool Repeated = false)
{
    public static implicit operator CommandResult(Refusal refusal) => new(null, refusal);
}

/// <summary>What a pure rule makes of a command: facts, or a refusal. No facts and no refusal means it was done already.</summary>
public readonly record struct Ruling(IReadOnlyList<CaseEvent> Events, Refusal? Refusal)
{
    public static Ruling Of(params CaseEvent[] events) => new(events, null);

    public static Ruling Done => new([], null);

    public static Ruling Conflict(string message) => new([], new Refusal(RefusalCode.Conflict, message));

    public static Ruling KeyReused(Case c) => new([], Cases.Refusal.KeyReused(c.Id));

    public static Ruling NotFound(string message) => new([], new Refusal(RefusalCode.NotFound, message));

    public static Ruling Invalid(IReadOnlyList<FieldError> fields) =>
        new([], new Refusal(RefusalCode.Invalid, string.Join("; ", fields.Select(e => $"{e.Field} {e.Message}"))) { Fields = fields });

    public static Ruling Invalid(string message) => new([], new Refusal(RefusalCode.Invalid, message));
}
